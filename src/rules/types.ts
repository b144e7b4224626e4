// The nouns of the model: what a level is made of, what a state holds, what may be chosen, and what is told of it.
// Every level in a state is an integer in tenths of a point, 0 … 1000, shown as 0 … 100; but munitions are containers and capital is points,
// and the threat, a sum, may pass 1000 where assumptions are changed.

import type { AssumptionId, Assumptions } from './assumptions.ts';
import type { EngineRule } from './ledger.ts';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };
export type LevelId = Brand<'LevelId'>;
export type CardId = Brand<'CardId'>;
export type MoveId = Brand<'MoveId'>;
export type TopicId = Brand<'TopicId'>;
export type ReadingId = Brand<'ReadingId'>;
export type EndingId = Brand<'EndingId'>;
export type ClaimId = Brand<'ClaimId'>;
export type FactId = Brand<'FactId'>;
export type RivalId = Brand<'RivalId'>;
/** A rule of the ledger: one of the engine's own, or one that content names. */
export type RuleId = EngineRule | Brand<'RuleId'>;

// ---------------------------------------------------------------- the hidden facts

export const BONDS = ['expedience', 'alliance'] as const;
export type Bond = (typeof BONDS)[number];
/** How Moscow values the West: 0 little, 1 some, 2 much. */
export const WEST_VALUES = [0, 1, 2] as const;
export type WestValue = (typeof WEST_VALUES)[number];

/** What nobody is told before the debrief; fixed when a campaign begins. */
export interface Hidden {
  bond: Bond;
  west: WestValue;
  /** Whether Russian advice to the launch programme had begun before the level opens. */
  help: boolean;
}

// ---------------------------------------------------------------- the visible world

export const WAR_PHASES = ['fighting', 'stalemate', 'talks', 'ended'] as const;
export type WarPhase = (typeof WAR_PHASES)[number];

export const ACTORS = ['moscow', 'pyongyang', 'beijing', 'seoul', 'tokyo', 'world'] as const;
export type Actor = (typeof ACTORS)[number];
/** Whose preparations can be seen a turn ahead. */
export const WATCHED: readonly Actor[] = ['pyongyang', 'moscow', 'beijing'];

export const LEVERS = ['sanctions', 'trilateral', 'china'] as const;
export type Lever = (typeof LEVERS)[number];

export const TECH = ['space', 'icbm', 'submarine', 'slbm'] as const;
export type Tech = (typeof TECH)[number];

/** The five tracks of the partnership between Washington, Tokyo and Seoul. */
export const TRACKS = ['communication', 'dataSharing', 'intelligenceExchange', 'missileDefence', 'exercises'] as const;
export type Track = (typeof TRACKS)[number];

/** Numbers that authored content may change, and conditions and weights may read. All are seen by the player. */
export const VISIBLE = [
  'closeness',
  'need',
  'munitions',
  'russianThreat',
  'tension',
  'thaw',
  'pressureRussia',
  'pressureNorthKorea',
  'controls',
  'interdiction',
  'unease',
  'sway',
  'friction',
  'policing',
  ...TRACKS,
  'shield',
  'footingSeoul',
  'footingTokyo',
  'durability',
  'deterrence',
  'capital',
] as const;
export type Visible = (typeof VISIBLE)[number];

/** Numbers that only estimates and tests tell of. `own…` is home-grown and follows from what is seen; `gift…` is of Russian origin and hidden. */
export const UNSEEN = ['ownSpace', 'ownIcbm', 'ownSubmarine', 'ownSlbm', 'giftSpace', 'giftIcbm', 'giftSubmarine', 'giftSlbm', 'threat'] as const;
export type Unseen = (typeof UNSEEN)[number];
export type Quantity = Visible | Unseen;
/** What an authored effect may move: everything but what the engine derives. */
export type Movable = Exclude<Visible, 'munitions' | 'deterrence'> | `own${Capitalize<Tech>}` | `gift${Capitalize<Tech>}`;

/** Russian-origin technology on the four tracks, in tenths. */
export type Gifts = readonly [space: number, icbm: number, submarine: number, slbm: number];

// ---------------------------------------------------------------- authored content

/**
 * One effect as a level's author writes it.
 * `raise`/`lower` move by fixed tenths; `strengthen` by a share of the room left up to 1000, `weaken` by a share of what is there (per mille).
 */
export interface Effect {
  do: 'raise' | 'lower' | 'strengthen' | 'weaken';
  what: Movable;
  by: number;
  rule: RuleId;
}

/** All parts must hold. Bounds are inclusive. A file may leave parts out; parsing fills them in, so that all conditions have one shape. */
export interface Condition {
  /** Empty: in any phase. */
  war: WarPhase[];
  turn: Bounds;
  /** Turns left after this one. */
  turnsLeft: Bounds;
  where: ({ what: Visible } & Bounds)[];
}
export interface Bounds {
  atLeast: number;
  atMost: number;
}

/** Something the card tries and that may fail. Chances in per mille. */
export type Attempt = {
  success: Effect[];
  failure: Effect[];
} & (
  | { of: 'beijing'; bonus: number }
  | {
      of: 'moscow';
      alliance: [number, number, number];
      expedience: [number, number, number];
    }
);

export interface Card {
  id: CardId;
  lever: Lever;
  /** Political capital, 0 … 6 points. */
  cost: number;
  /** Quarters until `later` lands, 1 … 3; 0 when nothing is delayed. */
  delay: number;
  now: Effect[];
  later: Effect[];
  attempt: Attempt | null;
  when: Condition | null;
  /** Quarters before it may be played again; 0 = next quarter. */
  rest: number;
  /** Playable once a campaign, and it shuts these others for good. */
  irreversible: { shuts: CardId[] } | null;
}

/** How likely a move is beside the actor's other moves: a sum of parts, never below 0. */
export interface Weight {
  base: number;
  /** Added under an alliance; Moscow only. */
  alliance: number;
  /** Added for each step that Moscow values the West; Moscow only. */
  west: number;
  war: Record<WarPhase, number>;
  /** Added per mille of a visible level: 500 adds half the level's tenths. */
  by: { what: Visible; perMille: number }[];
}

export interface Move {
  id: MoveId;
  actor: Actor;
  weight: Weight;
  when: Condition | null;
  effects: Effect[];
  /** The rule that says why the actor does this. */
  rule: RuleId;
  /** A launch or test, whose outcome depends on the track's true level. */
  test: { tech: Tech; success: Effect[]; failure: Effect[] } | null;
  /** Its preparations take long and may come to nothing: announced a turn ahead, it is likely and not certain. */
  telegraphed: boolean;
  /** Cards that cannot be played for so many quarters. */
  closes: { cards: CardId[]; quarters: number } | null;
}

/** A matter that intelligence reports on; each report is one of its readings. */
export interface Topic {
  id: TopicId;
  source: 'imagery' | 'signals' | 'human' | 'open';
  when: Condition | null;
  /** Which hidden fact its readings depend on. */
  axis: 'bond' | 'west' | 'help' | 'none';
  readings: Reading[];
}

export interface Reading {
  id: ReadingId;
  /** Chance in per mille under each value of the axis; each column adds to 1000 over the topic's readings. */
  chance: number[];
  /** The same once a checkpoint's insight has cleared the view. */
  clearer: number[];
}

export interface Ending {
  id: EndingId;
  /** The first ending, in the level's order, whose conditions all hold is reached. The last has none. */
  when: ({ what: EndingMeasure } & Bounds)[];
}
export const ENDING_MEASURES = [
  'balance',
  'threatGrowth',
  'transfer',
  'deterrence',
  'closeness',
  'footingSeoul',
  'footingTokyo',
  'durability',
  'policing',
  'crises',
  'thaw',
] as const;
export type EndingMeasure = (typeof ENDING_MEASURES)[number];

/** An event a player may be asked to forecast. */
export const FORECAST_EVENTS = ['war-talks', 'war-ended', 'orbit', 'icbm-success', 'crisis', 'beijing-tightens'] as const;
export type ForecastEvent = (typeof FORECAST_EVENTS)[number];

export type Opening = Record<Exclude<Quantity, 'deterrence' | 'threat'>, number> & {
  war: WarPhase;
  /** Conventional forces in the region, tenths; part of deterrence. */
  forces: number;
  /** Containers of munitions shipped before the level opens. */
  containers: number;
};

export const DESK_STEPS = ['cards', 'intelligence', 'belief', 'telegraph'] as const;
export type DeskStep = (typeof DESK_STEPS)[number];

export interface Level {
  id: LevelId;
  /** First day of the level, ISO date. Earlier events are history; later ones are simulated. */
  start: string;
  turns: number;
  /** The first turn of the second and of the third act. */
  acts: [number, number];
  prior: {
    /** Chance of an alliance, per mille. */
    alliance: number;
    /** Chances of the three values of the West, per mille, under each bond. */
    west: { alliance: [number, number, number]; expedience: [number, number, number] };
    /** Chance that help had begun, per mille, under each bond. */
    help: { alliance: number; expedience: number };
    /** Russian-origin space technology at the opening where help had begun, tenths. */
    helpGift: number;
  };
  opening: Opening;
  deck: CardId[];
  moves: MoveId[];
  topics: TopicId[];
  /** Moves that happen whatever the actors would choose; one that `fact` names did happen, and is told as history. */
  fixed: { turn: number; move: MoveId; fact: FactId | null }[];
  /** The middle act's shock: one of these, drawn by seed. */
  shock: { turn: number; options: MoveId[] } | null;
  /** The irreversible choice: these cards are offered on this turn alone. */
  crossroads: { turn: number; cards: CardId[] } | null;
  forecasts: { turn: number; event: ForecastEvent; byTurn: number }[];
  checkpoints: { turn: number; claims: ClaimId[] }[];
  /** The tutorial brings one part of the desk into use a turn, in this order; empty: all from the start. */
  steps: DeskStep[];
  history: FactId[];
  epilogue: FactId[];
  seeds: number[];
  /** What differs from the default assumptions. */
  assumptions: Partial<Record<AssumptionId, number>>;
  rivals: RivalId[];
  endings: Ending[];
}

export type Label = 'says' | 'infers' | 'ours';
export interface Because {
  rule: RuleId;
  label: Label;
  claims: readonly ClaimId[];
}
export type Ledger = Readonly<Record<string, Because>>;

export interface Rival {
  id: RivalId;
  assumptions: Partial<Record<AssumptionId, number>>;
  /** The bond that it takes as settled. */
  bond?: Bond;
}

/** Tools alone may reach into a campaign; play never does. */
export interface Interventions {
  bond?: Bond;
  west?: WestValue;
  help?: boolean;
  /** The war ends on this turn and not before; a number past the level's end means never. */
  warEndsAt?: number;
  /** Extra Russian-origin technology each quarter, tenths, by track of help. */
  extraHelp?: Partial<Record<Tech, number>>;
  /** Added to the opening closeness, tenths. */
  closeness?: number;
}

/** The moves an actor chooses from, with their weights laid out. */
export interface Repertoire {
  moves: readonly Move[];
  /** By bond, value of the West and phase of the war, in their orders: the part of each move's weight that these settle. */
  settled: readonly (readonly number[])[];
  /** The parts that follow visible levels, by level; `move` is an index. */
  following: readonly { what: Visible; parts: readonly { move: number; perMille: number }[] }[];
  /** Indices of the moves that are not always open. */
  conditional: readonly number[];
}

/** A level with everything it names, ready to run. */
export interface World {
  level: Level;
  /** What every campaign begins from. */
  blank: State;
  a: Assumptions;
  cards: readonly Card[];
  cardById: ReadonlyMap<CardId, Card>;
  /** Prior chances of the hypotheses, in billionths. */
  prior: readonly number[];
  /** What each actor chooses from. Fixed moves and shocks are apart. */
  repertoireOf: Readonly<Record<Actor, Repertoire>>;
  /** Moves that happen whatever the actors would choose, by turn. */
  fixedAt: readonly (readonly Move[])[];
  moveById: ReadonlyMap<MoveId, Move>;
  topics: readonly Topic[];
  ledger: Ledger;
  rival: RivalId | null;
  /** Assumptions the player changed. */
  changed: Partial<Record<AssumptionId, number>>;
  interventions: Interventions;
  /** Plans may choose from every legal card; a player from the hand. */
  openHand: boolean;
  /** Hash of what the rules read of the level and its library. */
  content: string;
}

// ---------------------------------------------------------------- state

export type Phase = 'desk' | 'over';

export interface State extends Record<Quantity, number> {
  schema: 1;
  phase: Phase;
  /** 0-based; equals the level's turns once over. */
  turn: number;
  seed: number;
  hidden: Hidden;
  war: WarPhase;
  /** Containers shipped since the level opened. `munitions` is the last quarter's. */
  containers: number;
  openingThreat: number;
  crises: number;
  /** Successful launches and tests, by track. */
  successes: Readonly<Record<Tech, number>>;
  beijingSteps: number;
  insight: number;
  /** Latest assessed level of each track, tenths; see `estimate.ts` for how far off it may be. */
  estimates: Readonly<Record<Tech, number>>;
  /** Card effects on their way. */
  pending: readonly Pending[];
  /** Cards out of reach until a turn (exclusive); Infinity is never used, `turns` means for good. */
  closed: readonly { card: CardId; until: number }[];
  answered: boolean;
  /** The belief in an alliance last stated, per mille. */
  belief: number;
  forecasts: readonly Forecast[];
  desk: Desk | null;
  observer: Observer | null;
}

export interface Pending {
  card: CardId;
  due: number;
}

export interface Forecast {
  turn: number;
  /** Belief in an alliance, per mille. */
  belief: number;
  /** The ideal observer's belief at that moment, per mille. */
  ideal: number;
  event?: { event: ForecastEvent; chance: number; byTurn: number };
}

/** What lies on the desk this turn. */
export interface Desk {
  hand: readonly CardId[];
  reports: readonly { topic: TopicId; reading: ReadingId; clear: boolean }[];
  /** Matters reported on here and at the desks before, which are not reported on again so soon. */
  recent: readonly TopicId[];
  /** The track whose estimate is new this turn. */
  assessed: Tech;
  /** The move that is seen being prepared, and how surely it goes ahead, per mille. */
  telegraph: { actor: Actor; move: MoveId; chance: number } | null;
  /** Those looked at before it who are seen going on as before, and so will. */
  quiet: readonly { actor: Actor; move: MoveId }[];
}

/** Hypotheses are ordered bond × west × help; see `HYPOTHESES`. */
export interface Observer {
  /** Posterior weights, adding to 1. */
  weights: readonly number[];
  /** What Russia would have given by now under each hypothesis. */
  gifts: readonly Gifts[];
}

// ---------------------------------------------------------------- choices and events

export type Choice =
  | { kind: 'forecast'; belief: number; event?: number }
  | { kind: 'decide'; cards: CardId[] }
  | { kind: 'answer'; item: string; response: unknown; earned: boolean };

export const REFUSALS = [
  'unknown-choice',
  'campaign-over',
  'unknown-card',
  'too-many-cards',
  'same-card-twice',
  'not-in-hand',
  'not-enough-capital',
  'card-closed',
  'not-now',
  'excludes-each-other',
  'belief-out-of-range',
  'event-out-of-range',
  'no-event-asked',
  'no-checkpoint',
  'already-answered',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Event =
  | { type: 'changed'; turn: number; what: Quantity; from: number; to: number; because: Because }
  | { type: 'cardPlayed'; turn: number; card: CardId }
  | { type: 'attempted'; turn: number; card: CardId; of: 'beijing' | 'moscow'; succeeded: boolean; because: Because }
  | { type: 'effectAhead'; turn: number; card: CardId; because: Because }
  | { type: 'effectLanded'; turn: number; card: CardId }
  | { type: 'warChanged'; turn: number; from: WarPhase; to: WarPhase; because: Because }
  | { type: 'moved'; turn: number; actor: Actor; move: MoveId; foreseen: boolean; because: Because }
  | { type: 'calledOff'; turn: number; actor: Actor; move: MoveId; because: Because }
  | { type: 'assessed'; turn: number; tech: Tech; from: number; to: number; because: Because }
  | { type: 'tested'; turn: number; tech: Tech; succeeded: boolean; because: Because }
  | { type: 'cardsClosed'; turn: number; cards: CardId[]; until: number; because: Because }
  | { type: 'crisisBroke'; turn: number; because: Because }
  | { type: 'believed'; turn: number; belief: number }
  | { type: 'insightEarned'; turn: number }
  | { type: 'quarterEnded'; turn: number }
  | { type: 'campaignEnded'; turn: number; ending: EndingId };

export type Applied = { ok: true; state: State; events: readonly Event[] } | { ok: false; refusal: Refusal; detail: string };
