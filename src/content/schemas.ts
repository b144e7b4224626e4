// What each kind of file may hold. A file that passes has become a value of the rules' types, every part left out filled in.
// What can only be known from several files together is `crossref.ts`'s.

import { z } from 'zod';
import {
  ACTORS,
  BONDS,
  type Card,
  type Condition,
  type Effect,
  type FactId,
  LEVERS,
  type Level,
  type LevelId,
  type Movable,
  type Move,
  type ReadingId,
  type Rival,
  type RivalId,
  TECH,
  type Topic,
  type TopicId,
  UNSEEN,
  VISIBLE,
  WAR_PHASES,
} from '../rules/types.ts';
import { boundsOn, inOrder, overrides } from './bounds.ts';
import { cardId, claimId, day, distinct, distinctBy, HEADER, id, list, meaning, moveId, oneOf, perMille, ruleId, sum, tenths, turn, whole } from './fields.ts';
import { levelFile, strangerLevelFile } from './levelSchema.ts';
import { quizFile, quizText, strangerQuizFile } from './quizSchema.ts';
import { MAX_CAPITAL, MAX_TURNS, PARAGRAPHS, PER_MILLE, rangeOf } from './ranges.ts';
import { WORD_SCHEMAS } from './wordSchemas.ts';

const MAX_EFFECTS = 16;

// ---------------------------------------------------------------- effects and conditions

const MOVABLE = [...VISIBLE, ...UNSEEN].filter((what): what is Movable => !['munitions', 'deterrence', 'threat'].includes(what));

const effect = z.strictObject({ do: oneOf(['raise', 'lower', 'strengthen', 'weaken']), what: oneOf(MOVABLE), by: whole(1, PER_MILLE), rule: ruleId }).superRefine(
  meaning<Effect>((effect, refuse) => {
    // The observer counts gifts as fixed sums, and capital is in points: shares of either mean nothing.
    if (effect.what.startsWith('gift') && effect.do !== 'raise') refuse(['do'], `"raise", for ${effect.what} can only be raised`);
    if (effect.what !== 'capital') return;
    if (effect.do !== 'raise' && effect.do !== 'lower') refuse(['do'], '"raise" or "lower", for capital is counted in points');
    if (effect.by > MAX_CAPITAL) refuse(['by'], `at most ${MAX_CAPITAL} points of capital`);
  }),
);
const effects = list(effect, 0, MAX_EFFECTS);
const anyEffects = effects.default([]);

const anyTurn = { atLeast: 0, atMost: MAX_TURNS - 1 };
const turnBounds = z
  .strictObject({ atLeast: turn.default(anyTurn.atLeast), atMost: turn.default(anyTurn.atMost) })
  .superRefine(meaning(inOrder))
  .default(anyTurn);

const condition: z.ZodType<Condition | null, unknown> = z
  .strictObject({
    war: distinct(oneOf(WAR_PHASES), 0, WAR_PHASES.length).default([]),
    turn: turnBounds,
    turnsLeft: turnBounds,
    where: list(boundsOn(VISIBLE, rangeOf), 0, 8).default([]),
  })
  .nullable()
  .default(null);

// ---------------------------------------------------------------- cards, moves, intelligence

const chances = z.tuple([perMille, perMille, perMille]);
const attempt = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('beijing'), bonus: whole(-PER_MILLE, PER_MILLE), success: anyEffects, failure: anyEffects }),
  z.strictObject({ of: z.literal('moscow'), alliance: chances, expedience: chances, success: anyEffects, failure: anyEffects }),
]);

const card = z
  .strictObject({
    id: cardId,
    lever: oneOf(LEVERS),
    cost: whole(0, 6),
    delay: whole(0, 3).default(0),
    now: anyEffects,
    later: anyEffects,
    attempt: attempt.nullable().default(null),
    when: condition,
    rest: whole(0, MAX_TURNS).default(0),
    irreversible: z
      .strictObject({ shuts: distinct(cardId, 0, 16) })
      .nullable()
      .default(null),
  })
  .superRefine(
    meaning<Card>((card, refuse) => {
      if (card.later.length > 0 && card.delay === 0) refuse(['delay'], 'a delay of 1 to 3 quarters, since "later" has effects');
      if (card.later.length === 0 && card.delay > 0) refuse(['delay'], '0, since "later" is empty');
      if (card.now.length === 0 && card.later.length === 0 && card.attempt === null) refuse([], 'a card that does something: "now", "later" or "attempt"');
      const self = card.irreversible?.shuts.indexOf(card.id) ?? -1;
      if (self >= 0) refuse(['irreversible', 'shuts', self], 'another card than itself', { cure: 'remove it: an irreversible card is played once anyway' });
    }),
  );

const weightPart = whole(-PER_MILLE, PER_MILLE);
const noWar = { fighting: 0, stalemate: 0, talks: 0, ended: 0 };
const inWar = weightPart.default(0);
const weight = z.strictObject({
  base: weightPart,
  alliance: inWar,
  west: inWar,
  war: z.strictObject({ fighting: inWar, stalemate: inWar, talks: inWar, ended: inWar }).default(noWar),
  by: distinctBy('what', z.strictObject({ what: oneOf(VISIBLE), perMille: whole(-10_000, 10_000) }), 0, 8).default([]),
});

const move = z
  .strictObject({
    id: moveId,
    actor: oneOf(ACTORS),
    weight,
    when: condition,
    effects: anyEffects,
    rule: ruleId,
    test: z
      .strictObject({ tech: oneOf(TECH), success: anyEffects, failure: anyEffects })
      .nullable()
      .default(null),
    telegraphed: z.boolean().default(false),
    closes: z
      .strictObject({ cards: distinct(cardId, 1, 16), quarters: whole(1, MAX_TURNS) })
      .nullable()
      .default(null),
  })
  .superRefine(
    meaning<Move>(({ actor, weight }, refuse) => {
      if (actor === 'moscow') return;
      const cure = 'leave it out: only Moscow knows the bond and how it values the West';
      if (weight.alliance !== 0) refuse(['weight', 'alliance'], '0', { cure });
      if (weight.west !== 0) refuse(['weight', 'west'], '0', { cure });
    }),
  );

const COLUMNS: Readonly<Record<Topic['axis'], number>> = { bond: 2, west: 3, help: 2, none: 1 };
const column = list(perMille, 1, 3);

const topic = z
  .strictObject({
    id: id<TopicId>(),
    source: oneOf(['imagery', 'signals', 'human', 'open']),
    when: condition,
    axis: oneOf(['bond', 'west', 'help', 'none']),
    readings: distinctBy('id', z.strictObject({ id: id<ReadingId>(), chance: column, clearer: column.exactOptional() }), 2, 8),
  })
  .superRefine(
    meaning<{ axis: Topic['axis']; readings: { chance: number[]; clearer?: number[] }[] }>(({ axis, readings }, refuse) => {
      const columns = COLUMNS[axis];
      for (const table of ['chance', 'clearer'] as const) {
        if (table === 'clearer' && axis === 'none' && readings.every((reading) => reading.clearer === undefined)) continue;
        const rows = readings.map((reading) => reading[table]);
        rows.forEach((row, i) => {
          if (row?.length !== columns) refuse(['readings', i, table], `${columns} ${columns === 1 ? 'chance' : 'chances'}, for the axis is "${axis}"`);
        });
        if (rows.some((row) => row?.length !== columns)) continue;
        for (let i = 0; i < columns; i++) {
          const total = sum(rows.map((row) => row?.[i] ?? 0));
          if (total !== PER_MILLE) refuse(['readings', 0, table, i], `a column that adds to ${PER_MILLE} over all readings`, { found: `a column that adds to ${total}` });
        }
      }
    }),
  )
  .transform((topic) => ({ ...topic, readings: topic.readings.map((reading) => ({ ...reading, clearer: reading.clearer ?? reading.chance })) }));

// ---------------------------------------------------------------- claims, facts, ledger, rivals, campaigns

const claim = z.strictObject({
  id: claimId,
  paragraphs: distinct(whole(1, PARAGRAPHS), 1, PARAGRAPHS),
  kind: oneOf(['fact', 'mechanism', 'question', 'evidence', 'possibility', 'reason', 'judgement', 'recommendation']),
});
export type Claim = z.output<typeof claim>;

const fact = z.strictObject({ id: id<FactId>(), date: day, to: day.exactOptional(), precision: oneOf(['day', 'month']), checked: z.boolean() }).superRefine(
  meaning<{ date: string; to?: string }>(({ date, to }, refuse) => {
    if (to !== undefined && to <= date) refuse(['to'], `a date after ${date}`);
  }),
);
export type Fact = z.output<typeof fact>;

const entry = z.strictObject({ rule: ruleId, label: oneOf(['says', 'infers', 'ours']), claims: distinct(claimId, 0, 16) }).superRefine(
  meaning<{ label: string; claims: unknown[] }>(({ label, claims }, refuse) => {
    if (label !== 'ours' && claims.length === 0) refuse(['claims'], `at least one claim, for the label is "${label}"`);
  }),
);

const rival = z.strictObject({ id: id<RivalId>(), assumptions: overrides, bond: oneOf(BONDS).exactOptional() });
const campaign = z.strictObject({ id: id<string>(), levels: distinct(id<LevelId>(), 1, 24) });
export type Campaign = z.output<typeof campaign>;

// ---------------------------------------------------------------- plans of the tools

const planStep = z.strictObject({
  when: z
    .strictObject({ every: whole(1, MAX_TURNS).default(1), offset: whole(0, MAX_TURNS - 1).default(0), uneaseAtLeast: tenths.default(0) })
    .default({ every: 1, offset: 0, uneaseAtLeast: 0 })
    .superRefine(
      meaning<{ every: number; offset: number }>(({ every, offset }, refuse) => {
        if (offset >= every) refuse(['offset'], `less than "every", ${every}`);
      }),
    ),
  cards: list(cardId, 1, 16),
  rotate: z.boolean().default(false),
});
const plan = z.strictObject({ id: id<string>(), purse: whole(0, 6), steps: list(planStep, 0, 8), random: z.boolean().default(false) });
export type AuthoredPlan = z.output<typeof plan>;

/** Every kind of file and what it becomes. */
export const SCHEMAS = {
  claims: z.strictObject({ ...HEADER, claims: distinctBy('id', claim, 1, 200) }).transform(({ claims }) => claims),
  facts: z.strictObject({ ...HEADER, facts: distinctBy('id', fact, 0, 500) }).transform(({ facts }) => facts),
  ledger: z.strictObject({ ...HEADER, rules: distinctBy('rule', entry, 1, 1000) }).transform(({ rules }) => rules),
  cards: z.strictObject({ ...HEADER, cards: distinctBy('id', card, 1, 500) }).transform(({ cards }) => cards),
  moves: z.strictObject({ ...HEADER, moves: distinctBy('id', move, 1, 500) }).transform(({ moves }) => moves),
  intelligence: z.strictObject({ ...HEADER, topics: distinctBy('id', topic, 0, 200) }).transform(({ topics }) => topics),
  rivals: z.strictObject({ ...HEADER, rivals: distinctBy('id', rival, 0, 50) }).transform(({ rivals }) => rivals),
  campaigns: z.strictObject({ ...HEADER, campaigns: distinctBy('id', campaign, 0, 50) }).transform(({ campaigns }) => campaigns),
  plans: z.strictObject({ ...HEADER, plans: distinctBy('id', plan, 0, 50) }).transform(({ plans }) => plans),
  level: levelFile,
  'stranger-level': strangerLevelFile,
  quiz: quizFile,
  'stranger-quiz': strangerQuizFile,
  'text/claims': WORD_SCHEMAS.claims,
  'text/facts': WORD_SCHEMAS.facts,
  'text/rules': WORD_SCHEMAS.rules,
  'text/cards': WORD_SCHEMAS.cards,
  'text/moves': WORD_SCHEMAS.moves,
  'text/intelligence': WORD_SCHEMAS.intelligence,
  'text/levels': WORD_SCHEMAS.levels,
  'text/endings': WORD_SCHEMAS.endings,
  'text/assumptions': WORD_SCHEMAS.assumptions,
  'text/rivals': WORD_SCHEMAS.rivals,
  'text/interface': WORD_SCHEMAS.interface,
  'text/live': WORD_SCHEMAS.live,
  'text/kit': WORD_SCHEMAS.kit,
  'text/quiz': quizText,
} satisfies Record<string, z.ZodType> & {
  cards: z.ZodType<Card[]>;
  moves: z.ZodType<Move[]>;
  intelligence: z.ZodType<Topic[]>;
  rivals: z.ZodType<Rival[]>;
  level: z.ZodType<Level>;
};

export type Kind = keyof typeof SCHEMAS;
export const KINDS = Object.keys(SCHEMAS) as Kind[];
export type Parsed<K extends Kind> = z.output<(typeof SCHEMAS)[K]>;
