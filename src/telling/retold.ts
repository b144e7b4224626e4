// A campaign told otherwise: its decisions under one changed choice, another luck or another model, kept wherever they may still be made.

import type { Content } from '../content/crossref.ts';
import { apply, begin } from '../rules/apply.ts';
import type { AssumptionId } from '../rules/assumptions.ts';
import { decisionsOf, type Fold } from '../rules/campaign.ts';
import { balanceOf, ending } from '../rules/endings.ts';
import { prepare } from '../rules/prepare.ts';
import type { Applied, CardId, EndingId, Event, Level, Refusal, Rival, State, World } from '../rules/types.ts';
import type { Playthrough } from './playthrough.ts';

/** The cards of each turn. */
export type Decisions = readonly (readonly CardId[])[];

/** A card that could not be played any more, and why. */
export interface Skipped {
  turn: number;
  card: CardId;
  refusal: Refusal;
}

export interface Retelling extends Fold {
  world: World;
  decisions: Decisions;
  ending: EndingId;
  /** Deterrence minus threat at the end, tenths. */
  balance: number;
  skipped: readonly Skipped[];
}

/** Whoever replays decisions is dealt other cards, but decides the same: so the hand is open. */
export function openHanded(world: World): World {
  return world.openHand ? world : { ...world, openHand: true };
}

/** The campaign from its beginning with other decisions, explained. @param world with an open hand */
export function retell(world: World, seed: number, decisions: Decisions): Retelling {
  let state = begin(world, seed);
  const openings = [state];
  const turns: (readonly Event[])[] = [];
  const skipped: Skipped[] = [];
  while (state.phase !== 'over') {
    const decided = decideKept(world, state, decisions[state.turn] ?? [], skipped);
    state = decided.state;
    openings.push(state);
    turns.push(decided.events);
  }
  return { world, decisions, state, openings, turns, skipped, ending: ending(world, state), balance: balanceOf(state) };
}

/** The same from any state, and nothing but its end. */
export function playKept(world: World, from: State, decisions: Decisions): State {
  let state = from;
  while (state.phase !== 'over') state = decideKept(world, state, decisions[state.turn] ?? [], null).state;
  return state;
}

/** Makes a turn's decision. What is refused is left out, and only that; where the capital is short, the last card is. */
function decideKept(world: World, state: State, planned: readonly CardId[], skipped: Skipped[] | null): Extract<Applied, { ok: true }> {
  let cards = [...planned];
  for (;;) {
    const applied = apply(world, state, { kind: 'decide', cards });
    if (applied.ok) return applied;
    const named = cards.indexOf(applied.detail as CardId);
    const card = cards[named < 0 ? cards.length - 1 : named];
    if (card === undefined) throw new Error(`Holding was refused: ${applied.refusal}`);
    skipped?.push({ turn: state.turn, card, refusal: applied.refusal });
    cards = cards.filter((other) => other !== card);
  }
}

/** One turn decided otherwise, the same luck, all other decisions kept. */
export function changedAt(play: Playthrough, turn: number, cards: readonly CardId[]): Retelling {
  return retell(openHanded(play.world), play.state.seed, replaced(decisionsOf(play.log.choices), turn, cards));
}

export function replaced(decisions: Decisions, turn: number, cards: readonly CardId[]): Decisions {
  return decisions.map((decided, at) => (at === turn ? cards : decided));
}

/** The rival models that a campaign of the level may be told under: those it names, or all where it names none; never the one it was played under. */
export function rivalsFor({ library }: Content, { level, rival }: World): readonly Rival[] {
  const named = library.rivals.filter(({ id }) => level.rivals.includes(id));
  return (named.length > 0 ? named : library.rivals).filter(({ id }) => id !== rival);
}

/** The same choices and the same luck under a rival model. What the player assumed otherwise stays so. */
export function underRival(content: Content, play: Playthrough, rival: Rival): Retelling {
  const level = content.levels.get(play.world.level.id) as Level;
  const world = prepare(level, content.library, { rival, changed: play.log.header.assumptions, openHand: true });
  return retell(world, play.state.seed, decisionsOf(play.log.choices));
}

/** What two models assume differently. */
export function disputed(ours: World, theirs: World): { id: AssumptionId; ours: number; theirs: number }[] {
  const ids = Object.keys(ours.a) as AssumptionId[];
  return ids.filter((id) => ours.a[id] !== theirs.a[id]).map((id) => ({ id, ours: ours.a[id], theirs: theirs.a[id] }));
}

/** Numbers that a chart follows over a campaign. */
export const TRACED = ['threat', 'deterrence', 'balance', 'closeness'] as const;
export type Traced = (typeof TRACED)[number];

/** Tenths at the start of each quarter and at the end. */
export function traceOf({ openings }: Pick<Fold, 'openings'>, what: Traced): number[] {
  return openings.map((state) => (what === 'balance' ? balanceOf(state) : state[what]));
}
