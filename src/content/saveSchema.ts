// A saved campaign: its log, and the state it had reached, so that later rules can go on from it.
// Ranges here are wider than today's model: a save of any released version must stay readable.

import { z } from 'zod';
import type { AssumptionId } from '../rules/assumptions.ts';
import type { CampaignHeader, CampaignLog } from '../rules/campaign.ts';
import { HYPOTHESES } from '../rules/hypotheses.ts';
import {
  ACTORS,
  BONDS,
  type Choice,
  FORECAST_EVENTS,
  type LevelId,
  type MoveId,
  type ReadingId,
  type RivalId,
  type State,
  TECH,
  type TopicId,
  UNSEEN,
  VISIBLE,
  WAR_PHASES,
} from '../rules/types.ts';
import { cardId, id, list, meaning, moveId, oneOf, perMille, tenths, whole } from './fields.ts';
import { MAX_NAME } from './saveName.ts';

/** The state at which a campaign changed over to other rules or other content; what came before cannot be folded again. */
export interface Carried {
  /** Hashes of the rules and content under which it went on. */
  rules: string;
  content: string;
  /** How many choices of the log were made before. */
  choices: number;
  /** As it was when it changed over. */
  state: State;
}

export interface Save {
  /** When, as an ISO date and time in UTC. */
  savedAt: string;
  /** As the player called it; empty when nobody did. */
  name: string;
  /** Whether it is a branch after a rewind. */
  practice: boolean;
  /** All choices from the beginning, under the header with which the campaign began. */
  log: CampaignLog;
  carried: Carried | null;
  /** What the choices came to. */
  state: State;
}

const MAX_CHOICES = 400;
const MOST = 100;
const hash = z.string('a hash of 16 hexadecimal digits').regex(/^[0-9a-f]{16}$/, 'a hash of 16 hexadecimal digits');
const count = whole(0, 1_000_000);
const byTech = <Value extends z.ZodType>(value: Value) => z.strictObject(Object.fromEntries(TECH.map((tech) => [tech, value])) as Record<(typeof TECH)[number], Value>);

/** What is counted or summed, and so may pass 1000. */
const UNBOUNDED: readonly string[] = ['munitions', 'threat', 'capital'];
const quantities = Object.fromEntries([...VISIBLE, ...UNSEEN].map((what) => [what, UNBOUNDED.includes(what) ? count : tenths])) as Record<
  (typeof VISIBLE)[number] | (typeof UNSEEN)[number],
  z.ZodInt
>;

const seed = whole(0, 4_294_967_295);
const turn = whole(0, MOST);
const chance = z.number('a chance from 0 to 1').min(0, 'a chance from 0 to 1').max(1, 'a chance from 0 to 1');

const move = moveId as z.ZodType<MoveId, string>;

const desk = z.strictObject({
  hand: list(cardId, 0, MOST),
  reports: list(z.strictObject({ topic: id<TopicId>(), reading: id<ReadingId>(), clear: z.boolean() }), 0, MOST),
  recent: list(id<TopicId>(), 0, MOST),
  assessed: oneOf(TECH),
  telegraph: z.strictObject({ actor: oneOf(ACTORS), move, chance: perMille }).nullable(),
  quiet: list(z.strictObject({ actor: oneOf(ACTORS), move }), 0, ACTORS.length),
});

const forecast = z.strictObject({
  turn,
  belief: perMille,
  ideal: perMille,
  event: z.strictObject({ event: oneOf(FORECAST_EVENTS), chance: perMille, byTurn: turn }).exactOptional(),
});

const state = z
  .strictObject({
    schema: z.literal(1),
    phase: oneOf(['desk', 'over']),
    turn,
    seed,
    hidden: z.strictObject({ bond: oneOf(BONDS), west: z.literal([0, 1, 2]), help: z.boolean() }),
    war: oneOf(WAR_PHASES),
    containers: count,
    openingThreat: count,
    crises: turn,
    successes: byTech(count),
    beijingSteps: count,
    insight: count,
    estimates: byTech(whole(-1_000_000, 1_000_000)),
    pending: list(z.strictObject({ card: cardId, due: turn }), 0, MOST),
    closed: list(z.strictObject({ card: cardId, until: turn }), 0, MAX_CHOICES),
    answered: z.boolean(),
    belief: perMille,
    forecasts: list(forecast, 0, MOST),
    desk: desk.nullable(),
    observer: z.strictObject({
      weights: list(chance, HYPOTHESES.length, HYPOTHESES.length),
      gifts: list(z.tuple([tenths, tenths, tenths, tenths]), HYPOTHESES.length, HYPOTHESES.length),
    }),
    ...quantities,
  })
  .superRefine(
    meaning<{ phase: string; desk: unknown }>(({ phase, desk }, refuse) => {
      if ((phase === 'over') !== (desk === null)) refuse(['desk'], phase === 'over' ? 'null, for the campaign is over' : 'a desk, for the campaign is under way');
    }),
  ) as unknown as z.ZodType<State, unknown>;

const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('forecast'), belief: perMille, event: perMille.exactOptional() }),
  z.strictObject({ kind: z.literal('decide'), cards: list(cardId, 0, 2) }),
  z.strictObject({ kind: z.literal('answer'), item: z.string().max(200), response: z.unknown(), earned: z.boolean() }),
]) as unknown as z.ZodType<Choice, unknown>;

/** Assumptions by any name: those of other versions are sorted out when the campaign is resumed. */
const assumptions = z
  .record(z.string().regex(/^[A-Za-z0-9]{1,48}$/), whole(-1_000_000, 1_000_000))
  .refine((all) => Object.keys(all).length <= 500, 'at most 500 assumptions') as unknown as z.ZodType<Partial<Record<AssumptionId, number>>, unknown>;

const header: z.ZodType<CampaignHeader, unknown> = z.strictObject({
  format: z.literal('counterweight-log'),
  kind: z.literal('campaign'),
  rules: hash,
  content: hash,
  seed,
  level: id<LevelId>(),
  assumptions,
  rival: id<RivalId>().nullable(),
});

/** The newest form of the document, its frame taken off. */
export const saveSchema: z.ZodType<Save, unknown> = z
  .strictObject({
    savedAt: z.iso.datetime('a date and time such as 2026-01-31T12:00:00.000Z'),
    name: z.string().max(MAX_NAME, `text of at most ${MAX_NAME} characters`),
    practice: z.boolean(),
    log: z.strictObject({ header, choices: list(choice, 0, MAX_CHOICES) }),
    carried: z.strictObject({ rules: hash, content: hash, choices: whole(0, MAX_CHOICES), state }).nullable(),
    state,
  })
  .superRefine(
    meaning<Save>(({ log, carried, state }, refuse) => {
      const expected = `${log.header.seed}, the seed of the log`;
      if (state.seed !== log.header.seed) refuse(['state', 'seed'], expected);
      if (carried === null) return;
      if (carried.state.seed !== log.header.seed) refuse(['carried', 'state', 'seed'], expected);
      if (carried.choices > log.choices.length) refuse(['carried', 'choices'], `at most ${log.choices.length}, the number of choices`);
    }),
  );
