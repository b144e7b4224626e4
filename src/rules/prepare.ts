// From authored content to a world that runs.

import { type AssumptionId, assume } from './assumptions.ts';
import { hashValue } from './hash.ts';
import { priorBillionths } from './hypotheses.ts';
import { repertoireOf } from './repertoire.ts';
import { ACTORS, type Actor, type Card, type Interventions, type Ledger, type Level, type Move, type Rival, type State, type Topic, type World } from './types.ts';

/** Everything authored that levels draw on, already validated. */
export interface Library {
  cards: readonly Card[];
  moves: readonly Move[];
  topics: readonly Topic[];
  ledger: Ledger;
  rivals: readonly Rival[];
}

export interface Setting {
  rival?: Rival | null;
  /** Assumptions the player changed; they win over the level's and the rival's. */
  changed?: Partial<Record<AssumptionId, number>>;
  interventions?: Interventions;
  openHand?: boolean;
}

/** @throws when the level names what the library lacks, which content validation rules out */
export function prepare(level: Level, library: Library, setting: Setting = {}): World {
  const rival = setting.rival ?? null;
  const changed = setting.changed ?? {};
  const cards = level.deck.map((id) => named(library.cards, id));
  const moves = level.moves.map((id) => named(library.moves, id));
  const topics = level.topics.map((id) => named(library.topics, id));
  const a = assume(level.assumptions, rival?.assumptions ?? {}, changed);
  const running: Level = { ...level, prior: { ...level.prior, alliance: allianceChance(level, rival) } };
  const choosable = (actor: Actor) => moves.filter((move) => move.actor === actor && !isArranged(level, move));
  return {
    level: running,
    blank: blankState(running),
    a,
    cards,
    cardById: new Map(cards.map((card) => [card.id, card])),
    prior: priorBillionths(running),
    repertoireOf: Object.fromEntries(ACTORS.map((actor) => [actor, repertoireOf(choosable(actor))])) as World['repertoireOf'],
    fixedAt: Array.from({ length: level.turns }, (_, turn) => level.fixed.filter((fixed) => fixed.turn === turn).map(({ move }) => named(moves, move))),
    moveById: new Map(moves.map((move) => [move.id, move])),
    topics,
    ledger: library.ledger,
    rival: rival?.id ?? null,
    changed,
    interventions: setting.interventions ?? {},
    openHand: setting.openHand ?? false,
    content: hashValue({ level: readByRules(running), cards, moves, topics, a }),
  };
}

/** Chance of an alliance before anything is seen, per mille. */
function allianceChance({ prior }: Level, rival: Rival | null): number {
  if (rival?.bond === undefined) return prior.alliance;
  return rival.bond === 'alliance' ? 1000 : 0;
}

/** Of a level, what can change a campaign: the rest may change without orphaning its logs. */
function readByRules(level: Level): Partial<Level> {
  const { history: _, epilogue: __, seeds: ___, rivals: ____, assumptions: _____, ...read } = level;
  return read;
}

/** The opening, before a seed has settled what is hidden. */
function blankState({ opening }: Level): State {
  const { forces: _, ...numbers } = opening;
  return {
    schema: 1,
    phase: 'desk',
    turn: 0,
    seed: 0,
    hidden: { bond: 'expedience', west: 0, help: false },
    crises: 0,
    successes: { space: 0, icbm: 0, submarine: 0, slbm: 0 },
    beijingSteps: 0,
    insight: 0,
    estimates: { space: 0, icbm: 0, submarine: 0, slbm: 0 },
    pending: [],
    closed: [],
    answered: false,
    belief: 500,
    forecasts: [],
    desk: null,
    observer: null,
    openingThreat: 0,
    threat: 0,
    deterrence: 0,
    ...numbers,
  };
}

/** Shocks and fixed moves come when the level says, never by an actor's choice. */
function isArranged(level: Level, { id }: Move): boolean {
  return level.fixed.some(({ move }) => move === id) || (level.shock?.options.includes(id) ?? false);
}

function named<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`The library has no "${id}"`);
  return found;
}
