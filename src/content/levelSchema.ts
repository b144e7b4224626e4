// A level: what its file may hold, and whether its parts fit each other.

import { z } from 'zod';
import { ASSUMPTIONS } from '../rules/assumptions.ts';
import {
  ACTORS,
  DESK_STEPS,
  ENDING_MEASURES,
  type Ending,
  type EndingId,
  type FactId,
  FORECAST_EVENTS,
  LEVERS,
  type Level,
  type LevelId,
  type Opening,
  type RivalId,
  type TopicId,
  UNSEEN,
  VISIBLE,
  type Visible,
  WAR_PHASES,
} from '../rules/types.ts';
import { boundsOn, overrides } from './bounds.ts';
import { cardId, claimId, day, distinct, distinctBy, HEADER, id, list, meaning, moveId, oneOf, perMille, type Refuse, sum, tenths, turn, whole } from './fields.ts';
import { MAX_TURNS, MIN_TURNS, PER_MILLE, rangeOf, rangeOfMeasure } from './ranges.ts';
import { inlineText } from './wordSchemas.ts';

type OpeningNumber = Exclude<keyof Opening, 'war'>;
const openingNumbers = [...VISIBLE, ...UNSEEN].filter((what) => what !== 'deterrence' && what !== 'threat');
const opening: z.ZodType<Opening, unknown> = z.strictObject({
  war: oneOf(WAR_PHASES),
  forces: tenths,
  containers: whole(0, 100_000),
  ...(Object.fromEntries(openingNumbers.map((what) => [what, whole(...rangeOf(what as Visible))])) as Record<Exclude<OpeningNumber, 'forces' | 'containers'>, z.ZodInt>),
});

const westRow = z.tuple([perMille, perMille, perMille]).superRefine(
  meaning<[number, number, number]>((row, refuse) => {
    if (sum(row) !== PER_MILLE) refuse([], `three chances that add to ${PER_MILLE}`, { found: `chances that add to ${sum(row)}` });
  }),
);

const levelShape = {
  ...HEADER,
  id: id<LevelId>(),
  start: day,
  turns: whole(MIN_TURNS, MAX_TURNS),
  acts: z.tuple([turn, turn]),
  prior: z.strictObject({
    alliance: perMille,
    west: z.strictObject({ alliance: westRow, expedience: westRow }),
    help: z.strictObject({ alliance: perMille, expedience: perMille }),
    helpGift: tenths,
  }),
  opening,
  deck: distinct(cardId, LEVERS.length, 64),
  moves: distinct(moveId, ACTORS.length, 128),
  topics: distinct(id<TopicId>(), 0, 64).default([]),
  fixed: list(z.strictObject({ turn, move: moveId, fact: id<FactId>().nullable().default(null) }), 0, 48).default([]),
  shock: z
    .strictObject({ turn, options: distinct(moveId, 1, 8) })
    .nullable()
    .default(null),
  crossroads: z
    .strictObject({ turn, cards: distinct(cardId, 1, 4) })
    .nullable()
    .default(null),
  forecasts: distinctBy('turn', z.strictObject({ turn, event: oneOf(FORECAST_EVENTS), byTurn: whole(1, MAX_TURNS) }), 0, MAX_TURNS).default([]),
  checkpoints: distinctBy('turn', z.strictObject({ turn, claims: distinct(claimId, 1, 8) }), 0, 2).default([]),
  steps: distinct(oneOf(DESK_STEPS), 0, DESK_STEPS.length).default([]),
  history: distinct(id<FactId>(), 0, 64).default([]),
  epilogue: distinct(id<FactId>(), 0, 64).default([]),
  seeds: distinct(whole(0, 4_294_967_295), 1, 64),
  assumptions: overrides.default({}),
  rivals: distinct(id<RivalId>(), 0, 16).default([]),
  endings: distinctBy('id', z.strictObject({ id: id<EndingId>(), when: list(boundsOn(ENDING_MEASURES, rangeOfMeasure), 0, 12).default([]) }), 1, 12),
};

function makesSense(level: Level, refuse: Refuse): void {
  const { turns, acts } = level;
  const inside = (turn: number, path: PropertyKey[]) => {
    if (turn >= turns) refuse(path, `a turn of this level, 0 to ${turns - 1}`);
  };
  if (acts[0] < 1) refuse(['acts', 0], 'a turn after the first, which is 0');
  if (acts[1] <= acts[0]) refuse(['acts', 1], `a turn after ${acts[0]}, where the second act begins`);
  inside(acts[1], ['acts', 1]);
  if (level.shock !== null) inside(level.shock.turn, ['shock', 'turn']);
  if (level.crossroads !== null) inside(level.crossroads.turn, ['crossroads', 'turn']);
  for (const [i, fixed] of level.fixed.entries()) inside(fixed.turn, ['fixed', i, 'turn']);
  for (const [i, checkpoint] of level.checkpoints.entries()) inside(checkpoint.turn, ['checkpoints', i, 'turn']);
  level.forecasts.forEach((forecast, i) => {
    inside(forecast.turn, ['forecasts', i, 'turn']);
    if (forecast.byTurn <= forecast.turn || forecast.byTurn > turns) refuse(['forecasts', i, 'byTurn'], `a turn after the forecast's own, ${forecast.turn}, and at most ${turns}`);
  });
  const limit = level.assumptions.capitalLimit ?? ASSUMPTIONS.capitalLimit.default;
  if (level.opening.capital > limit) refuse(['opening', 'capital'], `at most ${limit}, the assumption "capitalLimit"`);
  if (level.opening.giftSpace + level.prior.helpGift > PER_MILLE) refuse(['prior', 'helpGift'], `at most ${PER_MILLE} together with opening.giftSpace`);
  endingsMakeSense(level.endings, turns, refuse);
}

function endingsMakeSense(endings: readonly Ending[], turns: number, refuse: Refuse): void {
  endings.forEach(({ when }, i) => {
    const last = i === endings.length - 1;
    if (last && when.length > 0) refuse(['endings', i, 'when'], 'no condition on the last ending', { cure: 'add a last ending that is always reached' });
    if (!last && when.length === 0) refuse(['endings', i, 'when'], 'a condition on every ending but the last', { cure: 'without one the endings after it are never reached' });
    when.forEach(({ what, atLeast, atMost }, j) => {
      const clash = when.slice(0, j).findIndex((other) => other.what === what && Math.max(other.atLeast, atLeast) > Math.min(other.atMost, atMost));
      if (clash >= 0) refuse(['endings', i, 'when', j], `bounds on ${what} that when[${clash}] allows`, { cure: 'no campaign meets both, so that this ending is never reached' });
      if (what === 'crises' && atLeast > turns) refuse(['endings', i, 'when', j, 'atLeast'], `at most ${turns}, since a crisis takes a turn`);
    });
    const earlier = endings.slice(0, i).findIndex((other) => other.when.length > 0 && !last && covers(other, { when }));
    if (earlier >= 0)
      refuse(['endings', i], 'an ending that some campaign reaches', {
        found: `conditions under which endings[${earlier}] comes first`,
        cure: 'put it earlier or change its bounds',
      });
  });
}

/** Whether every campaign that meets the inner conditions meets the outer ones. */
function covers(outer: Pick<Ending, 'when'>, inner: Pick<Ending, 'when'>): boolean {
  return outer.when.every((bounds) => {
    const same = inner.when.filter(({ what }) => what === bounds.what);
    const [least, most] = rangeOfMeasure(bounds.what);
    return Math.max(least, ...same.map(({ atLeast }) => atLeast)) >= bounds.atLeast && Math.min(most, ...same.map(({ atMost }) => atMost)) <= bounds.atMost;
  });
}

/** Leaves out what is not the rules'. */
export const levelFile = z
  .strictObject(levelShape)
  .superRefine(meaning(makesSense))
  .transform(({ $schema: _, schema: __, ...level }): Level => level);

/** A level from a stranger, which carries its words. */
export const strangerLevelFile = z
  .strictObject({ ...levelShape, text: inlineText })
  .superRefine(meaning(makesSense))
  .transform(({ $schema: _, schema: __, text, ...level }): { level: Level; text: z.output<typeof inlineText> } => ({ level, text }));
