import { describe, expect, test } from 'vitest';
import type { Desk, State, Topic } from '../../src/rules/types.ts';
import { evidenceOf, evidenceText } from '../../src/telling/evidence.ts';
import type { Playthrough } from '../../src/telling/playthrough.ts';
import { content } from '../content.ts';
import { held, words } from './campaigns.ts';

const play = held('pyongyang-2024', 5);
const topicOf = (axis: Topic['axis']) => {
  const topic = content.library.topics.find((topic) => topic.axis === axis);
  if (topic === undefined) throw new Error(`no topic speaks of ${axis}`);
  return topic;
};

/** The campaign with one report on its first desk. */
function reporting({ id, readings }: Topic, at: number, clear = false): Playthrough {
  const reading = readings.at(at)?.id as Desk['reports'][number]['reading'];
  const [first, ...rest] = play.openings as [State, ...State[]];
  return { ...play, openings: [{ ...first, desk: { ...(first.desk as Desk), reports: [{ topic: id, reading, clear }] } }, ...rest] };
}
const told = (reported: Playthrough) => evidenceText(words, evidenceOf(reported)[0]?.reports[0] as Parameters<typeof evidenceText>[1]);

describe('what a report was worth', () => {
  test('is told of every report of every desk, and of no more', () => {
    const shown = play.openings.slice(0, play.world.level.turns).map(({ desk }) => (desk?.reports ?? []).map(({ topic, reading }) => ({ topic, reading })));
    expect(evidenceOf(play).map(({ reports }) => reports.map(({ topic, reading }) => ({ topic, reading })))).toEqual(shown.filter((reports) => reports.length > 0));
  });

  test.each([
    [0, 'convenience'],
    [-1, 'alliance'],
  ])('of the bond, is how many times likelier reading %i is under one bond', (at, bond) => {
    const topic = topicOf('bond');
    for (const clear of [false, true]) {
      const reading = topic.readings.at(at);
      const [expedience, alliance] = ((clear ? reading?.clearer : reading?.chance) ?? []) as [number, number];
      const times = Math.max(expedience, alliance) / Math.min(expedience, alliance);
      expect(alliance > expedience ? 'alliance' : 'convenience').toBe(bond);
      const text = told(reporting(topic, at, clear));
      expect(text).toMatch(new RegExp(`if the tie is an? ${bond}`));
      expect(Number(/About ([\d.]+) times/.exec(text)?.[1])).toBeCloseTo(times, times < 1.95 ? 1 : -0.3);
    }
  });

  test('is nothing where both bonds show the reading alike, and where it is noise', () => {
    const none = 'No evidence either way.';
    const even = content.library.topics
      .filter(({ axis }) => axis === 'bond')
      .flatMap((topic) => topic.readings.map(({ chance: [expedience = 0, alliance = 0] }, at) => ({ topic, at, times: Math.max(expedience / alliance, alliance / expedience) })))
      .filter(({ times }) => times < 1.1);
    expect(even.length).toBeGreaterThan(0);
    for (const { topic, at } of even) expect(told(reporting(topic, at))).toBe(none);
    expect(told(reporting(topicOf('none'), 0))).toBe(none);
  });

  test('speaks of something else where it speaks of the West or of advice', () => {
    expect(told(reporting(topicOf('west'), 0))).toContain('how Moscow values the West');
    expect(told(reporting(topicOf('help'), 0))).toContain('whether Russian advice had begun');
  });
});
