// Responses that fit a question, right or wrong, in letters.

import type { Asked } from '../../src/quiz/asked.ts';
import type { OptionId, Response } from '../../src/quiz/types.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A response that fits the question, in letters; another one for each `turn`. */
export function responseTo(asked: Asked, turn = 0): Response {
  switch (asked.kind) {
    case 'one':
    case 'scale':
      return { kind: asked.kind, option: letter(turn % asked.options.length) };
    case 'several':
      return { kind: 'several', options: [letter(turn % asked.options.length)] };
    case 'order': {
      const { length } = asked.options;
      return { kind: 'order', steps: asked.options.map((_, place) => letter((place + turn) % length)) };
    }
    case 'signs': {
      const signs = (['more', 'less', 'none'] as const)[turn % 3] ?? 'more';
      return { kind: 'signs', signs: Object.fromEntries(asked.edges.filter(({ given }) => !given).map(({ id }) => [id, signs])) };
    }
  }
}

const letter = (place: number) => LETTERS.charAt(place) as OptionId;
