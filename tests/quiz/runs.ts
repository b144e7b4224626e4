// Runs of eight words as hashes: by them a text is known that is not kept here.

import { hashText } from '../../src/rules/hash.ts';

const LENGTH = 8;

/** The hash of every eight words in a row, whatever stands between them. */
export function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(LENGTH - 1).map((_, at) => hashText(words.slice(at, at + LENGTH).join(' ')).slice(0, 10));
}
