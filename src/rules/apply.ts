// The fold: a state and a choice give a new state and what happened, or a refusal.

import { barred, excludes } from './cards.ts';
import { dealDesk } from './desk.ts';
import { assess, assessedOn } from './estimate.ts';
import { askedNow } from './forecast.ts';
import { drawHidden } from './hypotheses.ts';
import { firstObserver, idealBelief } from './observer.ts';
import { copyState, type Quarter } from './quarter.ts';
import { resolve } from './resolve.ts';
import { giftsOf, threatOf, threatParts } from './technology.ts';
import { type Applied, type Card, type CardId, type Choice, type Event, type Forecast, type Refusal, type State, TECH, type World } from './types.ts';
import { deterrenceOf } from './world.ts';

/** Slots for cards in a turn. */
export const SLOTS = 2;

/**
 * A campaign's first state.
 * @param seed an unsigned 32-bit integer
 * @param detail `bare` leaves out events, estimates and the ideal observer, and with an open hand the desk; nothing that decides a campaign differs
 */
export function begin(world: World, seed: number, detail: 'explained' | 'bare' = 'explained'): State {
  const hidden = drawHidden(world, seed);
  const state = copyState(world.blank);
  state.seed = seed;
  state.hidden = hidden;
  state.observer = detail === 'explained' ? firstObserver(world) : null;
  state.closeness = Math.min(1000, state.closeness + (world.interventions.closeness ?? 0));
  if (hidden.help) state.giftSpace += world.level.prior.helpGift;
  state.threat = threatOf(threatParts(world, state, giftsOf(state)));
  state.openingThreat = state.threat;
  state.deterrence = deterrenceOf(world, state);
  const q: Quarter = { world, state, events: null };
  // The desk brings the estimate of one track; the others have theirs from before.
  if (state.observer !== null) for (const tech of TECH) if (tech !== assessedOn(0)) assess(q, tech);
  dealDesk(q);
  return state;
}

/** The next state and the events that explain it; or why the choice is refused, which changes nothing. */
export function apply(world: World, state: State, choice: Choice): Applied {
  if (state.phase === 'over') return refuse('campaign-over');
  switch (choice.kind) {
    case 'decide':
      return decide(world, state, choice.cards);
    case 'forecast':
      return forecast(world, state, choice.belief, choice.event);
    case 'answer':
      return answer(world, state, choice.earned);
    default:
      return refuse('unknown-choice');
  }
}

function refuse(refusal: Refusal, detail = ''): Applied {
  return { ok: false, refusal, detail };
}

function decide(world: World, state: State, ids: readonly CardId[]): Applied {
  if (ids.length > SLOTS) return refuse('too-many-cards', String(ids.length));
  const cards: Card[] = [];
  let cost = 0;
  for (const id of ids) {
    const card = world.cardById.get(id);
    if (card === undefined) return refuse('unknown-card', id);
    if (cards.includes(card)) return refuse('same-card-twice', id);
    if (!world.openHand && !state.desk?.hand.includes(id)) return refuse('not-in-hand', id);
    const bar = barred(world, state, card);
    if (bar !== null) return refuse(bar, id);
    if (cards.some((other) => excludes(card, other))) return refuse('excludes-each-other', id);
    cost += card.cost;
    cards.push(card);
  }
  if (cost > state.capital) return refuse('not-enough-capital', String(cost));
  const events: Event[] | null = state.observer === null ? null : [];
  const next = copyState(state);
  if (state.observer !== null && state.forecasts.at(-1)?.turn !== state.turn) {
    next.forecasts = [...state.forecasts, { turn: state.turn, belief: state.belief, ideal: idealBelief(state.observer) }];
  }
  resolve({ world, state: next, events }, cards);
  return { ok: true, state: next, events: events ?? [] };
}

function forecast(world: World, state: State, belief: number, chance: number | undefined): Applied {
  if (!isPerMille(belief)) return refuse('belief-out-of-range', String(belief));
  const asked = askedNow(world, state);
  if (chance !== undefined && asked === null) return refuse('no-event-asked');
  if (chance !== undefined && !isPerMille(chance)) return refuse('event-out-of-range', String(chance));
  const stated: Forecast = { turn: state.turn, belief, ideal: state.observer === null ? belief : idealBelief(state.observer) };
  if (chance !== undefined && asked !== null) stated.event = { event: asked.event, chance, byTurn: asked.byTurn };
  const next = copyState(state);
  next.belief = belief;
  next.forecasts = [...state.forecasts.filter(({ turn }) => turn !== state.turn), stated];
  return { ok: true, state: next, events: state.observer === null ? [] : [{ type: 'believed', turn: state.turn, belief }] };
}

function answer(world: World, state: State, earned: boolean): Applied {
  if (!world.level.checkpoints.some(({ turn }) => turn === state.turn)) return refuse('no-checkpoint');
  if (state.answered) return refuse('already-answered');
  const next = copyState(state);
  next.answered = true;
  if (earned) next.insight++;
  return { ok: true, state: next, events: earned && state.observer !== null ? [{ type: 'insightEarned', turn: state.turn }] : [] };
}

function isPerMille(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1000;
}
