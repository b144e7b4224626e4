// Promise: a question on somebody's own campaign has the key that the campaign's record gives it, and nothing wrong in it acted the same way.
// The record is read here by other means than the questions are made with.

import { describe, expect, test } from 'vitest';
import { wilesOf } from '../../src/quiz/cues.ts';
import type { Question } from '../../src/quiz/types.ts';
import { draw, STREAM } from '../../src/rules/hash.ts';
import { ENGINE_RULES } from '../../src/rules/ledger.ts';
import { type ClaimId, type Event, UNSEEN, VISIBLE } from '../../src/rules/types.ts';
import { traceQuestions } from '../../src/telling/traceQuestion.ts';
import { LEVEL_IDS } from '../content.ts';
import { diced, words } from './campaigns.ts';

const CAMPAIGNS = 120;
const CLAIM = 'alliance-unlocks' as ClaimId;
/** The engine's own rules that act through a deed, at once with it. */
const OF_DEEDS: readonly string[] = ['hardening', 'beijing-weighs-request', 'moscow-weighs-offer'];
const ENGINE: readonly string[] = ENGINE_RULES.filter((rule) => !OF_DEEDS.includes(rule));
const nameOf = (what: string) => what.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

interface Made {
  level: string;
  seed: number;
  events: readonly Event[];
  question: Question;
}

function questionsOf(level: string): { made: Made[]; quarters: number; asking: number } {
  const made: Made[] = [];
  let [quarters, asking] = [0, 0];
  for (let seed = 0; seed < CAMPAIGNS; seed++) {
    const { world, turns } = diced(level, seed);
    turns.forEach((events, turn) => {
      const questions = traceQuestions(world, events, words, CLAIM, (index) => draw(seed, STREAM.plan, turn, index));
      quarters++;
      if (questions.length > 0) asking++;
      made.push(...questions.map((question) => ({ level, seed, events, question })));
    });
  }
  return { made, quarters, asking };
}

/** What each card and move did to a number, by the order of the record: what authored rules move follows the deed that moved it. */
function pushesByDeed(events: readonly Event[], name: string): Map<string, number> {
  const pushes = new Map<string, number>();
  let deed = '';
  for (const event of events) {
    if (event.type === 'cardPlayed' || event.type === 'attempted' || event.type === 'effectLanded') deed = `card-${event.card}`;
    else if (event.type === 'moved') deed = `move-${event.move}`;
    else if (event.type === 'changed' && nameOf(event.what) === name && !ENGINE.includes(event.because.rule)) pushes.set(deed, (pushes.get(deed) ?? 0) + event.to - event.from);
  }
  return pushes;
}

const all = LEVEL_IDS.map((level) => ({ level, ...questionsOf(level) }));

describe.each(all)('questions on campaigns of $level', ({ made, quarters, asking }) => {
  test('there are many, in a good share of quarters', () => {
    console.log(`${made.length} questions in ${asking} of ${quarters} quarters`);
    expect(made.length).toBeGreaterThan(CAMPAIGNS);
    expect(asking / quarters).toBeGreaterThan(0.3);
  });

  test('their key is what the record says, and what is wrong did not act so', () => {
    for (const { seed, events, question } of made) {
      const { item } = question;
      const where = `seed ${seed}, ${item.id}`;
      if (item.kind !== 'one') throw new Error(where);
      const name = item.id.replace(/^trace-\d+-/, '');
      const by = events.reduce((sum, event) => sum + (event.type === 'changed' && nameOf(event.what) === name ? event.to - event.from : 0), 0);
      const deeds = pushesByDeed(events, name);
      const key = item.options.find((option) => option.key)?.id ?? '';
      const pushed = Math.abs(deeds.get(key) ?? 0);
      if (/^(?:card|move)-/.test(key)) expect(Math.sign(deeds.get(key) ?? 0), where).toBe(Math.sign(by));
      for (const [deed, other] of deeds) {
        if (deed === key || Math.sign(other) !== Math.sign(by)) continue;
        if (/^(?:card|move)-/.test(key)) expect(3 * Math.abs(other), `${where}: ${deed}`).toBeLessThanOrEqual(2 * pushed);
        expect(
          item.options.some(({ id }) => id === deed),
          `${where}: ${deed} acted too`,
        ).toBe(false);
      }
      for (const option of item.options) {
        if (option.key || !/^(?:card|move)-/.test(option.id)) continue;
        const acted = deeds.get(option.id) ?? 0;
        if ((option.misconception as string) === 'trace-other-way') expect(Math.sign(acted), `${where}: ${option.id}`).toBe(-Math.sign(by));
        else expect(acted, `${where}: ${option.id}`).toBe(0);
      }
    }
  });

  test('they ask only what is seen, in words that are there, say that it is a simulation, and have no two options alike', () => {
    const visible = new Set<string>(VISIBLE.map(nameOf));
    for (const { seed, question } of made) {
      const { item, words: told } = question;
      const name = item.id.replace(/^trace-\d+-/, '');
      expect(visible.has(name), item.id).toBe(true);
      expect(UNSEEN.map(nameOf)).not.toContain(name);
      expect(told.stem).toContain('simulated campaign');
      const texts = Object.values(told.options).flatMap(({ text, why }) => [text, why]);
      for (const text of [told.stem, ...texts]) expect(text, `seed ${seed}`).not.toMatch(/interface:|undefined|\{\{|^$/);
      const shown = Object.values(told.options).map(({ text }) => text);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBeGreaterThanOrEqual(3);
    }
  });
});

test('there are thousands of them, and nobody wins by the place or the length of an option', () => {
  const questions = all.flatMap(({ made }) => made.map(({ question }) => question));
  expect(questions.length).toBeGreaterThan(2000);
  for (const { wile, items, won, chance } of wilesOf(questions).filter(({ wile }) => /first|second|third|last|longest|shortest/.test(wile))) {
    expect(won / items, wile).toBeLessThan(chance / items + 0.12);
  }
});
