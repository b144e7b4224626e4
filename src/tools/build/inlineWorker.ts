// The worker as part of the page: a page that was opened as a file may load no other.

import type { Plugin } from 'vite';

const CALL = /new Worker\(new URL\('(\.\/[\w.]+\.worker\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/;

export const inlineWorker: Plugin = {
  name: 'inline-worker',
  enforce: 'pre',
  transform(code) {
    const path = CALL.exec(code)?.[1];
    return path === undefined ? null : `import OwnWorker from '${path}?worker&inline';\n${code.replace(CALL, 'new OwnWorker()')}`;
  },
};
