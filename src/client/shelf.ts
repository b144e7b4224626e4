// All content, in a chunk of its own that is fetched after the shell stands.

import { type Assembled, assemble } from '../content/crossref.ts';

export { createWords } from '../content/words.ts';

const FOLDER = '../../levels/';
const files: Record<string, unknown> = import.meta.glob(['../../levels/**/*.json', '!../../levels/schema/**', '!../../levels/**/quiz/**', '!../../levels/text/*/kit.json'], {
  eager: true,
  import: 'default',
});

export const assembled: Assembled = assemble(Object.entries(files).map(([path, json]) => ({ name: path.slice(FOLDER.length), text: JSON.stringify(json) })));
