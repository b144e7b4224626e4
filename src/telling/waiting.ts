// Whether a checkpoint waits before a desk. Apart from its question, which needs the bank.

import type { Playthrough } from './playthrough.ts';

export function waitsAt({ world, state }: Pick<Playthrough, 'world' | 'state'>): boolean {
  return state.phase !== 'over' && !state.answered && world.level.checkpoints.some(({ turn }) => turn === state.turn);
}
