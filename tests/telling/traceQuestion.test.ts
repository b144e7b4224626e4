// Promise: a question on somebody's own campaign has the key that the record gives, and wrong answers that the record refutes; it is never about what is hidden.
// The record is read here by hand, from the raw events and the states before and after, not as the questions are made.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilesOf } from '../../src/quiz/cues.ts';
import { mark } from '../../src/quiz/marking.ts';
import { TRACE_MISCONCEPTIONS } from '../../src/quiz/trace.ts';
import type { Option, Question } from '../../src/quiz/types.ts';
import { CAUSAL_GRAPH } from '../../src/rules/causalGraph.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { ENGINE_RULES } from '../../src/rules/ledger.ts';
import { type ClaimId, type Event, type Quantity, UNSEEN, VISIBLE, type World } from '../../src/rules/types.ts';
import { quantityName } from '../../src/telling/narrate.ts';
import { traceQuestions } from '../../src/telling/traceQuestion.ts';
import { signed } from '../../src/telling/wording.ts';
import { content, LEVEL_IDS, worldNamed } from '../content.ts';
import { type Played, played, playRandomly, type Step, setups } from '../rules/player.ts';
import { words } from './campaigns.ts';

const OTHERWISE = content.claims.at(-1)?.id as ClaimId;
const questionsOn = (world: World, { events, before }: Step): Question[] =>
  traceQuestions(world, events, words, OTHERWISE, (index) => draw(before.seed, STREAM.plan, before.turn, index));
const quartersOf = ({ steps }: Played) => steps.filter(({ choice }) => choice.kind === 'decide');

// ---------------------------------------------------------------- the record, read by hand

interface Entry {
  /** `card-…`, `move-…` or `crisis`; else the rule at work by itself. */
  by: string;
  what: Quantity;
  moved: number;
  rule: string;
  claims: readonly ClaimId[];
}

const ENGINE: ReadonlySet<string> = new Set(ENGINE_RULES.filter((rule) => rule !== 'hardening'));

/** What each event changed, laid to whoever acted last before it, unless the rule is the engine's own. */
function recordOf(events: readonly Event[]): Entry[] {
  let actor = 'nobody';
  const entries: Entry[] = [];
  for (const event of events) {
    if (event.type === 'cardPlayed' || event.type === 'attempted' || event.type === 'effectLanded') actor = `card-${event.card}`;
    if (event.type === 'moved') actor = `move-${event.move}`;
    if (event.type !== 'changed') continue;
    const { rule, claims } = event.because;
    const by = rule === 'crisis-costs' ? 'crisis' : ENGINE.has(rule) && rule !== 'space-help-spills-into-icbm' ? rule : actor;
    entries.push({ by, what: event.what, moved: event.to - event.from, rule, claims });
  }
  return entries;
}

function sumsBy(entries: readonly Entry[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const { by, moved } of entries) sums.set(by, (sums.get(by) ?? 0) + moved);
  return [...sums].sort(([, left], [, right]) => Math.abs(right) - Math.abs(left));
}

/** Whether the graph leads from one number to another, by any way but a crisis that did not break. */
function leads(from: string, to: string, crisis: boolean, seen: readonly string[] = []): boolean {
  if (from === to) return true;
  return CAUSAL_GRAPH.some((edge) => edge.from === from && !seen.includes(edge.to) && (crisis || edge.to !== 'crises') && leads(edge.to, to, crisis, [...seen, from]));
}

function wasThere(id: string, events: readonly Event[]): boolean {
  return events.some((event) => {
    if (event.type === 'cardPlayed' || event.type === 'effectLanded') return id === `card-${event.card}`;
    if (event.type === 'moved') return id === `move-${event.move}`;
    if (event.type === 'warChanged') return id === 'war';
    return event.type === 'crisisBroke' && id === 'crisis';
  });
}

function askedOf({ item }: Question): Quantity {
  const name = item.id.replace(/^trace-\d+-/, '').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return VISIBLE.find((what) => what === name) as Quantity;
}

function check(world: World, step: Step, question: Question): void {
  const { before, after, events } = step;
  const { item, words: told } = question;
  if (item.kind !== 'one') throw new Error('no item of one answer');
  const what = askedOf(question);
  const by = after[what] - before[what];
  const goes = by > 0 ? 1 : -1;
  const crisis = events.some(({ type }) => type === 'crisisBroke');
  const record = recordOf(events);
  const acted = sumsBy(record.filter((entry) => entry.what === what));
  const [key, ...wrong] = [...item.options].sort((left, right) => Number(right.key) - Number(left.key)) as [Option, ...Option[]];

  // The number: seen, and moved far enough; told as it stood.
  expect(UNSEEN).not.toContain(what);
  expect(Math.abs(by)).toBeGreaterThanOrEqual(20);
  expect(told.stem).toContain(goes > 0 ? 'raised' : 'lowered');
  expect(told.stem).toContain((before[what] / 10).toFixed(1));
  expect(told.stem).toContain((after[what] / 10).toFixed(1));
  expect(told.stem).toContain('simulated campaign');

  // The key: what moved it most, clear of the next.
  const [[first, most], second] = acted.filter(([, sum]) => sum * goes > 0) as [[string, number], [string, number] | undefined];
  expect(2 * Math.abs(most)).toBeGreaterThanOrEqual(3 * Math.abs(second?.[1] ?? 0));
  const rule = [...record.filter((entry) => entry.what === what && entry.by === first)].sort((left, right) => Math.abs(right.moved) - Math.abs(left.moved))[0] as Entry;
  if (/^(?:card|move|crisis)/.test(key.id)) expect(key.id).toBe(first);
  else expect(ENGINE.has(first)).toBe(true);
  const why = told.options[key.id]?.why ?? '';
  expect(why).toContain(words.t(`rules:${rule.rule}.title`));
  expect(why).toContain(signed(words, most));
  expect(item.claim).toBe(rule.claims[0] ?? OTHERWISE);

  // The rest: there, and acting the other way or not at all, neither by themselves nor through what they stirred.
  expect(wrong.length === 2 || wrong.length === 3).toBe(true);
  for (const option of wrong) {
    if (option.key) throw new Error('two keys');
    const own = record.filter((entry) => entry.by === option.id);
    const sum = acted.find(([cause]) => cause === option.id)?.[1];
    const isDeed = /^(?:card|move|war|crisis)/.test(option.id);
    switch (option.misconception as string) {
      case 'trace-same-time':
        if (isDeed) expect(wasThere(option.id, events)).toBe(true);
        expect(sum).toBeUndefined();
        for (const entry of own) expect(leads(entry.what, what, crisis), `${option.id} moved ${entry.what}`).toBe(false);
        break;
      case 'trace-other-way':
        if (isDeed) expect((sum ?? 0) * goes).toBeLessThan(0);
        else expect(acted.some(([cause, moved]) => ENGINE.has(cause) && moved * goes < 0)).toBe(true);
        break;
      case 'trace-could-have':
        expect(sleeps(option.id, step)).toBe(true);
        break;
      default:
        throw new Error(option.misconception);
    }
  }

  // In words: each option its own, none telling of what is hidden, all of one world.
  const texts = item.options.map(({ id }) => told.options[id]?.text ?? '');
  expect(new Set(texts).size).toBe(texts.length);
  const all = [told.stem, ...Object.values(told.options).flatMap(({ text, why }) => [text, why])].join(' ');
  for (const secret of UNSEEN.filter((what) => what !== 'threat')) expect(all).not.toContain(quantityName(words, secret));
  for (const { id } of item.options) expect(mark(item, { kind: 'one', option: id }).right).toBe(id === key.id);
  expect(world.level.turns).toBeGreaterThan(before.turn);
}

function sleeps(id: string, { before, after, events }: Step): boolean {
  const attempted = (of: string) => events.some((event) => event.type === 'attempted' && event.of === of);
  switch (id) {
    case 'event-hardening':
      return !events.some((event) => event.type === 'changed' && event.because.rule === 'hardening');
    case 'event-crisis':
      return after.crises === before.crises;
    case 'event-peace':
      return after.war !== 'ended';
    case 'event-request':
      return !attempted('beijing');
    case 'event-offer':
      return !attempted('moscow');
    default:
      return false;
  }
}

// ---------------------------------------------------------------- promises

describe('a question on a quarter of one’s own campaign', () => {
  test('has its key and its wrong answers from the record, over thousands of random campaigns’ quarters', () => {
    let asked = 0;
    fc.assert(
      fc.property(setups, (setup) => {
        const campaign = played(setup);
        for (const step of quartersOf(campaign)) {
          for (const question of questionsOn(campaign.world, step)) {
            check(campaign.world, step, question);
            asked++;
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(asked).toBeGreaterThan(2000);
  });

  const sample = LEVEL_IDS.map((level) => {
    const world = worldNamed(level);
    const campaigns = Array.from({ length: 30 }, (_, seed) => playRandomly(world, seed, seed));
    return { level, quarters: campaigns.flatMap((campaign) => quartersOf(campaign).map((step) => questionsOn(world, step))) };
  });

  test.each(sample.map(({ level, quarters }) => [level, quarters] as const))('can be asked of nearly every quarter of %s', (_, quarters) => {
    expect(quarters.filter((questions) => questions.length > 0).length).toBeGreaterThan(0.9 * quarters.length);
  });

  test('is the same for the same quarter and draws', () => {
    const campaign = playRandomly(worldNamed('pyongyang-2024'), 3, 3);
    for (const step of quartersOf(campaign)) expect(questionsOn(campaign.world, step)).toEqual(questionsOn(campaign.world, step));
  });

  test('is not won by those who know how tests are written', () => {
    const all = sample.flatMap(({ quarters }) => quarters.flat());
    for (const { wile, won, chance } of wilesOf(all)) expect(won / chance, wile).toBeLessThan(1.3);
  });

  test('has every misconception somewhere, each with words', () => {
    const named = sample.flatMap(({ quarters }) =>
      quarters.flat().flatMap(({ item }) => (item.kind === 'one' ? item.options.flatMap((option) => (option.key ? [] : option.misconception)) : [])),
    );
    expect(new Set<string>(named)).toEqual(new Set(TRACE_MISCONCEPTIONS));
    for (const id of TRACE_MISCONCEPTIONS) expect(words.t(`interface:trace.misconception.${id}`)).not.toBe('');
  });
});
