// A simulated student of a rehearsal: able to some degree, the same one throughout, better after a discussion, and surer when right.

import type { Asked } from '../quiz/asked.ts';
import { type Confidence, type OptionId, type Response, SIGNS } from '../quiz/types.ts';
import { draw, hashText, STREAM } from '../rules/hash.ts';
import type { CardId } from '../rules/types.ts';
import type { SeatId } from './types.ts';

export interface RobotAnswer {
  /** In letters. */
  response: Response;
  confidence: Confidence;
  /** Milliseconds of thought. */
  delay: number;
}

interface When {
  seat: SeatId;
  round: number;
  ballot: number;
}

/** Per mille: the chance of being right, of the least and the most able, and what a discussion adds. */
const LEAST = 300;
const MOST = 850;
const DISCUSSED = 250;
const SLOWEST = 9000;
const QUICKEST = 1500;

/** @param key what is right, in letters */
export function robotAnswer(asked: Asked, key: Response, { seat, round, ballot }: When): RobotAnswer {
  const self = Number.parseInt(hashText(`robot ${seat}`).slice(0, 8), 16);
  const chance = (index: number) => draw(self, STREAM.test, round * 2 + ballot, index);
  const ability = LEAST + (self % (MOST - LEAST)) + ballot * DISCUSSED;
  const isRight = chance(0) % 1000 < ability;
  const sure = chance(1) % 1000;
  return {
    response: isRight ? key : mistaken(asked, key, chance),
    confidence: isRight ? (sure < 550 ? 3 : sure < 850 ? 2 : 1) : sure < 250 ? 3 : sure < 650 ? 2 : 1,
    delay: QUICKEST + (chance(2) % (SLOWEST - QUICKEST)),
  };
}

/** Of an alliance, per mille: each has a bent of its own, and moves a little from turn to turn. */
export function robotForecast({ seat, turn }: { seat: SeatId; turn: number }): { belief: number; delay: number } {
  const self = Number.parseInt(hashText(`robot ${seat}`).slice(0, 8), 16);
  const bent = 150 + (self % 600);
  return { belief: Math.min(1000, bent + (draw(self, STREAM.test, turn, 5) % 200)), delay: QUICKEST + (draw(self, STREAM.test, turn, 6) % (SLOWEST - QUICKEST)) };
}

/** One card, or two, or none; some cards please more than others. @param cards in hand */
export function robotVote(cards: readonly CardId[], { seat, turn, ballot }: { seat: SeatId; turn: number; ballot: number }): { cards: readonly CardId[]; delay: number } {
  const self = Number.parseInt(hashText(`robot ${seat}`).slice(0, 8), 16);
  const chance = (index: number) => draw(self, STREAM.test, turn * 2 + ballot, index);
  // What a class talks about draws votes together.
  const liked = draw(turn, STREAM.test, ballot, cards.length) % Math.max(1, cards.length);
  const first = chance(7) % 100 < 45 ? liked : chance(8) % (cards.length + 1);
  return { cards: cards[first] === undefined ? [] : [cards[first]], delay: QUICKEST + (chance(9) % (SLOWEST - QUICKEST)) };
}

function mistaken(asked: Asked, key: Response, chance: (index: number) => number): Response {
  const options: readonly OptionId[] = asked.kind === 'signs' ? [] : asked.options.map(({ id }) => id);
  switch (key.kind) {
    case 'one':
    case 'scale': {
      const others = options.filter((id) => id !== key.option);
      return { kind: key.kind, option: others[chance(3) % others.length] ?? key.option };
    }
    case 'several': {
      const others = options.filter((id) => !key.options.includes(id));
      const kept = key.options.slice(0, Math.max(1, key.options.length - 1));
      const added = others[chance(3) % Math.max(1, others.length)];
      return { kind: 'several', options: added === undefined ? kept : [...kept, added] };
    }
    case 'order': {
      const at = chance(3) % (key.steps.length - 1);
      const steps = [...key.steps];
      [steps[at], steps[at + 1]] = [steps[at + 1] as OptionId, steps[at] as OptionId];
      return { kind: 'order', steps };
    }
    case 'signs': {
      const ids = Object.keys(key.signs);
      const missed = ids[chance(3) % ids.length];
      return {
        kind: 'signs',
        signs: Object.fromEntries(ids.map((id) => [id, id === missed ? (SIGNS.filter((sign) => sign !== key.signs[id])[chance(4) % 2] ?? 'none') : (key.signs[id] ?? 'none')])),
      };
    }
  }
}
