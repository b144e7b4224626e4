// The shelves that a review's records lie on, whatever they are made of.

import type { AnswerRecord, Course, OwnFile } from './records.ts';

/** Records as they were read: unknown, for a later version or an accident may have written them. */
export interface Raw {
  answers: unknown[];
  course: unknown;
  own: unknown[];
}

/** A record that could not be read, word for word, out of the way of those that can. */
export interface Aside {
  id: string;
  from: 'answers' | 'course' | 'own';
  record: unknown;
}

export type Change =
  | { is: 'answer'; put: AnswerRecord }
  | { is: 'course'; put: Course }
  | { is: 'own'; put: OwnFile }
  | { is: 'own-gone'; id: string }
  | { is: 'aside'; key: string; put: Aside }
  | { is: 'cleared' };

export interface Shelves {
  read(): Promise<Raw>;
  /** All of them or none; they have reached what lasts when it resolves. */
  change(changes: readonly Change[]): Promise<void>;
}

/** Shelves that last as long as the page. */
export function openMemory(): Shelves {
  const answers = new Map<string, unknown>();
  const own = new Map<string, unknown>();
  let course: unknown;
  const apply = (change: Change): void => {
    switch (change.is) {
      case 'answer':
        answers.set(change.put.id, change.put);
        return;
      case 'course':
        course = change.put;
        return;
      case 'own':
        own.set(change.put.id, change.put);
        return;
      case 'own-gone':
        own.delete(change.id);
        return;
      case 'aside':
        if (change.put.from === 'course') course = undefined;
        else (change.put.from === 'own' ? own : answers).delete(change.key);
        return;
      case 'cleared':
        answers.clear();
        own.clear();
        course = undefined;
        return;
    }
  };
  return {
    read: async () => ({ answers: [...answers.values()], course, own: [...own.values()] }),
    change: async (changes) => changes.forEach(apply),
  };
}
