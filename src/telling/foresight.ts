// What a card promises, as its preview may say it: direction and confidence, never a number.

import type { Attempt, Bond, Card, Effect, Label, Movable, State, World } from '../rules/types.ts';
import { beijingChance } from '../rules/world.ts';
import { type Likelihood, likelihood } from './wording.ts';

/** `clear`: at once, and the article or an inference from it says so. `probable`: delayed, or our own assumption. The others hang on an attempt. */
export type Confidence = 'clear' | 'probable' | 'ifTaken' | 'ifRefused';

export interface Foresight {
  what: Movable;
  goes: 'up' | 'down';
  confidence: Confidence;
  /** Quarters until it lands; 0 is this quarter. */
  delay: number;
}

export interface Preview {
  intended: readonly Foresight[];
  side: readonly Foresight[];
  /** When it works: at once, wholly later, or in part later. */
  lands: 'atOnce' | 'later' | 'partLater';
  /** Whether what lands later would come after the campaign's end. */
  tooLate: boolean;
  /** The weakest label among its effects: a card is no better founded than that. */
  label: Label;
  attempt: Chances | null;
}

/** How likely an attempt is to be taken up: visible for Beijing, hidden behind the bond for Moscow. */
export type Chances = { of: 'beijing'; chance: Likelihood } | ({ of: 'moscow' } & Record<Bond, Likelihood>);

export function previewOf(world: World, state: State, card: Card): Preview {
  const foreseen = [
    ...card.now.map((effect) => foresee(effect, world.ledger[effect.rule]?.label === 'ours' ? 'probable' : 'clear', 0)),
    ...card.later.map((effect) => foresee(effect, 'probable', card.delay)),
    ...(card.attempt?.success ?? []).map((effect) => foresee(effect, 'ifTaken', 0)),
    ...(card.attempt?.failure ?? []).map((effect) => foresee(effect, 'ifRefused', 0)),
  ];
  const lines = foreseen.filter(
    (line, i) =>
      !foreseen.slice(0, i).some(({ what, goes, confidence, delay }) => what === line.what && goes === line.goes && confidence === line.confidence && delay === line.delay),
  );
  return {
    intended: lines.filter(isWelcome),
    side: lines.filter((line) => !isWelcome(line)),
    lands: card.later.length === 0 ? 'atOnce' : card.now.length === 0 && card.attempt === null ? 'later' : 'partLater',
    tooLate: card.later.length > 0 && state.turn + card.delay >= world.level.turns,
    label: weakestLabel(world, card),
    attempt: card.attempt === null ? null : chancesOf(world, state, card.attempt),
  };
}

function foresee(effect: Effect, confidence: Confidence, delay: number): Foresight {
  return { what: effect.what, goes: effect.do === 'raise' || effect.do === 'strengthen' ? 'up' : 'down', confidence, delay };
}

const STRENGTH: readonly Label[] = ['says', 'infers', 'ours'];

function weakestLabel(world: World, { now, later, attempt }: Card): Label {
  const effects = [...now, ...later, ...(attempt?.success ?? []), ...(attempt?.failure ?? [])];
  const labels = effects.map(({ rule }) => STRENGTH.indexOf(world.ledger[rule]?.label ?? 'ours'));
  return STRENGTH[Math.max(0, ...labels)] as Label;
}

function chancesOf(world: World, state: State, attempt: Attempt): Chances {
  if (attempt.of === 'beijing') return { of: 'beijing', chance: likelihood(beijingChance(world, state, attempt.bonus)) };
  const { west } = world.level.prior;
  const mean = (bond: Bond) => likelihood(attempt[bond].reduce((sum, chance, value) => sum + (chance * (west[bond][value] as number)) / 1000, 0));
  return { of: 'moscow', alliance: mean('alliance'), expedience: mean('expedience') };
}

/** What an adviser in Washington would rather see go down; all else, up. */
const UNWELCOME: ReadonlySet<Movable> = new Set<Movable>([
  'closeness',
  'need',
  'russianThreat',
  'tension',
  'friction',
  'ownSpace',
  'ownIcbm',
  'ownSubmarine',
  'ownSlbm',
  'giftSpace',
  'giftIcbm',
  'giftSubmarine',
  'giftSlbm',
]);

function isWelcome({ what, goes }: Foresight): boolean {
  return UNWELCOME.has(what) === (goes === 'down');
}
