import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/rules/types.ts';
import { mayTell } from '../../src/rules/view.ts';
import { digestOf, factOf, isIdle } from '../../src/telling/digest.ts';
import { headlineText } from '../../src/telling/narrate.ts';
import { content, LEVEL_IDS, LEVELS } from '../content.ts';
import { diced, held, SEEDS, words } from './campaigns.ts';

const plays = LEVEL_IDS.flatMap((level) => SEEDS.map((seed) => diced(level, seed)));
const quarters = plays.flatMap(({ world, turns }) => turns.map((events) => ({ world, events })));

describe('the digest of a quarter', () => {
  test('tells every change once, and unseen ones to nobody before the debrief', () => {
    for (const { world, events } of quarters) {
      for (const telling of ['veiled', 'unveiled'] as const) {
        const { turningPoints, parts, drifts } = digestOf(world, events, telling);
        const told = [...[...turningPoints, ...parts.flatMap(({ deeds }) => deeds)].flatMap(({ changes }) => changes), ...drifts.flatMap(({ causes }) => causes)];
        const due = events.filter((event) => event.type === 'changed' && (telling === 'unveiled' || mayTell(event)));
        expect(new Set(told)).toEqual(new Set<Event>(due));
        expect(told).toHaveLength(due.length);
      }
    }
  });

  test('tells every move that changes something by its actor, and the rest as no move of its own unless the actor appears above', () => {
    let idle = 0;
    const left = new Set<string>();
    for (const { world, events } of quarters) {
      const { parts, quiet } = digestOf(world, events, 'veiled');
      const moves = events.filter((event) => event.type === 'moved');
      const deeds = parts.flatMap(({ deeds }) => deeds.map(({ event }) => event));
      const asked = deeds.flatMap((event) => (event.type === 'attempted' ? [event.of] : []));
      const acted = parts.map(({ who }) => who);
      const home = { 'shock-seoul-votes': 'seoul', 'shock-tokyo-votes': 'tokyo' } as Record<string, string>;
      const struck = moves.map(({ move }) => home[move]);
      for (const { who } of quiet) expect([...asked, ...acted, ...struck]).not.toContain(who);
      const idleMoves = moves.filter(({ move }) => isIdle(world, move));
      for (const event of idleMoves) if (!quiet.some((each) => each.event === event)) left.add(asked.some((actor) => actor === event.actor) ? 'asked' : 'struck');
      for (const { event } of quiet) expect(idleMoves).toContainEqual(event);
      if (asked.length === 0 && !deeds.some(({ type }) => type === 'moved')) expect(quiet).toHaveLength(idleMoves.length);
      expect(new Set(deeds.filter(({ type }) => type === 'moved'))).toEqual(new Set(moves.filter(({ move }) => !isIdle(world, move))));
      idle += quiet.length;
    }
    expect(idle).toBeGreaterThan(0);
    expect(left).toEqual(new Set(['asked', 'struck']));
  });

  test('gives a launch what the level’s author says that it does, though doors were closed in between', () => {
    let surprises = 0;
    for (const { world, events } of quarters) {
      if (!events.some((event) => event.type === 'moved' && event.move === 'shock-launch')) continue;
      const tested = digestOf(world, events, 'unveiled')
        .parts.flatMap(({ deeds }) => deeds)
        .findLast(({ event }) => event.type === 'tested');
      expect(tested?.changes.map(({ what }) => what)).toContain('ownIcbm');
      surprises++;
    }
    expect(surprises).toBeGreaterThan(0);
  });

  test('never leads with a card of one’s own where somebody else did anything of note', () => {
    let led = 0;
    for (const { world, events } of quarters) {
      const { headline, parts } = digestOf(world, events, 'veiled');
      if (headline?.type !== 'cardPlayed') continue;
      led++;
      const others = parts.filter(({ who }) => who !== 'washington').flatMap(({ deeds }) => deeds);
      for (const { changes } of others) expect(changes.reduce((sum, { what, from, to }) => sum + (what === 'munitions' ? 0 : Math.abs(to - from)), 0)).toBeLessThanOrEqual(30);
    }
    expect(led).toBeLessThan(quarters.length / 20);
  });

  test('headlines Moscow’s answer above all but turning points, launches and history', () => {
    let answers = 0;
    for (const { world, events } of quarters) {
      if (!events.some((event) => event.type === 'attempted' && event.of === 'moscow')) continue;
      const { headline } = digestOf(world, events, 'veiled');
      const outranks =
        headline?.type === 'warChanged' ||
        headline?.type === 'crisisBroke' ||
        headline?.type === 'tested' ||
        (headline?.type === 'moved' && factOf(world.level, headline) !== null);
      if (outranks) continue;
      expect(headline?.type).toBe('attempted');
      answers++;
    }
    expect(answers).toBeGreaterThan(0);
  });

  test('never headlines what lands late, and headlines Russian technicians rather than hints of talks', () => {
    const seen = { landed: 0, technicians: 0 };
    for (const { world, events } of quarters) {
      const { headline } = digestOf(world, events, 'veiled');
      expect(headline?.type).not.toBe('effectLanded');
      if (events.some(({ type }) => type === 'effectLanded')) seen.landed++;
      if (!events.some((event) => event.type === 'moved' && event.move === 'moscow-technicians')) continue;
      expect(headline?.type === 'moved' ? headline.move : '').not.toBe('pyongyang-feeler');
      if (headline?.type === 'moved' && headline.move === 'moscow-technicians') seen.technicians++;
    }
    expect(Math.min(seen.landed, seen.technicians)).toBeGreaterThan(0);
  });

  test('headlines what came of an arranged launch rather than the launch', () => {
    for (const seed of SEEDS) {
      const { world, turns } = held('vostochny-2023', seed);
      for (const turn of [1, 2]) {
        const { headline, turningPoints } = digestOf(world, turns[turn] ?? [], 'veiled');
        if (turningPoints.length === 0) expect(headline?.type).toBe('tested');
      }
    }
  });
});

describe('what happened in fact', () => {
  const arranged = LEVELS.flatMap((level) => level.fixed.filter(({ fact }) => fact !== null).map((fixed) => ({ level, ...fixed })));

  test('is the treaty of June 2024, where a level opens before it', () => {
    expect(arranged.map(({ level, turn, move, fact }) => [level.id, turn, move, fact])).toEqual([
      ['classroom-15', 0, 'treaty-signed', 'treaty-2024'],
      ['classroom-30', 0, 'treaty-signed', 'treaty-2024'],
      ['classroom-45', 0, 'treaty-signed', 'treaty-2024'],
      ['pyongyang-2024', 0, 'treaty-signed', 'treaty-2024'],
    ]);
  });

  test.each(arranged)('is told as fact in $level.id, and leads its quarter unless a turning point does; all else is simulated', ({ level, turn, move }) => {
    for (const seed of SEEDS) {
      const { world, turns } = diced(level.id, seed);
      for (const [at, events] of turns.entries()) {
        const { headline, turningPoints, parts } = digestOf(world, events, 'veiled');
        const facts = parts.flatMap(({ deeds }) => deeds.filter(({ event }) => factOf(level, event) !== null).map(({ event }) => event));
        expect(facts).toHaveLength(at === turn ? 1 : 0);
        if (at === turn && turningPoints.length === 0) expect(headline).toMatchObject({ type: 'moved', move });
      }
    }
  });

  test('has words for every headline', () => {
    for (const { world, events } of quarters) {
      const { headline } = digestOf(world, events, 'veiled');
      if (headline !== null) expect(headlineText(words, world.level, headline)).not.toMatch(/[:.]\w+\.|\{\{/);
    }
    expect(content.text.en?.moves['treaty-signed']).toBeDefined();
  });
});
