// Promise: the answer key never leaves the server before the reveal; and what a report says is what a class did.

import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/session/report.ts';
import type { SeatId } from '../../src/session/types.ts';
import { lookAt } from '../../src/session/views.ts';
import { headerOf, ITEMS, type Lesson, lesson } from './lesson.ts';

const nobody = new Set<SeatId>();
const names = new Map<SeatId, string>([['s1' as SeatId, 'Ada']]);
const looks = (one: Lesson) => lookAt(one.state, names, nobody);

/** A class of four: two right, two wrong, of whom one is very sure. */
function half(one: Lesson): void {
  for (const [seat, isRight, confidence] of [
    ['s1', true, 3],
    ['s2', true, 1],
    ['s3', false, 3],
    ['s4', false, 2],
  ] as const)
    one.answer(seat as SeatId, isRight ? one.right() : one.wrong(), { confidence });
}

function classOfFour(settings: Parameters<typeof headerOf>[0] = {}): Lesson {
  const one = lesson(headerOf(settings));
  for (const name of ['ada', 'bob', 'cy', 'dee']) one.join(name);
  one.command({ type: 'start' });
  return one;
}

test.each(ITEMS.map((item, at) => [item, at] as const))('before the reveal no byte tells a seat or the screen what is right: %s', (_, at) => {
  const one = lesson(headerOf({}, ITEMS.slice(at, at + 1)));
  for (const name of ['ada', 'bob', 'cy', 'dee']) one.join(name);
  one.command({ type: 'start' });
  const question = one.state.header.quiz.questions[0];
  if (question === undefined) throw new Error('Nothing is asked');
  const { item, words } = question;
  const secrets = [
    ...Object.values(words.options).map(({ why }) => why),
    ...Object.values(words.edges).flatMap((edge) => Object.values(edge)),
    ...one.state.header.quiz.misconceptions.map(({ name }) => name),
    ...(item.kind === 'signs' ? item.edges.map(({ id }) => `"${id}"`) : Object.keys(words.options).map((id) => `"${id}"`)),
    '"key"',
    '"misconception"',
  ];
  const told = () => JSON.stringify([looks(one).seat('s1' as SeatId, one.now), looks(one).seat('s4' as SeatId, one.now), looks(one).screen(one.now)]);
  const isSilent = () => {
    for (const secret of secrets) expect(told()).not.toContain(secret);
    expect(looks(one).screen(one.now).round?.tallies).toBeNull();
    expect(looks(one).seat('s1' as SeatId, one.now).round).toMatchObject({ mark: null, tally: null, revealed: null });
  };
  isSilent();
  half(one);
  isSilent();
  one.command({ type: 'discuss', round: 0 });
  isSilent();
  one.command({ type: 'revote', round: 0 });
  one.answer('s1' as SeatId, one.right());
  isSilent();
  one.command({ type: 'reveal', round: 0 });
  expect(told()).toContain(secrets[0]);
  expect(looks(one).seat('s1' as SeatId, one.now).round?.mark).toMatchObject({ right: true, credit: 1000 });
});

describe('peer instruction', () => {
  test.each([
    [0, 'reveal'],
    [1, 'reveal'],
    [2, 'discuss'],
    [3, 'reveal'],
    [4, 'reveal'],
  ] as const)('with %i of four right, the host is advised to %s', (right, advice) => {
    const one = classOfFour();
    for (let at = 0; at < 4; at++) one.answer(`s${at + 1}` as SeatId, at < right ? one.right() : one.wrong());
    one.command({ type: 'close', round: 0 });
    expect(looks(one).host(one.now).round?.suggests).toBe(advice);
  });

  test('measures what the discussion won among those who answered twice', () => {
    const one = classOfFour();
    half(one);
    one.command({ type: 'discuss', round: 0 });
    one.command({ type: 'revote', round: 0 });
    for (const seat of ['s1', 's2', 's3']) one.answer(seat as SeatId, one.right());
    one.command({ type: 'reveal', round: 0 });
    expect(looks(one).host(one.now).round?.gain).toEqual({ seats: 3, before: 666, after: 1000, won: 1000 });
    expect(looks(one).host(one.now).round?.hasTwin).toBe(true);
    one.command({ type: 'next', round: 0, twin: true });
    expect(looks(one).screen(one.now).round).toMatchObject({ number: 1, isTwin: true, stage: 'open' });
    one.command({ type: 'reveal', round: 1 });
    expect(one.command({ type: 'next', round: 1, twin: true })).toEqual({ status: 'refused', reason: 'no-twin' });
    one.command({ type: 'next', round: 1, twin: false });
    expect(looks(one).screen(one.now).round).toMatchObject({ number: 2, isTwin: false });
  });
});

test('points and ranks: equal points share a rank, a removed seat has none, a team stands by its mean', () => {
  const one = classOfFour({ teams: 2, leaderboard: 'teams' });
  half(one);
  one.command({ type: 'reveal', round: 0 });
  const host = looks(one).host(one.now);
  expect(host.hostSeats.map(({ points }) => points)).toEqual([30, 10, -60, -20]);
  // Teams are dealt in turn: s1 and s3, s2 and s4.
  expect(host.standings).toEqual([
    { name: '2', points: -5, rank: 1 },
    { name: '1', points: -15, rank: 2 },
  ]);
  one.command({ type: 'remove', seat: 's3' as SeatId });
  expect(looks(one).screen(one.now).standings?.[0]).toEqual({ name: '1', points: 30, rank: 1 });
  const tied = classOfFour();
  for (const seat of ['s1', 's2']) tied.answer(seat as SeatId, tied.right(), { confidence: 2 });
  tied.command({ type: 'reveal', round: 0 });
  expect(
    looks(tied)
      .screen(tied.now)
      .standings?.map(({ rank }) => rank),
  ).toEqual([1, 1, 3, 3]);
});

test('hands are counted as a ballot is', () => {
  const one = lesson(headerOf({ devices: 'none', seconds: null }));
  one.command({ type: 'start' });
  const key = looks(one).host(one.now).round?.key;
  const letter = key?.kind === 'one' ? key.option : '';
  const other = letter === 'a' ? 'b' : 'a';
  expect(one.command({ type: 'count', round: 0, hands: { z: 1 } })).toEqual({ status: 'refused', reason: 'out-of-range' });
  one.command({ type: 'count', round: 0, hands: { [letter]: 6, [other]: 4 } });
  one.command({ type: 'close', round: 0 });
  expect(looks(one).host(one.now).round).toMatchObject({ suggests: 'discuss', tallies: [{ answers: 10, right: 6 }] });
});

test('the report of a small class, reckoned by hand', () => {
  const one = classOfFour();
  half(one);
  one.command({ type: 'reveal', round: 0 });
  one.command({ type: 'next', round: 0, twin: false });
  one.answer('s1' as SeatId, one.right(), { confidence: 2 });
  one.command({ type: 'skip', round: 1 });
  one.command({ type: 'end' });
  const report = reportOf(one.state, names, { openedAt: 1, endedAt: 2 });
  expect(report.claims).toHaveLength(1);
  expect(report.claims[0]).toMatchObject({ answers: 4, right: 500, surelyWrong: 1 });
  expect(report.misconceptions[0]).toMatchObject({ held: 2, surely: 1, answers: 4, seats: ['s3', 's4'] });
  expect(report.items.map(({ skipped }) => skipped)).toEqual([false, true, true]);
  expect(report.students[0]).toMatchObject({ name: 'Ada', answered: 1, asked: 1, right: 1, points: 30 });
  expect(report.students[2]).toMatchObject({ name: '', right: 0, points: -60 });
  expect(report.calibration.answers).toBe(4);
  expect(report.calibration.curve[2]).toMatchObject({ answers: 2, right: 500 });
});

test('the order in which seats answer changes no report', () => {
  const told = (order: readonly number[]) => {
    const one = classOfFour();
    for (const at of order) one.answer(`s${at}` as SeatId, at % 2 === 0 ? one.right() : one.wrong());
    one.command({ type: 'reveal', round: 0 });
    return reportOf(one.state, names, { openedAt: 0, endedAt: null });
  };
  const { misconceptions: _, ...first } = told([1, 2, 3, 4]);
  const { misconceptions: __, ...second } = told([4, 2, 3, 1]);
  expect(second).toEqual(first);
});
