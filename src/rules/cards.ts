// Which cards may be played, and what playing one sets in motion.

import { holds } from './conditions.ts';
import { perMille, STREAM } from './hash.ts';
import { witness } from './observer.ts';
import { because, changeCapital, enact, moved, type Quarter, share } from './quarter.ts';
import type { Attempt, Card, Hidden, Refusal, State, World } from './types.ts';
import { beijingChance } from './world.ts';

/** Why a card cannot be played now, capital aside; null when it can. */
export function barred(world: World, s: State, card: Card): Refusal | null {
  for (let i = 0; i < s.closed.length; i++) {
    const closed = s.closed[i] as State['closed'][number];
    if (closed.card === card.id && closed.until > s.turn) return 'card-closed';
  }
  const { crossroads } = world.level;
  if (card.irreversible !== null && crossroads !== null && crossroads.turn !== s.turn && crossroads.cards.includes(card.id)) return 'not-now';
  return holds(card.when, world, s) ? null : 'not-now';
}

/** Whether two cards cannot be played in one turn, since one shuts the other for good. */
export function excludes(card: Card, other: Card): boolean {
  return (card.irreversible?.shuts.includes(other.id) ?? false) || (other.irreversible?.shuts.includes(card.id) ?? false);
}

/** Pays for a card, does what it does at once, and sends the rest on its way. */
export function play(q: Quarter, card: Card, slot: number): void {
  const { state, world } = q;
  q.events?.push({ type: 'cardPlayed', turn: state.turn, card: card.id });
  changeCapital(q, -card.cost, 'card-costs-capital');
  const before = state.exercises + state.shield;
  enact(q, card.now);
  harden(q, state.exercises + state.shield - before);
  if (card.attempt !== null) attempt(q, card, card.attempt, slot);
  if (card.later.length > 0) state.pending = [...state.pending, { card: card.id, due: state.turn + card.delay }];
  const shut: { card: Card['id']; until: number }[] = [];
  if (card.rest > 0) shut.push({ card: card.id, until: state.turn + 1 + card.rest });
  if (card.irreversible !== null) {
    for (const other of [card.id, ...card.irreversible.shuts]) shut.push({ card: other, until: world.level.turns });
  }
  if (shut.length > 0) state.closed = [...state.closed, ...shut];
}

/** Delayed effects that land this quarter, and a sign of those that land in the next. */
export function landPending(q: Quarter): void {
  const { state, world } = q;
  if (state.pending.length === 0) return;
  const due = state.pending.filter((pending) => pending.due <= state.turn);
  state.pending = state.pending.filter((pending) => pending.due > state.turn);
  for (const { card: id } of due) {
    const card = world.cardById.get(id) as Card;
    q.events?.push({ type: 'effectLanded', turn: state.turn, card: id });
    const before = state.exercises + state.shield;
    enact(q, card.later);
    harden(q, state.exercises + state.shield - before);
  }
  for (const { card, due: when } of state.pending) {
    if (when === state.turn + 1) q.events?.push({ type: 'effectAhead', turn: state.turn, card, because: because(world, 'signs-come-first') });
  }
}

/** Chance in per mille that Moscow takes an offer up, if the hidden facts were `hidden`. */
function moscowChance(attempted: Extract<Attempt, { of: 'moscow' }>, hidden: Hidden): number {
  return attempted[hidden.bond][hidden.west];
}

function attempt(q: Quarter, card: Card, attempted: Attempt, slot: number): void {
  const { state, world } = q;
  const drawn = perMille(state.seed, STREAM.attempt, state.turn, slot);
  let succeeded: boolean;
  if (attempted.of === 'beijing') {
    succeeded = drawn < beijingChance(world, state, attempted.bonus);
    if (succeeded) state.beijingSteps++;
  } else {
    succeeded = drawn < moscowChance(attempted, state.hidden);
    witness(q, (hidden) => (succeeded ? moscowChance(attempted, hidden) : 1000 - moscowChance(attempted, hidden)));
  }
  q.events?.push({
    type: 'attempted',
    turn: state.turn,
    card: card.id,
    of: attempted.of,
    succeeded,
    because: because(world, attempted.of === 'beijing' ? 'beijing-weighs-request' : 'moscow-weighs-offer'),
  });
  enact(q, succeeded ? attempted.success : attempted.failure);
}

/** Exercises and shields may harden the other camp (ours): by so much of what was added this quarter, tenths. */
function harden(q: Quarter, added: number): void {
  const { state } = q;
  if (added <= 0) return;
  const hardened = share(added, q.world.a.hardening);
  state.tension = moved(q, 'tension', state.tension, hardened, 'hardening');
  state.closeness = moved(q, 'closeness', state.closeness, share(hardened, q.world.a.hardeningBinds), 'hardening');
}
