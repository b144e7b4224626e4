// Runs every check on every full-length level, its mutants, the rivals and the endings, and gathers what was found.

import type { Content } from '../../content/crossref.ts';
import { begin } from '../../rules/apply.ts';
import { holdBalance, playOut } from '../../rules/campaign.ts';
import { balanceOf, ending } from '../../rules/endings.ts';
import type { EndingId, Level, LevelId, RivalId } from '../../rules/types.ts';
import { type Lab, labOf, NAMED_PLANS, planOf, worldOf } from '../lab.ts';
import { runPlan } from '../plans.ts';
import { CHECKS, type Mutant } from './checks.ts';
import { BEST_PLANS_DIFFER, bestPlansDiffer, GAME_CHECKS, type Game, playGame } from './game.ts';
import { ascending, clearance, type Measured, measureParts, missesByFigure, quantile } from './measure.ts';
import { type Decisions, type Effort, search } from './search.ts';

export interface Row {
  id: string;
  /** Claim ids, or for G1–G5 what makes it a game. */
  claim: string;
  level: LevelId;
  passed: boolean;
  /** It did not pass, and only for its bounds: every figure clears its threshold, but the sample is too small to be sure. */
  unsettled: boolean;
  /** Of the part that comes closest to failing. */
  figure: number;
  threshold: number;
  n: number;
  bound: number;
  says: string;
  parts: readonly Measured[];
}

export interface Report {
  campaigns: number;
  seed: number;
  /** Of scores between the 5th and the 95th percentile over the named plans and random play, tenths, by level. */
  scoreRange: Record<LevelId, number>;
  checks: readonly Row[];
  /** Checks that need what is not there yet, and what. */
  notYet: readonly { id: string; needs: string }[];
  mutants: readonly { id: string; says: string; failed: boolean; figure: number; bound: number; n: number }[];
  /** Of V1–V14, by figure. */
  rivals: readonly { rival: RivalId; breaks: readonly string[] }[];
  endings: readonly { level: LevelId; ending: EndingId; plan: string; share: number }[];
  passed: boolean;
}

export const FULL_LENGTH = 8;
export const DEFAULT_CAMPAIGNS = 800;
export const DEFAULT_SEED = 1;
/** The jackknife has twenty batches, and needs a few seeds in each. */
export const LEAST_CAMPAIGNS = 100;
const EFFORT: Effort = { plans: 60, tries: 60, seeds: 60 };
const MUTANT_EFFORT: Effort = { plans: 40, tries: 40, seeds: 40 };

const PLANS = [...NAMED_PLANS, 'random'] as const;

/**
 * @param campaigns seeds for each check, at least LEAST_CAMPAIGNS
 * @param onStep told what begins, and how many steps there are in all
 */
export function verify(content: Content, campaigns: number, seed: number, onStep: (doing: string, steps: number) => void = () => {}): Report {
  const levels = [...content.levels.values()];
  const full = levels.filter(({ turns }) => turns >= FULL_LENGTH);
  const rivals = content.library.rivals;
  const steps = full.length * (2 * CHECKS.length + 2 * GAME_CHECKS.length + 1 + rivals.length) + levels.length;
  const step = (doing: string) => onStep(doing, steps);

  const scoreRange: Report['scoreRange'] = {};
  const rows: Row[] = [];
  const mutants = new Map<string, Report['mutants'][number]>();
  const games: Game[] = [];
  const broken = new Map<RivalId, Set<string>>(rivals.map(({ id }) => [id, new Set()]));
  for (const level of full) {
    const lab = labOf(content, level);
    const range = scoreRangeOf(lab, seed, campaigns);
    scoreRange[level.id] = range;
    for (const check of CHECKS) {
      step(`${check.id} ${level.id}`);
      rows.push(rowOf(check.id, check.claims.join(', '), level, check.says, measureCheck(check, lab, range, seed, campaigns), campaigns));
      step(`${check.id} under its mutant`);
      note(mutants, check, measureCheck(check, check.mutant.change(lab), range, seed, campaigns), campaigns);
    }
    step('search');
    const game = playGame(lab, range, EFFORT, seed, campaigns >> 1);
    games.push(game);
    for (const check of GAME_CHECKS) {
      step(`${check.id} ${level.id}`);
      rows.push(rowOf(check.id, 'game', level, check.says, check.measure(game), game.n));
      step(`${check.id} under its mutant`);
      const mutated = playGame(check.mutant.change(lab), range, MUTANT_EFFORT, seed, Math.max(LEAST_CAMPAIGNS, campaigns >> 3));
      note(mutants, check, check.measure(mutated), mutated.n);
    }
    // A rival is judged by the figures themselves: where only a bound misses, the sample is too small to say.
    for (const rival of rivals) {
      step(`rival ${rival.id}`);
      for (const check of CHECKS) if (measureCheck(check, { ...lab, rival }, range, seed, campaigns).some(missesByFigure)) broken.get(rival.id)?.add(check.id);
    }
  }
  const endings = levels.flatMap((level) => {
    step(`endings of ${level.id}`);
    return endingsOf(labOf(content, level), seed, campaigns >> 1);
  });
  if (games.length >= 2) for (const game of games) rows.push(rowOf('G5', 'game', game.lab.level, BEST_PLANS_DIFFER, bestPlansDiffer(game, games), game.n));
  const checks = worstOf(rows);
  return {
    campaigns,
    seed,
    scoreRange,
    checks,
    notYet: games.length < 2 ? [{ id: 'G5', needs: 'two full-length levels, whose best plans can be compared' }] : [],
    mutants: [...mutants.values()],
    rivals: [...broken].map(([rival, breaks]) => ({ rival, breaks: [...breaks] })),
    endings,
    passed: checks.every(({ passed }) => passed) && [...mutants.values()].every(({ failed }) => failed) && endings.every(({ share }) => share > 0),
  };
}

function measureCheck(check: (typeof CHECKS)[number], lab: Lab, range: number, seed: number, n: number): Measured[] {
  const { trial, parts } = check.prepare(lab, range);
  return measureParts(trial, parts, seed, n);
}

export function rowOf(id: string, claim: string, level: Level, says: string, parts: readonly Measured[], n: number): Row {
  const { figure, threshold, bound } = parts.reduce((worst, part) => (clearance(part) < clearance(worst) ? part : worst));
  const failing = parts.filter(({ passed }) => !passed);
  const unsettled = failing.length > 0 && !failing.some(missesByFigure);
  return { id, claim, level: level.id, passed: failing.length === 0, unsettled, figure, threshold, n, bound, says, parts };
}

/** Of each check, the level where it comes closest to failing. */
function worstOf(rows: readonly Row[]): Row[] {
  const closest = (row: Row) => Math.min(...row.parts.map(clearance));
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((same) => same.reduce((worst, row) => (closest(row) < closest(worst) ? row : worst)));
}

/** A mutant must fail on every level. */
function note(mutants: Map<string, Report['mutants'][number]>, { id, mutant: { says } }: { id: string; mutant: Mutant }, parts: readonly Measured[], n: number): void {
  const { figure, bound } = parts.find(({ passed }) => !passed) ?? (parts[0] as Measured);
  const failed = parts.some(({ passed }) => !passed) && (mutants.get(id)?.failed ?? true);
  mutants.set(id, { id, says, failed, figure, bound, n });
}

export function scoreRangeOf(lab: Lab, seed: number, n: number): number {
  const world = worldOf(lab);
  const scores = ascending(
    Array.from({ length: n }, (_, i) => {
      const held = holdBalance(world, seed + i);
      return PLANS.map((plan) => balanceOf(runPlan(world, planOf(lab, plan), seed + i).state) - held);
    }).flat(),
  );
  return quantile(scores, 0.95) - quantile(scores, 0.05);
}

/** For each ending of a level, the plan that reaches it most often; a search is tried before any is called out of reach. */
function endingsOf(lab: Lab, seed: number, n: number): Report['endings'] {
  const world = worldOf(lab);
  const shares = new Map<EndingId, { plan: string; share: number }>(lab.level.endings.map(({ id }) => [id, { plan: '', share: 0 }]));
  const count = (plan: string, play: (seed: number) => EndingId) => {
    const reached = Map.groupBy(
      Array.from({ length: n }, (_, i) => play(seed + i)),
      (id) => id,
    );
    for (const [id, times] of reached) if (times.length / n > (shares.get(id)?.share ?? 1)) shares.set(id, { plan, share: times.length / n });
  };
  for (const plan of PLANS) count(plan, (seed) => ending(world, runPlan(world, planOf(lab, plan), seed).state));
  const best = search(world, { ...MUTANT_EFFORT, plans: 4 }, seed)[0]?.decisions as Decisions;
  count('the best plan found', (seed) => ending(world, playOut(world, begin(world, seed, 'bare'), best)));
  return [...shares].map(([id, { plan, share }]) => ({ level: lab.level.id, ending: id, plan, share }));
}
