// What an actor may choose from, laid out for quick weighing: this is where a campaign spends most of its time.

import { holds } from './conditions.ts';
import { share } from './quarter.ts';
import { BONDS, type Bond, type Hidden, type Move, type Repertoire, type State, WAR_PHASES, type WarPhase, WEST_VALUES, type WestValue, type World } from './types.ts';

export function repertoireOf(moves: readonly Move[]): Repertoire {
  const settled = BONDS.flatMap((bond) => WEST_VALUES.flatMap((west) => WAR_PHASES.map((war) => moves.map((move) => settledWeight(move, bond, west, war)))));
  const parts = moves.flatMap(({ weight }, move) => weight.by.map(({ what, perMille }) => ({ move, what, perMille })));
  const following = [...new Set(parts.map(({ what }) => what))].map((what) => ({ what, parts: parts.filter((part) => part.what === what) }));
  const conditional = [...moves.keys()].filter((move) => moves[move]?.when !== null);
  return { moves, settled, following, conditional };
}

function settledWeight({ weight }: Move, bond: Bond, west: WestValue, war: WarPhase): number {
  return weight.base + weight.west * west + weight.war[war] + (bond === 'alliance' ? weight.alliance : 0);
}

const PHASE_INDEX: Readonly<Record<WarPhase, number>> = { fighting: 0, stalemate: 1, talks: 2, ended: 3 };

/** The weight of each move in the given state if the hidden facts were `hidden`; 0 when it is out of the question. */
export function weighAll({ moves, settled, following, conditional }: Repertoire, world: World, s: State, hidden: Hidden): number[] {
  const circumstance = ((hidden.bond === 'alliance' ? WEST_VALUES.length : 0) + hidden.west) * WAR_PHASES.length + PHASE_INDEX[s.war];
  const weights = (settled[circumstance] as readonly number[]).slice();
  for (let i = 0; i < following.length; i++) {
    const { what, parts } = following[i] as Repertoire['following'][number];
    // Reading a number by its name is dear, so it is read once for all moves that follow it.
    const level = s[what];
    for (let j = 0; j < parts.length; j++) {
      const { move, perMille } = parts[j] as (typeof parts)[number];
      weights[move] = (weights[move] as number) + share(level, perMille);
    }
  }
  for (let i = 0; i < conditional.length; i++) {
    const move = conditional[i] as number;
    if (!holds((moves[move] as Move).when, world, s)) weights[move] = 0;
  }
  for (let i = 0; i < weights.length; i++) if ((weights[i] as number) < 0) weights[i] = 0;
  return weights;
}
