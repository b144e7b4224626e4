// The bank of quiz items with its words, in a chunk of its own that is fetched when something is asked.

import { type AssembledBank, assembleBank, type QuizShelf } from '../content/quizzes.ts';

const FOLDER = '../../levels/';
const files: Record<string, unknown> = import.meta.glob(['../../levels/quiz/*.json', '../../levels/text/*/quiz/*.json'], { eager: true, import: 'default' });

let assembled: AssembledBank | null = null;

/** Checked once, on the first call. */
export function openBank(shelf: QuizShelf): AssembledBank {
  assembled ??= assembleBank(
    Object.entries(files).map(([path, json]) => ({ name: path.slice(FOLDER.length), text: JSON.stringify(json) })),
    shelf,
  );
  return assembled;
}
