import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/rules/types.ts';
import { view } from '../../src/rules/view.ts';
import { debriefOf } from '../../src/telling/debrief.ts';
import { previewOf } from '../../src/telling/foresight.ts';
import { chanceText, landingText } from '../../src/telling/narrate.ts';
import { readingOf } from '../../src/telling/reading.ts';
import { reckoningOf } from '../../src/telling/reckoning.ts';
import { brierText, estimateText, forecastText, foresawText, goalText, insteadText, luckTexts, reachedText, worthHeading, worthText } from '../../src/telling/verdict.ts';
import { dateOf, likelihood, percent, quarterOf } from '../../src/telling/wording.ts';
import { LEVELS, levelNamed, worldNamed } from '../content.ts';
import { clicking, diced, held, leaning, SEEDS, words } from './campaigns.ts';

/** Thin spaces and the like, which differ between versions of the date library. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('dates', () => {
  test.each([
    [0, 'September – November 2023'],
    [1, 'December 2023 – February 2024'],
    [3, 'June – August 2024'],
  ])('name the three months of turn %i', (turn, months) => {
    expect(plain(quarterOf(words, '2023-09-13', turn))).toBe(months);
  });

  test('run from day to day within a month, and are as exact as is known', () => {
    expect(plain(dateOf(words, '2024-06-18', 'day', '2024-06-19'))).toBe('18 – 19 June 2024');
    expect(dateOf(words, '2024-06-18', 'day')).toBe('18 June 2024');
    expect(dateOf(words, '2000-07-01', 'month')).toBe('July 2000');
  });
});

test.each([
  [0, 'almostNone'],
  [500, 'even'],
  [750, 'likely'],
  [1000, 'almostCertain'],
] as const)('a chance of %i per mille reads as %s', (chance, word) => {
  expect(likelihood(chance)).toBe(word);
});

test('percentages are written as Americans write them', () => {
  expect(percent(words, 347)).toBe('35%');
});

describe('a card’s preview', () => {
  const world = worldNamed('pyongyang-2024');
  const opening = held('pyongyang-2024', 1).openings;
  const preview = (id: string, turn: number) => {
    const card = world.cards.find((card) => card.id === id) as Card;
    return { card, ...previewOf(world, opening[turn] as (typeof opening)[number], card) };
  };

  test.each([
    ['hotlines', 'Works at once'],
    ['data-link', 'Works after 1 quarter'],
    ['lasting-institutions', 'Part of it lands after 1 quarter'],
    ['missile-defence', 'Part of it lands after 2 quarters'],
  ])('says when %s works: %s', (id, text) => {
    const { card, ...shown } = preview(id, 0);
    expect(landingText(words, shown, card.delay)).toBe(text);
  });

  test('warns when what lands later would come after the last quarter, and only then', () => {
    expect([4, 5, 6, 7].map((turn) => preview('missile-defence', turn).tooLate)).toEqual([false, false, true, true]);
    expect([6, 7].map((turn) => preview('data-link', turn).tooLate)).toEqual([false, true]);
    expect(preview('hotlines', 7).tooLate).toBe(false);
  });

  test('puts an offer to Moscow as two cases, and never tells which is the truth', () => {
    for (const seed of SEEDS) {
      const { openings } = held('pyongyang-2024', seed);
      const { attempt } = previewOf(world, openings[3] as (typeof openings)[number], world.cards.find(({ id }) => id === 'standing-offer') as Card);
      if (attempt === null) throw new Error('a standing offer is an attempt');
      expect(chanceText(words, attempt)).toBe('Would Moscow take it up? If this is a convenience: likely. If it is an alliance: very unlikely.');
    }
  });
});

describe('the verdicts of a debrief', () => {
  const plays = LEVELS.flatMap(({ id }) => [...SEEDS.map((seed) => diced(id, seed)), held(id, 5), leaning(id, 5, 'trilateral')]);

  test('are whole sentences, with every name filled in', () => {
    for (const play of plays) {
      const debrief = debriefOf(play);
      const { luck, instead, benchmarks } = reckoningOf(play);
      const { level } = play.world;
      const told = [
        worthHeading(words, debrief),
        worthText(words, debrief),
        ...luckTexts(words, luck),
        insteadText(words, level, debrief, instead),
        ...(debrief.brier === null ? [] : [foresawText(words, debrief), brierText(words, debrief.brier)]),
        ...debrief.forecasts.map((result) => forecastText(words, level, result, benchmarks)),
      ];
      for (const text of told) expect(text).not.toMatch(/interface:|undefined|NaN|\{\{|debrief\./);
    }
  });

  test('never speak of a gain as prevented when it was a loss', () => {
    const debrief = debriefOf(held('pyongyang-2024', 1));
    expect(worthHeading(words, { ...debrief, score: 31 })).toBe('What you prevented');
    expect(worthText(words, { ...debrief, score: 31 })).toContain('3.1 points lower');
    expect(worthHeading(words, { ...debrief, score: -31 })).toBe('What your choices cost');
    expect(worthText(words, { ...debrief, score: -31 })).toContain('3.1 points higher');
    expect(worthText(words, { ...debrief, score: 0 })).toContain('the same');
  });

  test.each([
    [200, 'Luck was with you'],
    [100, 'Luck was about even'],
    [10, 'Luck was against you'],
  ])('call a campaign ahead of %i of 200 what it is', (ahead, text) => {
    expect(luckTexts(words, { campaigns: 200, worth: 10, blind: { low: -5, high: 5 }, better: 150, ahead })[1]).toContain(text);
  });

  test.each([
    [42, 'and so it is skill'],
    [41, 'about as well as blind play'],
    [-10, 'about as well as blind play'],
    [-11, 'what went well was luck'],
  ])('call a worth of %i skill only where it is clearly more than blind play, and luck where it is clearly less', (worth, text) => {
    const [skill] = luckTexts(words, { campaigns: 200, worth, blind: { low: -10, high: 41 }, better: 150, ahead: 100 });
    expect(skill).toContain(text);
    expect(skill).toContain('blindly gains between −1.0 and +4.1');
  });

  test.each([
    [501, 500, 'Goal reached: deterrence ended at 50.1, the threat at 50.0.'],
    [500, 500, 'Goal missed'],
  ])('say first whether the goal was reached: %i against %i', (deterrence, threat, text) => {
    expect(goalText(words, { threat: [300, threat] }, deterrence)).toContain(text);
  });

  test('open with what became of the threat and what holding would have reached', () => {
    const debrief = debriefOf(held('pyongyang-2024', 1));
    expect(reachedText(words, { ...debrief, threat: [300, 342], score: 31 })).toBe(`The threat grew by 4.2 points. ${worthText(words, { ...debrief, score: 31 })}`);
    expect(reachedText(words, { ...debrief, threat: [342, 300] })).toContain('The threat fell by 4.2 points.');
    expect(reachedText(words, { ...debrief, threat: [300, 300] })).toContain('ended where it began');
  });

  test('set the threat as last estimated beside the truth', () => {
    const play = diced('pyongyang-2024', 3);
    const { threat } = view(play.world, play.state);
    expect(estimateText(words, play)).toBe(`At the end the estimates put the threat at ${(threat / 10).toFixed(1)}; in truth it was ${(play.state.threat / 10).toFixed(1)}.`);
  });

  const path = (beliefs: readonly number[], ideals: readonly number[]) => beliefs.map((belief, turn) => ({ turn, belief, ideal: ideals[turn] as number }));
  const RISING = [560, 640, 760, 850];

  test.each([
    [[550, 650, 740, 860], RISING, { kind: 'close' }],
    [[850, 850, 850, 850], RISING, { kind: 'constant', belief: 850 }],
    [[840, 850, 860, 850], RISING, { kind: 'constant', belief: 850 }],
    [[520, 540, 560, 580], RISING, { kind: 'with' }],
    [[440, 380, 300, 200], RISING, { kind: 'against' }],
    [[300, 300, 300, 700], RISING, { kind: 'partly' }],
    [[900, 100, 900, 100], [510, 520, 515, 505], { kind: 'untested' }],
    [[850], [640], { kind: 'with' }],
  ] as const)('read %j beside an ideal observer at %j by how it moved, not by what came true', (own, ideal, reading) => {
    expect(readingOf(path(own, ideal), 500)).toEqual(reading);
  });

  test.each([
    [{ player: 149, ideal: 140 }, 'better than someone who always says 50%', 'But the signs'],
    [{ player: 200, ideal: 200 }, 'the signs said little', 'would have done better'],
    [{ player: 300, ideal: 310 }, 'the signs misled everyone', 'better than someone who'],
    [{ player: 250, ideal: 95 }, 'as well as someone who always says 50%', 'But the signs'],
    [{ player: 400, ideal: 95 }, 'would have done better', 'But the signs'],
  ])('judge what came of it by the coin, and blame the signs only where they led the ideal observer astray: %j', (brier, text, unsaid) => {
    const told = foresawText(words, { brier, reading: { kind: 'close' }, hidden: { bond: 'alliance', west: 0, help: false } });
    expect(told).toContain('as well as anyone could');
    expect(told).toContain(text);
    expect(told).not.toContain(unsaid);
  });

  test('say of one belief stated on every turn that it was right or wrong, by luck and not by reading', () => {
    const said = { right: 0, wrong: 0 };
    for (let seed = 0; seed < 40; seed++) {
      const debrief = debriefOf(clicking('pyongyang-2024', seed, 850));
      const told = foresawText(words, debrief);
      expect(told).not.toContain('anyone could');
      if (debrief.reading?.kind !== 'constant') continue;
      const right = debrief.hidden.bond === 'alliance';
      expect(told).toContain('You said 85% every time');
      expect(told).toContain(right ? 'by luck, not by reading' : 'on the wrong side');
      said[right ? 'right' : 'wrong']++;
    }
    expect(Math.min(said.right, said.wrong)).toBeGreaterThan(10);
  });

  test('say which way one decision went, and whether the ending hung on it', () => {
    const level = levelNamed('pyongyang-2024');
    const debrief = debriefOf(leaning('pyongyang-2024', 5, 'trilateral'));
    const other = level.endings.find(({ id }) => id !== debrief.ending)?.id ?? debrief.ending;
    const cards = level.deck.slice(0, 1);
    expect(insteadText(words, level, debrief, [{ turn: 1, by: -42, cards, ending: debrief.ending }])).toMatch(/4\.2 points lower\..*would have been the same\.$/);
    expect(insteadText(words, level, debrief, [{ turn: 1, by: 42, cards, ending: other }])).toMatch(/4\.2 points higher\..*would have been “/);
    expect(insteadText(words, level, debrief, [{ turn: 1, by: 0, cards, ending: other }])).toContain('No single quarter');
    expect(insteadText(words, level, debrief, [])).toContain('You held every quarter');
  });
});
