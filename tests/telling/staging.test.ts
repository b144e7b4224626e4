import { describe, expect, test } from 'vitest';
import { type Event, UNSEEN } from '../../src/rules/types.ts';
import { mayTell } from '../../src/rules/view.ts';
import { digestOf, isIdle } from '../../src/telling/digest.ts';
import { beatsOf, MOST_BEATS } from '../../src/telling/staging.ts';
import { LEVEL_IDS, worldNamed } from '../content.ts';
import { diced, SEEDS } from './campaigns.ts';

const quarters = LEVEL_IDS.flatMap((level) => SEEDS.flatMap((seed) => diced(level, seed)).flatMap(({ world, turns }) => turns.map((events) => ({ world, events }))));
const staged = quarters.map(({ world, events }) => ({ world, events, beats: beatsOf(world, events) }));

/** Events whose scene, in the order given, is told one after another; all else of a quarter is left out. */
const orderOf = (events: readonly Event[], beats: readonly { event: Event }[]) => beats.map(({ event }) => events.indexOf(event));

describe('the staging of a quarter', () => {
  test('never holds more beats than can be followed, and drops the least', () => {
    const counts = staged.map(({ beats }) => beats.length);
    expect(Math.max(...counts)).toBe(MOST_BEATS);
    for (const { events, beats } of staged) {
      const due = events.filter(({ type }) => type === 'cardPlayed' || type === 'attempted' || type === 'tested' || type === 'warChanged' || type === 'crisisBroke');
      const shown = beats.map(({ event }) => event);
      for (const event of due) expect(shown).toContain(event);
    }
  });

  test('gives the headline a beat whenever there is one, and marks it alone', () => {
    for (const { world, events, beats } of staged) {
      const { headline } = digestOf(world, events, 'veiled');
      expect(beats.filter((beat) => beat.headline).map(({ event }) => event)).toEqual(headline === null ? [] : [headline]);
    }
  });

  test('is the same whatever the unseen numbers do, and holds none of them', () => {
    for (const { world, events, beats } of staged) {
      expect(beatsOf(world, events.filter(mayTell))).toEqual(beats);
      for (const { event } of beats) for (const secret of UNSEEN) expect(JSON.stringify(event)).not.toContain(`"${secret}"`);
    }
  });

  test('follows what happened: cards with their answers, what landed, the actors, what turned', () => {
    const stage = { cardPlayed: 0, attempted: 0, effectAhead: 1, effectLanded: 1 } as Record<string, number>;
    for (const { events, beats } of staged) {
      const own = beats.filter(({ who }) => who === 'washington');
      expect(beats.slice(0, own.length)).toEqual(own);
      expect(orderOf(events, own)).toEqual(orderOf(events, own).toSorted((a, b) => a - b));
      const turned = beats.map(({ event }) => event.type === 'warChanged' || event.type === 'crisisBroke');
      expect(turned).toEqual(turned.toSorted((a, b) => Number(a) - Number(b)));
      for (const [at, { event }] of beats.entries()) {
        if (event.type === 'attempted') expect(beats[at - 1]?.event).toMatchObject({ type: 'cardPlayed', card: event.card });
        if (event.type === 'tested') expect(beats.slice(0, at).map(({ event }) => event.type)).toContain('moved');
        if (stage[event.type] === undefined) expect(at).toBeGreaterThanOrEqual(own.length);
      }
    }
  });

  test('shows history and launches, and leaves out moves of going on as before', () => {
    const opening = staged.filter(({ events }) => events.some((event) => event.type === 'moved' && event.move === 'treaty-signed'));
    expect(opening.length).toBeGreaterThan(0);
    for (const { beats } of opening) expect(beats.some(({ event }) => event.type === 'moved' && event.move === 'treaty-signed')).toBe(true);
    for (const { world, beats } of staged) {
      for (const { event } of beats) if (event.type === 'moved') expect(isIdle(world, event.move)).toBe(false);
    }
    const techs = staged.flatMap(({ beats }) => beats.filter(({ event, tech }) => event.type === 'moved' && tech !== null));
    expect(techs.length).toBeGreaterThan(0);
  });

  test('leads with history even where it changes nothing', () => {
    const world = worldNamed('pyongyang-2024');
    const idle = [...world.moveById.values()].find(({ id, actor }) => actor === 'moscow' && isIdle(world, id));
    if (idle === undefined) throw new Error('Moscow has no idle move');
    const because = { rule: idle.rule, label: 'ours', claims: [] } as const;
    const told = { ...world, level: { ...world.level, fixed: [{ turn: 2, move: idle.id, fact: 'treaty-2024' as never }] } };
    const event: Event = { type: 'moved', turn: 2, actor: 'moscow', move: idle.id, foreseen: false, because };
    expect(beatsOf(told, [event])).toEqual([{ event, who: 'moscow', lever: null, tech: null, headline: true }]);
    expect(beatsOf(world, [event])).toEqual([]);
  });

  test('knows the lever of a card and the track of a launch', () => {
    for (const { world, beats } of staged) {
      for (const { event, lever, tech } of beats) {
        if ('card' in event) expect(lever).toBe(world.cardById.get(event.card)?.lever);
        if (event.type === 'tested') expect(tech).toBe(event.tech);
      }
    }
  });
});
