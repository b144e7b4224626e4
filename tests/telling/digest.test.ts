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

  test('tells every move: what changes something by its actor, the rest as nothing new', () => {
    let idle = 0;
    for (const { world, events } of quarters) {
      const { parts, quiet } = digestOf(world, events, 'veiled');
      const moves = events.filter((event) => event.type === 'moved');
      const deeds = parts.flatMap(({ deeds }) => deeds.map(({ event }) => event));
      expect(quiet.map(({ event }) => event)).toEqual(moves.filter(({ move }) => isIdle(world, move)));
      expect(new Set(deeds.filter(({ type }) => type === 'moved'))).toEqual(new Set(moves.filter(({ move }) => !isIdle(world, move))));
      idle += quiet.length;
    }
    expect(idle).toBeGreaterThan(0);
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
