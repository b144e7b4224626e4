// boardgame.io driving the same rules as its moves, in a thread of its own: it freezes every state and what the rules share with it,
// which would slow the rules alone by a quarter if they ran in the same one.

import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { apply, begin } from '../../src/rules/apply.ts';
import { balanceOf } from '../../src/rules/endings.ts';
import type { CardId, State } from '../../src/rules/types.ts';
import { choose, TURNS, world } from './scenario.ts';

interface Client {
  moves: { decide: (cards: CardId[]) => void };
  getState: () => { G: { state: State } };
  start: () => void;
  stop: () => void;
}
type MakeClient = (options: { game: object; numPlayers: number; debug: boolean }) => Client;
// Its package has no exports for modules.
const { Client: makeClient } = createRequire(import.meta.url)('boardgame.io/client') as { Client: MakeClient };

function boardgameCampaign(seed: number): number {
  const game = {
    setup: () => ({ state: begin(world, seed, 'bare') }),
    moves: {
      decide: ({ G }: { G: { state: State } }, cards: CardId[]) => {
        const applied = apply(world, G.state, { kind: 'decide', cards });
        if (!applied.ok) throw new Error(applied.refusal);
        return { state: applied.state };
      },
    },
  };
  const client = makeClient({ game, numPlayers: 1, debug: false });
  client.start();
  for (let turn = 0; turn < TURNS; turn++) client.moves.decide(choose(client.getState().G.state));
  const { state } = client.getState().G;
  client.stop();
  return balanceOf(state);
}

/** How many campaigns to play, from which seed on. */
export interface Order {
  first: number;
  campaigns: number;
}
export interface Played {
  milliseconds: number;
  balances: number[];
}

parentPort?.on('message', ({ first, campaigns }: Order) => {
  const begun = performance.now();
  const balances = Array.from({ length: campaigns }, (_, i) => boardgameCampaign(first + i));
  parentPort?.postMessage({ milliseconds: performance.now() - begun, balances } satisfies Played);
});
