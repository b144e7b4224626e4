// `npm run simulate`: what a plan reaches over many seeds, under a rival model or with a hand laid on the hidden facts.

import type { Content } from '../content/crossref.ts';
import { MAX_SIZE, parseFile } from '../content/parse.ts';
import { didYouMean } from '../content/problems.ts';
import type { AuthoredPlan } from '../content/schemas.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId } from '../rules/assumptions.ts';
import { scoreOf } from '../rules/campaign.ts';
import { balanceOf, ending } from '../rules/endings.ts';
import { transferOf } from '../rules/technology.ts';
import { BONDS, type EndingId, type Interventions, type Rival, TECH, type Tech, type WestValue } from '../rules/types.ts';
import { readBounded, reasonOf } from '../server/files.ts';
import { READABLE } from '../server/library.ts';
import { findLevel, readCommandLine, readContent, run, SEED, WrongUse } from './commandLine.ts';
import { labOf, worldOf } from './lab.ts';
import { runPlan } from './plans.ts';
import { Progress } from './progress.ts';
import { ascending, meanOf, quantile } from './verify/measure.ts';

const MEASURES = ['transfer', 'threat', 'deterrence', 'balance', 'score'] as const;
type Measure = (typeof MEASURES)[number];
const DEFAULT_LEVEL = 'pyongyang-2024';
const DEFAULT_CAMPAIGNS = 1000;
const MOST_CAMPAIGNS = 1_000_000;
const STEPS = 100;

const MOST_HELP = 200;

const USAGE = `npm run simulate -- --plan P [--level L] [--campaigns N] [--seed S] [--rival R] [--set NAME=VALUE …] [--json]

Plays a plan over many seeds and says what it reached. Levels and measures are in points, 0 to 100.

  --plan P        a plan of levels/plans.json, or a file of the same shape that holds one plan
  --level L       ${DEFAULT_LEVEL} unless told
  --campaigns N   1 to ${MOST_CAMPAIGNS}; ${DEFAULT_CAMPAIGNS} unless told
  --seed S        the first seed; 1 unless told
  --rival R       a rival model of levels/rivals.json
  --set           may be given several times:
                  bond=alliance|expedience   west=0|1|2   help=true|false
                  war.endsAt=TURN (0 is the first; the level's number of turns means never)
                  help.space|icbm|submarine|slbm=TENTHS more Russian technology a quarter
                  any assumption by name, inside its bounds, such as sanctionsDrag=900
  --json          the result as JSON`;

export interface Summary {
  mean: number;
  p05: number;
  p50: number;
  p95: number;
}

interface Result {
  level: string;
  plan: string;
  campaigns: number;
  seed: number;
  rival: string | null;
  set: readonly string[];
  measures: Record<Measure, Summary>;
  endings: Record<EndingId, number>;
  campaignsPerSecond: number;
}

await run(() => {
  const { options, help } = readCommandLine(process.argv.slice(2), {
    level: 'text',
    plan: 'text',
    campaigns: { least: 1, most: MOST_CAMPAIGNS },
    seed: SEED,
    rival: 'text',
    set: 'texts',
    json: 'flag',
  });
  if (help) {
    console.log(USAGE);
    return;
  }
  const { content } = readContent();
  if (options.plan === undefined) throw new WrongUse(`option --plan is needed; known plans: ${namesOf(content.plans)}.\n\n${USAGE}`);
  const level = findLevel(content, options.level ?? DEFAULT_LEVEL);
  const plan = findPlan(content, options.plan);
  const rival = options.rival === undefined ? null : findRival(content, options.rival);
  const { interventions, changed } = readSettings(options.set, level.turns);
  const world = worldOf({ ...labOf(content, level, rival), changed }, interventions);
  const campaigns = options.campaigns ?? DEFAULT_CAMPAIGNS;
  const seed = options.seed ?? 1;

  const progress = new Progress(STEPS);
  const columns: Record<Measure, number[]> = { transfer: [], threat: [], deterrence: [], balance: [], score: [] };
  const reached = new Map<EndingId, number>(level.endings.map(({ id }) => [id, 0]));
  let played = 0;
  for (let i = 0; i < campaigns; i++) {
    if (i % Math.ceil(campaigns / STEPS) === 0) progress.next(`${i} of ${campaigns} campaigns`);
    const begun = performance.now();
    const { state } = runPlan(world, plan, (seed + i) >>> 0);
    played += performance.now() - begun;
    columns.transfer.push(transferOf(state));
    columns.threat.push(state.threat);
    columns.deterrence.push(state.deterrence);
    columns.balance.push(balanceOf(state));
    columns.score.push(scoreOf(world, state));
    const id = ending(world, state);
    reached.set(id, (reached.get(id) ?? 0) + 1);
  }
  progress.finish();

  const result: Result = {
    level: level.id,
    plan: plan.id,
    campaigns,
    seed,
    rival: rival?.id ?? null,
    set: options.set,
    measures: Object.fromEntries(MEASURES.map((name) => [name, summarize(columns[name])])) as Result['measures'],
    endings: Object.fromEntries([...reached].map(([id, times]) => [id, times / campaigns])),
    campaignsPerSecond: Math.round((1000 * campaigns) / played),
  };
  console.log(options.json ? JSON.stringify(result) : describe(result));
});

function namesOf(items: readonly { id: string }[]): string {
  return items.map(({ id }) => id).join(', ');
}

function findPlan(content: Content, name: string): AuthoredPlan {
  const known = content.plans.find(({ id }) => id === name);
  if (known !== undefined) return known;
  if (!name.endsWith('.json')) {
    const guess = didYouMean(
      name,
      content.plans.map(({ id }) => id),
    );
    throw new WrongUse(`unknown plan "${name}"${guess === undefined ? '' : `; ${guess}`}; known plans: ${namesOf(content.plans)}, or a file that ends in .json.`);
  }
  const parsed = parseFile('plans', name, readPlanFile(name));
  if (!parsed.ok) throw new WrongUse(parsed.problems.map(({ message }) => message).join('\n'));
  const [plan, ...others] = parsed.value;
  if (plan === undefined || others.length > 0) throw new WrongUse(`${name}: found ${parsed.value.length} plans where one is expected.`);
  const cards = new Set<string>(content.library.cards.map(({ id }) => id));
  const wrong = plan.steps.flatMap((step) => step.cards).find((card) => !cards.has(card));
  if (wrong !== undefined) throw new WrongUse(`${name}: found the card "${wrong}"; ${didYouMean(wrong, cards) ?? `known cards: ${[...cards].join(', ')}`}.`);
  return plan;
}

function readPlanFile(name: string): Uint8Array {
  try {
    return readBounded(name, MAX_SIZE);
  } catch (error) {
    throw new WrongUse(`${name}: found ${reasonOf(error)} where ${READABLE} is expected.`);
  }
}

function findRival(content: Content, name: string): Rival {
  const { rivals } = content.library;
  const rival = rivals.find(({ id }) => id === name);
  if (rival === undefined) throw new WrongUse(`unknown rival "${name}"; known rivals: ${namesOf(rivals)}.`);
  return rival;
}

interface Settings {
  interventions: Interventions;
  changed: Partial<Record<AssumptionId, number>>;
}

function readSettings(texts: readonly string[], turns: number): Settings {
  const interventions: Interventions = {};
  const changed: Settings['changed'] = {};
  const seen = new Set<string>();
  for (const text of texts) {
    const [, name, value] = /^([\w.]+)=(.*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new WrongUse(`option --set is "${text}"; NAME=VALUE is expected, such as bond=alliance.`);
    if (seen.has(name)) throw new WrongUse(`option --set gives ${name} twice; once is expected.`);
    seen.add(name);
    const number = (least: number, most: number) => {
      const read = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
      if (!(read >= least && read <= most)) throw new WrongUse(`option --set ${name} is "${value}"; a whole number from ${least} to ${most} is expected.`);
      return read;
    };
    const oneOf = <Word extends string>(words: readonly Word[]) => {
      const word = words.find((word) => word === value);
      if (word === undefined) throw new WrongUse(`option --set ${name} is "${value}"; one of ${words.join(', ')} is expected.`);
      return word;
    };
    const tech = TECH.find((tech) => name === `help.${tech}`);
    const assumption = ASSUMPTION_IDS.find((id) => id === name);
    if (name === 'bond') interventions.bond = oneOf(BONDS);
    else if (name === 'west') interventions.west = number(0, 2) as WestValue;
    else if (name === 'help') interventions.help = oneOf(['true', 'false']) === 'true';
    else if (name === 'war.endsAt') interventions.warEndsAt = number(0, turns);
    else if (tech !== undefined) interventions.extraHelp = { ...interventions.extraHelp, [tech satisfies Tech]: number(0, MOST_HELP) };
    else if (assumption !== undefined) changed[assumption] = number(ASSUMPTIONS[assumption].min, ASSUMPTIONS[assumption].max);
    else {
      const known = ['bond', 'west', 'help', 'war.endsAt', ...TECH.map((tech) => `help.${tech}`), ...ASSUMPTION_IDS];
      throw new WrongUse(`option --set names "${name}"; ${didYouMean(name, known) ?? `known: ${known.join(', ')}`}.`);
    }
  }
  return { interventions, changed };
}

/** @param tenths not empty; the summary is in points */
function summarize(tenths: readonly number[]): Summary {
  const sorted = ascending(tenths);
  const points = (value: number) => Math.round(value * 10) / 100;
  return { mean: points(meanOf(sorted)), p05: points(quantile(sorted, 0.05)), p50: points(quantile(sorted, 0.5)), p95: points(quantile(sorted, 0.95)) };
}

function describe({ level, plan, campaigns, seed, rival, measures, endings, campaignsPerSecond }: Result): string {
  const columns = ['mean', 'p05', 'p50', 'p95'] as const;
  return [
    `${campaigns} campaigns of ${level} by the plan "${plan}" from seed ${seed}${rival === null ? '' : `, under the rival model "${rival}"`} (${campaignsPerSecond} a second)`,
    '',
    `${''.padEnd(12)}${columns.map((column) => column.padStart(9)).join('')}`,
    ...Object.entries(measures).map(([name, summary]) => `${name.padEnd(12)}${columns.map((column) => summary[column].toFixed(2).padStart(9)).join('')}`),
    '',
    ...Object.entries(endings).map(([id, share]) => `${`${(share * 100).toFixed(1)} %`.padStart(8)}  ${id}`),
  ].join('\n');
}
