import { expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { choose, type Playthrough, startPlay } from '../../src/telling/playthrough.ts';
import { Terminal } from '../../src/tools/terminal.ts';
import { content, LEVEL_IDS } from '../content.ts';
import { held, SEEDS, words } from './campaigns.ts';

/** The campaign as it stood at each of its desks. */
function desks(level: string, seed: number): Playthrough[] {
  const started = startPlay(content, level, seed);
  if (!started.ok) throw new Error(started.trouble.reason);
  const all = [started.play];
  for (let turn = 1; turn < started.play.world.level.turns; turn++) {
    const next = choose(all.at(-1) as Playthrough, [{ kind: 'decide', cards: [] }]);
    if (!next.ok) throw new Error(next.trouble.reason);
    all.push(next.play);
  }
  return all;
}

test.each(LEVEL_IDS)('the terminal shows of %s a sign and never the headline of what is prepared, and no odds on going on as before', (level) => {
  const odds = english.desk.telegraphChance.split('{{')[0] as string;
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
  const seen = { telegraph: 0, quiet: 0 };
  for (const play of SEEDS.flatMap((seed) => desks(level, seed))) {
    const { telegraph, quiet } = play.state.desk ?? { telegraph: null, quiet: [] };
    const text = flat(new Terminal(content, words).desk(play, []));
    for (const { move } of [...quiet, ...(telegraph === null ? [] : [telegraph])]) {
      const { sign = '', headline = '' } = content.text.en?.moves[move] ?? {};
      expect(text).toContain(sign);
      expect(text).not.toContain(headline);
    }
    expect(text.includes(odds)).toBe(telegraph !== null);
    if (telegraph !== null) seen.telegraph++;
    seen.quiet += quiet.length;
  }
  expect(Math.min(seen.telegraph, seen.quiet)).toBeGreaterThan(0);
});

test('the terminal tells what moved by itself on demand, once, and numbers it on', () => {
  const play = held('pyongyang-2024', 5);
  const terminal = new Terminal(content, words);
  const told = terminal.world(play, 1, play.turns[1] ?? [], 'veiled', 'onDemand');
  const last = Math.max(...[...told.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
  expect(terminal.why(last)).not.toBeNull();
  expect(terminal.why(last + 1)).toBeNull();
  expect(terminal.more()).toContain(`[${last + 1}]`);
  expect(terminal.why(last + 1)).not.toBeNull();
  expect(terminal.more()).toBe(english.terminal.noMore);
});

test('the terminal marks the treaty as fact, and nothing else of its campaign', () => {
  const play = held('pyongyang-2024', 5);
  const told = play.turns.map((events, turn) => new Terminal(content, words).world(play, turn, events, 'veiled', 'told'));
  expect(told[0]).toContain(`(${english.world.fact})`);
  for (const text of told.slice(1)) expect(text).not.toContain(english.world.fact);
});

test('the terminal’s debrief has every part of the page’s', () => {
  const text = new Terminal(content, words).debrief(held('pyongyang-2024', 5));
  const { luck, instead, hidden, beliefs, article, moved, after, leavesOut } = english.debrief;
  for (const heading of [luck.heading, instead.heading, hidden, beliefs, article.heading, moved, after, leavesOut]) expect(text).toContain(`\n${heading}\n`);
});

test.each(LEVEL_IDS)('the terminal states the goal of %s on its first desk, and the threat’s nature among the figures', (level) => {
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
  const [first, second] = desks(level, 5) as [Playthrough, Playthrough];
  expect(flat(new Terminal(content, words).desk(first, []))).toContain(english.desk.goal);
  expect(flat(new Terminal(content, words).desk(second, []))).not.toContain(english.desk.goal);
  expect(flat(new Terminal(content, words).figures(second))).toContain(english.desk.threatNote);
});

test('the terminal shows the belief and forecast that are stated and not yet committed', () => {
  const [, desk] = desks('pyongyang-2024', 5) as [Playthrough, Playthrough];
  const text = new Terminal(content, words).desk(desk, [], { belief: 730, event: 210 });
  expect(text).toContain('not yet committed: 73%');
  expect(text).toContain('Forecast: 21%');
  expect(new Terminal(content, words).desk(desk, [])).not.toMatch(/not yet committed|Forecast:/);
});

test('the terminal says what the newly assessed estimate was', () => {
  for (const play of desks('pyongyang-2024', 5).slice(1)) {
    const tech = play.state.desk?.assessed ?? 'space';
    const was = play.openings.at(-2)?.estimates[tech] ?? Number.NaN;
    expect(new Terminal(content, words).desk(play, [])).toContain(`, was ${Math.round(was / 10)} *`);
  }
});

test('after the debrief the terminal tells on demand what each report was worth', () => {
  const play = held('pyongyang-2024', 5);
  const terminal = new Terminal(content, words);
  terminal.debrief(play);
  const more = terminal.more();
  expect(more.match(/\[/g)).toHaveLength(play.openings.slice(0, -1).flatMap(({ desk }) => desk?.reports ?? []).length);
});
