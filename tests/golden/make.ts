// Plays one campaign of each level by a fixed rule and writes what it came to: <level>.json with its replay code, the hash of its last state and its ending.
// The tests replay these codes, in Node and in a browser, and must reach the same. After a change that is meant to change campaigns, run
//   npm run stamp && npx node tests/golden/make.ts
// and read the difference before it is committed: a golden log that changes by surprise is a fault.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apply, begin, SLOTS } from '../../src/rules/apply.ts';
import { encodeLog, openLog, stateHash } from '../../src/rules/campaign.ts';
import { ending } from '../../src/rules/endings.ts';
import { askedNow } from '../../src/rules/forecast.ts';
import type { CardId, Choice, State, World } from '../../src/rules/types.ts';
import { LEVELS, worldNamed } from '../content.ts';

for (const level of LEVELS) {
  const world = worldNamed(level.id);
  const seed = level.seeds[0] as number;
  const choices: Choice[] = [];
  let state = begin(world, seed);
  const choose = (choice: Choice) => {
    const applied = apply(world, state, choice);
    if (!applied.ok) throw new Error(`${level.id}, turn ${state.turn}: ${applied.refusal} ${applied.detail}`);
    choices.push(choice);
    state = applied.state;
  };
  while (state.phase !== 'over') {
    for (const choice of beforeDeciding(world, state)) choose(choice);
    choose({ kind: 'decide', cards: cardsFor(world, state) });
  }
  const code = encodeLog({ ...openLog(world, seed), choices }, level.deck);
  const golden = { code, hash: stateHash(state), ending: ending(world, state) };
  writeFileSync(fileURLToPath(new URL(`${level.id}.json`, import.meta.url)), `${JSON.stringify(golden, null, 2)}\n`);
  console.log(`${level.id}: ${golden.ending}, ${golden.hash}`);
}

/** A belief that wanders, the event where one is asked for, and answers that are right every other time. */
function beforeDeciding(world: World, state: State): Choice[] {
  const { turn } = state;
  const belief = 350 + 70 * turn;
  const asked = askedNow(world, state) !== null;
  const at = world.level.checkpoints.findIndex((checkpoint) => checkpoint.turn === turn);
  return [
    asked ? { kind: 'forecast', belief, event: 400 + 50 * turn } : { kind: 'forecast', belief },
    ...(at < 0 ? [] : [{ kind: 'answer', item: '', response: null, earned: at % 2 === 0 } as const]),
  ];
}

/** The first cards that can be paid, beginning one further along the hand each turn. */
function cardsFor(world: World, state: State): CardId[] {
  const hand = state.desk?.hand ?? [];
  const chosen: CardId[] = [];
  for (let i = 0; i < hand.length && chosen.length < SLOTS; i++) {
    const cards = [...chosen, hand[(state.turn + i) % hand.length] as CardId];
    if (apply(world, state, { kind: 'decide', cards }).ok) chosen.push(cards.at(-1) as CardId);
  }
  return chosen;
}
