// A Vite plugin: writes each text file of the build in brotli and gzip beside it, as small as it gets, so that the server has nothing to compress.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(?:html|js|css|json|svg|webmanifest|txt)$/;
/** Bytes below which a file fits one packet anyway. */
const LEAST = 1024;

export function precompress(): Plugin {
  let folder: string | undefined;
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir }) {
      folder = dir;
    },
    // Last of all: other plugins write files of their own when the build is closed.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (folder === undefined) throw new Error('The build has no folder');
        await compressFolder(folder);
      },
    },
  };
}

export async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name) && !entry.parentPath.endsWith('.vite')).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.map(compress));
}

async function compress(path: string): Promise<void> {
  const text = await readFile(path);
  if (text.length < LEAST) return;
  const [br, gz] = await Promise.all([toBrotli(text), toGzip(text)]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

/** The size a browser on a secure or local address is sent. */
export function toBrotli(text: Uint8Array): Promise<Buffer> {
  return promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
}

/** The size a browser on a plain address in the network is sent: there none asks for brotli. */
export function toGzip(text: Uint8Array): Promise<Buffer> {
  return promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION });
}
