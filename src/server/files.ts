// Reading files that anybody may name: bounded, and never from a device or a pipe that does not end.

import { readFileSync, statSync } from 'node:fs';

/** @throws with what was found, in words, when there is no such file, it is not a plain file, or it is larger than `most` bytes */
export function readBounded(path: string, most: number): Uint8Array {
  const stat = statSync(path);
  if (!stat.isFile()) throw new Error(stat.isDirectory() ? 'a folder' : 'something that is no plain file');
  if (stat.size > most) throw new Error(`${stat.size} bytes`);
  return readFileSync(path);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
