// Moscow, Pyongyang, Beijing, Seoul, Tokyo and the wider world each make one move a quarter, from motives of their own.

import { holds } from './conditions.ts';
import { draw, perMille, STREAM, type Stream } from './hash.ts';
import { pick, sum } from './hypotheses.ts';
import { witness } from './observer.ts';
import { because, clamp, enact, type Quarter, share } from './quarter.ts';
import { weighAll } from './repertoire.ts';
import { giftOf, giftsOf, ownOf, TECH_INDEX } from './technology.ts';
import { ACTORS, type Actor, type Desk, type Effect, type Gifts, type Hidden, type Move, type State, type Tech, type World } from './types.ts';

const STREAM_OF: Readonly<Record<Actor, Stream>> = {
  moscow: STREAM.moscow,
  pyongyang: STREAM.pyongyang,
  beijing: STREAM.beijing,
  seoul: STREAM.seoul,
  tokyo: STREAM.tokyo,
  world: STREAM.world,
};

/** Draws an actor's move for this quarter; null when nothing is open to it. What Moscow shows by it is witnessed. */
export function chooseMove(q: Quarter, actor: Actor): Move | null {
  const { world, state } = q;
  const repertoire = world.repertoireOf[actor];
  const weights = weighAll(repertoire, world, state, state.hidden);
  const total = sum(weights);
  if (total === 0) return null;
  const chosen = pick(weights, total, draw(state.seed, STREAM_OF[actor], state.turn, 0));
  if (actor === 'moscow') {
    witness(q, (hidden) => {
      const under = weighAll(repertoire, world, state, hidden);
      return (under[chosen] as number) / sum(under);
    });
  }
  return repertoire.moves[chosen] as Move;
}

/** The chance, 0 … 1, that an actor's next free move is one of those asked for, if the hidden facts were `hidden`. */
export function moveChance(world: World, s: State, actor: Actor, hidden: Hidden, asked: (move: Move) => boolean): number {
  const repertoire = world.repertoireOf[actor];
  const weights = weighAll(repertoire, world, s, hidden);
  return sum(weights.filter((_, i) => asked(repertoire.moves[i] as Move))) / Math.max(1, sum(weights));
}

/** Whether a move is one of going on as before. */
export function changesNothing(move: Move): boolean {
  return move.effects.length === 0 && move.test === null && move.closes === null;
}

/** Every actor moves once. What was announced goes ahead, or is called off; who was seen going on as before does. */
export function actorsMove(q: Quarter): void {
  const { world, state } = q;
  const telegraph = state.desk === null ? null : state.desk.telegraph;
  for (let i = 0; i < ACTORS.length; i++) {
    const actor = ACTORS[i] as Actor;
    const fixed = fixedMove(world, state.turn, actor);
    if (fixed !== null) {
      makeMove(q, fixed, false);
    } else if (telegraph !== null && telegraph.actor === actor) {
      const move = world.moveById.get(telegraph.move) as Move;
      const goesAhead = holds(move.when, world, state) && perMille(state.seed, STREAM.telegraph, state.turn, 1) < telegraph.chance;
      if (goesAhead) makeMove(q, move, true);
      else q.events?.push({ type: 'calledOff', turn: state.turn, actor, move: move.id, because: because(world, 'plans-are-called-off') });
    } else {
      const seen = quietMove(world, state, actor);
      const move = seen ?? chooseMove(q, actor);
      if (move !== null) makeMove(q, move, seen !== null);
    }
  }
  shock(q);
}

/** The move of going on as before that an actor was seen to make; null when it was not looked at. */
function quietMove(world: World, { desk }: State, actor: Actor): Move | null {
  if (desk === null) return null;
  for (let i = 0; i < desk.quiet.length; i++) {
    const seen = desk.quiet[i] as Desk['quiet'][number];
    if (seen.actor === actor) return world.moveById.get(seen.move) as Move;
  }
  return null;
}

/** The move that the level has arranged for an actor on a turn. */
export function fixedMove(world: World, turn: number, actor: Actor): Move | null {
  const fixed = world.fixedAt[turn] as readonly Move[];
  for (let i = 0; i < fixed.length; i++) {
    const move = fixed[i] as Move;
    if (move.actor === actor) return move;
  }
  return null;
}

/** The middle act's shock comes on its turn, one of several by seed. */
function shock(q: Quarter): void {
  const planned = q.world.level.shock;
  if (planned === null || planned.turn !== q.state.turn) return;
  const open = planned.options.map((id) => q.world.moveById.get(id) as Move).filter((move) => holds(move.when, q.world, q.state));
  const move = open[draw(q.state.seed, STREAM.shock, q.state.turn, 0) % open.length];
  if (move !== undefined) makeMove(q, move, false);
}

function makeMove(q: Quarter, move: Move, foreseen: boolean): void {
  const { state, world } = q;
  q.events?.push({ type: 'moved', turn: state.turn, actor: move.actor, move: move.id, foreseen, because: because(world, move.rule) });
  enact(q, move.effects);
  if (move.actor === 'beijing' && move.effects.some(tightensPolicing)) state.beijingSteps++;
  if (move.closes !== null) {
    const until = state.turn + 1 + move.closes.quarters;
    state.closed = [...state.closed, ...move.closes.cards.map((card) => ({ card, until }))];
    q.events?.push({ type: 'cardsClosed', turn: state.turn, cards: move.closes.cards, until, because: because(world, 'events-close-doors') });
  }
  if (move.test !== null) runTest(q, move.test);
}

function tightensPolicing(effect: Effect): boolean {
  return effect.what === 'policing' && (effect.do === 'raise' || effect.do === 'strengthen');
}

/** Written out, for the same reason as `copyState`. */
function oneMore({ space, icbm, submarine, slbm }: State['successes'], tech: Tech): State['successes'] {
  const one = (other: Tech) => (tech === other ? 1 : 0);
  return { space: space + one('space'), icbm: icbm + one('icbm'), submarine: submarine + one('submarine'), slbm: slbm + one('slbm') };
}

/** Chance in per mille that a launch or test succeeds at a track's true level in tenths. */
export function testChance({ a }: World, level: number): number {
  return clamp(a.testBase + share(level, a.testSkill), 0, 1000);
}

function runTest(q: Quarter, test: NonNullable<Move['test']>): void {
  const { state } = q;
  const { tech } = test;
  const own = ownOf(state, tech);
  const succeeded = perMille(state.seed, STREAM.test, state.turn, TECH_INDEX[tech]) < testChance(q.world, own + giftOf(giftsOf(state), tech));
  witness(q, (_, gifts: Gifts) => {
    const chance = testChance(q.world, own + giftOf(gifts, tech));
    return succeeded ? chance : 1000 - chance;
  });
  if (succeeded) state.successes = oneMore(state.successes, tech);
  q.events?.push({ type: 'tested', turn: state.turn, tech, succeeded, because: because(q.world, 'tests-tell') });
  enact(q, succeeded ? test.success : test.failure);
}
