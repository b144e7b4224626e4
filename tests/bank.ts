// The shipped bank of quiz items, read and checked once for every test file that asks from it.

import { fileURLToPath } from 'node:url';
import { assembleBank, type Bank } from '../src/content/quizzes.ts';
import { readFolder } from '../src/server/library.ts';
import { content } from './content.ts';

export const bank: Bank = readBank();

function readBank(): Bank {
  const folder = readFolder(fileURLToPath(new URL('../levels', import.meta.url)));
  const assembled = folder.ok ? assembleBank(folder.files, content) : folder;
  if (!assembled.ok) throw new Error(assembled.problems.map(({ message }) => message).join('\n'));
  return assembled.bank;
}
