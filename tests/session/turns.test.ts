// A class plays a campaign by vote: what the vote decides, what the teacher may do, and that the log tells the same campaign as the rules alone.

import { describe, expect, test } from 'vitest';
import type { Item, Question, Response } from '../../src/quiz/types.ts';
import { encodeLog, replay } from '../../src/rules/campaign.ts';
import type { CardId } from '../../src/rules/types.ts';
import { checkpointFor, headerFor } from '../../src/server/live/quizzes.ts';
import { decisionBy } from '../../src/session/decision.ts';
import { fold } from '../../src/session/fold.ts';
import { reportOf } from '../../src/session/report.ts';
import { currentTurn, handOf, openPlay } from '../../src/session/turns.ts';
import type { Ack, ClientId, Command, SeatId, SessionHeader, Settings } from '../../src/session/types.ts';
import { type Looks, lookAt } from '../../src/session/views.ts';
import { startPlay } from '../../src/telling/playthrough.ts';
import { bank } from '../bank.ts';
import { content, levelNamed } from '../content.ts';
import { type Lesson, lesson } from './lesson.ts';

const SECOND = 1000;
const SETTINGS: Settings = { devices: 'each', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: 60, minutes: 15 };

function headerOf(settings: Partial<Settings> = {}, seed: number | null = null): SessionHeader {
  const chosen = headerFor({ content, bank }, { kind: 'class', settings: { ...SETTINGS, ...settings }, language: 'en', title: 'A lesson', level: 'classroom-15', seed }, 0);
  if (!chosen.ok) throw new Error(chosen.detail);
  return chosen.header;
}

function startedPlay(level: string, seed: number) {
  const outcome = startPlay(content, level, seed);
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return outcome.play;
}

let ids = 0;
const fresh = () => (++ids).toString(16).padStart(32, '0') as ClientId;

interface Class extends Lesson {
  forecast: (seat: SeatId, belief: number, more?: { event?: number; turn?: number; after?: number }) => Ack;
  vote: (seat: SeatId, cards: readonly CardId[], more?: { ballot?: number; turn?: number; after?: number }) => Ack;
  hand: () => readonly CardId[];
  turn: () => NonNullable<ReturnType<typeof currentTurn>>;
  look: () => Looks;
}

function classOf(settings: Partial<Settings> = {}, seed: number | null = null): Class {
  const one = lesson(headerOf(settings, seed));
  const play = () => one.state.play as NonNullable<typeof one.state.play>;
  return Object.assign(one, {
    forecast: (seat: SeatId, belief: number, { event, turn = play().turns.length - 1, after = 0 }: { event?: number; turn?: number; after?: number } = {}) =>
      one.give({ type: 'forecast', seat, id: fresh(), turn, belief, event: event ?? null }, after),
    vote: (seat: SeatId, cards: readonly CardId[], { ballot = (currentTurn(play())?.votes.length ?? 1) - 1, turn = play().turns.length - 1, after = 0 } = {}) =>
      one.give({ type: 'voted', seat, id: fresh(), turn, ballot, cards }, after),
    hand: () => handOf(play(), { index: play().turns.length - 1 }),
    turn: () => currentTurn(play()) as NonNullable<ReturnType<typeof currentTurn>>,
    look: () => lookAt(one.state, { get: () => 'Amber Heron' }, new Set()),
  });
}

/** On with the campaign, over a checkpoint too. */
function goOn(one: Class): void {
  const { index } = one.turn();
  one.command({ type: 'goOn', turn: index });
  const asks = checkpointFor({ content, bank }, one.state);
  if (asks !== null) one.give(asks);
}

function settleCheckpoint(one: Class, isRight: boolean): void {
  const { rounds, seats, phase } = one.state;
  if (phase !== 'round') return;
  const round = (rounds.at(-1) as { index: number }).index;
  const { item } = one.state.header.quiz.questions.at(-1) as Question;
  for (const seat of seats.keys()) one.give({ type: 'answered', seat, id: fresh(), round, ballot: 0, response: responseFor(item, isRight), confidence: 2 });
  one.command({ type: 'reveal', round });
  one.command({ type: 'next', round, twin: false });
}

function responseFor(item: Item, isRight: boolean): Response {
  if (item.kind === 'one' || item.kind === 'scale') return { kind: item.kind, option: item.options.find(({ key }) => key === isRight)?.id as never };
  throw new Error(`The test answers no ${item.kind}`);
}

function playThrough(one: Class, cards: (one: Class) => readonly CardId[] = () => []): void {
  while (one.state.phase === 'turn' || one.state.phase === 'round') {
    settleCheckpoint(one, true);
    const { index } = one.turn();
    if (one.turn().stage === 'predict') {
      for (const seat of one.state.seats.keys()) one.forecast(seat, 600);
      one.command({ type: 'openVote', turn: index });
    }
    const chosen = cards(one);
    for (const seat of one.state.seats.keys()) one.vote(seat, chosen);
    one.command({ type: 'closeVote', turn: index });
    one.command({ type: 'act', turn: index });
    goOn(one);
  }
}

function started(settings: Partial<Settings> = {}, students = 4): Class {
  const one = classOf(settings);
  for (let i = 0; i < students; i++) one.join(`student ${i}`);
  one.command({ type: 'start' });
  return one;
}

const seats = ['s1', 's2', 's3', 's4'] as SeatId[];
const [ada, bo, cy, di] = seats as [SeatId, SeatId, SeatId, SeatId];

describe('what a vote decides', () => {
  const { world, fold: begun } = openPlay(headerOf().game as never, 1);
  const hand = begun.state.desk?.hand ?? [];
  const costOf = (card: CardId) => world.cardById.get(card)?.cost ?? 0;
  const [one, two, three] = hand as [CardId, CardId, CardId];
  const rich = { ...begun.state, capital: 12 };
  const by = (votes: Readonly<Record<string, number>>, state = rich) =>
    decisionBy(world, state, { votes: 9, cards: hand.map((card) => ({ card, votes: votes[card] ?? 0 })), hold: votes.hold ?? 0 });

  test('the two cards with most votes', () => {
    expect(by({ [one]: 2, [two]: 5, [three]: 4 }).cards).toEqual([two, three]);
  });
  test('nothing, where nobody voted: who abstains counts for nothing', () => {
    expect(by({})).toEqual({ cards: [], second: [] });
  });
  test('only what more voted for than to hold', () => {
    expect(by({ [one]: 3, [two]: 2, hold: 2 }).cards).toEqual([one]);
    expect(by({ [one]: 3, hold: 3 })).toEqual({ cards: [], second: [one] });
  });
  test('of equals the cheaper, then the one that lies first in hand', () => {
    const equals = by(Object.fromEntries(hand.map((card) => [card, 1]))).cards;
    const expected = [...hand].sort((left, right) => costOf(left) - costOf(right) || hand.indexOf(left) - hand.indexOf(right));
    expect(equals[0]).toBe(expected[0]);
  });
  test('what the capital allows: a card that is too dear is passed over', () => {
    const dear = [...hand].sort((left, right) => costOf(right) - costOf(left))[0] as CardId;
    const cheap = hand.find((card) => costOf(card) < costOf(dear)) as CardId;
    const poor = { ...begun.state, capital: costOf(dear) - 1 };
    expect(by({ [dear]: 5, [cheap]: 1 }, poor).cards).toEqual([cheap]);
  });
  test('and a second choice, without the first card', () => {
    expect(by({ [one]: 5, [two]: 4, [three]: 3 }).second).toEqual([two, three]);
  });
});

describe('a turn', () => {
  test('is forecast, voted on, and passes', () => {
    const one = started();
    const [card] = one.hand() as [CardId];
    expect(one.turn().stage).toBe('predict');
    for (const [seat, belief] of [
      [ada, 200],
      [bo, 400],
      [cy, 900],
    ] as const)
      expect(one.forecast(seat, belief).status).toBe('saved');
    expect(one.command({ type: 'openVote', turn: 0 }).status).toBe('saved');
    expect(one.vote(ada, [card]).status).toBe('saved');
    expect(one.vote(bo, [card]).status).toBe('saved');
    expect(one.vote(cy, []).status).toBe('saved');
    one.command({ type: 'closeVote', turn: 0 });
    expect(one.turn().decision?.cards).toEqual([card]);
    one.command({ type: 'act', turn: 0 });
    expect(one.state.play?.log.choices).toEqual([
      { kind: 'forecast', belief: 500 },
      { kind: 'decide', cards: [card] },
    ]);
    expect(one.turn().stage).toBe('world');
  });

  test('takes one slip of a seat, and says what it does not take', () => {
    const one = started();
    expect(one.forecast(ada, 1001)).toEqual({ status: 'refused', reason: 'out-of-range' });
    one.forecast(ada, 500);
    expect(one.forecast(ada, 700)).toEqual({ status: 'refused', reason: 'answered-already' });
    expect(one.vote(ada, [])).toEqual({ status: 'refused', reason: 'other-round' });
    one.command({ type: 'openVote', turn: 0 });
    expect(one.forecast(bo, 500).status).toBe('late');
    expect(one.vote(bo, ['no-such-card' as CardId])).toEqual({ status: 'refused', reason: 'not-playable' });
    expect(one.vote(bo, one.hand().slice(0, 3))).toEqual({ status: 'refused', reason: 'out-of-range' });
    expect(one.vote('s9' as SeatId, [])).toEqual({ status: 'refused', reason: 'no-such-seat' });
    one.command({ type: 'remove', seat: cy });
    expect(one.vote(cy, [])).toEqual({ status: 'refused', reason: 'removed' });
    one.command({ type: 'closeVote', turn: 0 });
    expect(one.vote(di, []).status).toBe('late');
    expect(one.turn().votes[0]?.answers.size).toBe(0);
  });

  test('gives the same acknowledgement to the same id', () => {
    const one = started();
    const input = { type: 'forecast', seat: ada, id: fresh(), turn: 0, belief: 300, event: null } as const;
    expect(one.give(input)).toEqual(one.give(input));
    expect(one.log.filter((entry) => entry.input.type === 'forecast')).toHaveLength(1);
  });

  test('ends by the clock, extra time and pauses included', () => {
    const one = started({ seconds: 30 });
    one.command({ type: 'extraTime', seat: ada, percent: 100 });
    one.command({ type: 'pause' }, 10 * SECOND);
    one.command({ type: 'resume' }, 600 * SECOND);
    expect(one.forecast(bo, 500, { after: 15 * SECOND }).status).toBe('saved');
    expect(one.forecast(cy, 500, { after: 10 * SECOND }).status).toBe('late');
    expect(one.give({ type: 'turnTimeUp', turn: 0, stage: 'predict', ballot: 0 })).toEqual({ status: 'refused', reason: 'not-now' });
    expect(one.forecast(ada, 500, { after: 20 * SECOND }).status).toBe('saved');
    expect(one.give({ type: 'turnTimeUp', turn: 0, stage: 'predict', ballot: 0 }, 60 * SECOND).status).toBe('saved');
    expect(one.turn().forecasts?.closedAt).not.toBeNull();
  });

  test('may be voted on again after a discussion: the last vote counts', () => {
    const one = started();
    one.command({ type: 'openVote', turn: 0 });
    const [first, other] = one.hand() as [CardId, CardId];
    for (const seat of seats) one.vote(seat, [first]);
    one.command({ type: 'closeVote', turn: 0 });
    expect(one.command({ type: 'voteAgain', turn: 0 }).status).toBe('saved');
    for (const seat of seats) one.vote(seat, [other]);
    one.command({ type: 'closeVote', turn: 0 });
    expect(one.turn().decision?.cards).toEqual([other]);
    expect(one.command({ type: 'voteAgain', turn: 0 })).toEqual({ status: 'refused', reason: 'not-now' });
  });

  test('may be overruled once in a session, within what the rules allow', () => {
    const one = started();
    const overrule = (turn: number, cards: readonly CardId[]) => one.command({ type: 'overrule', turn, cards });
    expect(overrule(0, [])).toEqual({ status: 'refused', reason: 'not-now' });
    one.command({ type: 'openVote', turn: 0 });
    for (const seat of seats) one.vote(seat, []);
    one.command({ type: 'closeVote', turn: 0 });
    expect(overrule(0, ['no-such-card' as CardId])).toEqual({ status: 'refused', reason: 'not-playable' });
    const [card] = one.hand() as [CardId];
    expect(overrule(0, [card]).status).toBe('saved');
    one.command({ type: 'act', turn: 0 });
    expect(one.state.play?.log.choices.at(-1)).toEqual({ kind: 'decide', cards: [card] });
    goOn(one);
    settleCheckpoint(one, false);
    one.command({ type: 'openVote', turn: 1 });
    one.command({ type: 'closeVote', turn: 1 });
    expect(overrule(1, [])).toEqual({ status: 'refused', reason: 'overruled-already' });
  });
});

describe('hands up, on one screen', () => {
  test('of a row without devices count beside the slips of the others', () => {
    const one = started();
    const [card, other] = one.hand() as [CardId, CardId];
    one.forecast(ada, 100);
    one.command({ type: 'countForecasts', turn: 0, hands: { b5: 1 } });
    one.command({ type: 'openVote', turn: 0 });
    one.vote(ada, [card]);
    one.vote(bo, [card]);
    one.command({ type: 'countVotes', turn: 0, hands: { [other]: 3 } });
    one.command({ type: 'closeVote', turn: 0 });
    expect(one.turn().decision?.cards[0]).toBe(other);
    one.command({ type: 'act', turn: 0 });
    expect(one.state.play?.log.choices[0]).toEqual({ kind: 'forecast', belief: 500 });
  });

  test('plays it all: bands of belief and a count for each card', () => {
    const one = classOf({ devices: 'none' });
    one.command({ type: 'start' });
    const [card, other] = one.hand() as [CardId, CardId];
    expect(one.command({ type: 'countForecasts', turn: 0, hands: { b1: 1, b5: 3 } }).status).toBe('saved');
    expect(one.command({ type: 'countForecasts', turn: 0, hands: { b6: 1 } })).toEqual({ status: 'refused', reason: 'out-of-range' });
    one.command({ type: 'openVote', turn: 0 });
    expect(one.command({ type: 'countVotes', turn: 0, hands: { [card]: 12, [other]: 3, hold: 5 } }).status).toBe('saved');
    one.command({ type: 'closeVote', turn: 0 });
    expect(one.turn().decision?.cards).toEqual([card]);
    one.command({ type: 'act', turn: 0 });
    expect(one.state.play?.log.choices[0]).toEqual({ kind: 'forecast', belief: 700 });
  });
});

describe('a checkpoint', () => {
  const reach = (isRight: boolean) => {
    const one = started();
    while (one.state.phase === 'turn') {
      const { index } = one.turn();
      one.command({ type: 'openVote', turn: index });
      one.command({ type: 'closeVote', turn: index });
      one.command({ type: 'act', turn: index });
      goOn(one);
    }
    const asked = one.state.header.quiz.questions.at(-1);
    return { one, asked, settle: () => settleCheckpoint(one, isRight) };
  };
  test('is a round like those of a quiz, and pays where half of the class has it right', () => {
    for (const isRight of [true, false]) {
      const { one, settle } = reach(isRight);
      expect(one.state.phase).toBe('round');
      settle();
      expect(one.state.phase).toBe('turn');
      expect(one.state.play?.log.choices.at(-1)).toMatchObject({ kind: 'answer', earned: isRight });
    }
  });
  test('that is skipped earns nothing, and the campaign goes on', () => {
    const { one } = reach(true);
    one.command({ type: 'skip', round: 0 });
    expect(one.state.phase).toBe('turn');
    expect(one.state.play?.log.choices.at(-1)).toMatchObject({ kind: 'answer', earned: false });
  });
  test('for which the bank has nothing holds nobody up', () => {
    const one = started();
    const { index } = one.turn();
    one.command({ type: 'openVote', turn: index });
    one.command({ type: 'closeVote', turn: index });
    one.command({ type: 'act', turn: index });
    one.command({ type: 'goOn', turn: index });
    expect(one.state.play?.checkpoint).toEqual({ turn: 1, stands: 'waits' });
    expect(one.command({ type: 'openVote', turn: index })).toEqual({ status: 'refused', reason: 'other-round' });
    one.give({ type: 'checkpoint', turn: 1, asks: null });
    expect(one.turn()).toMatchObject({ index: 1, stage: 'predict' });
  });
});

describe('the campaign of a class', () => {
  test('is the one that the rules tell of its choices, and folds to the same from its log', () => {
    const one = started();
    playThrough(one, ({ hand }) => hand().slice(0, 1));
    expect(one.state.phase).toBe('wrapped');
    const { world, log, fold: told } = one.state.play as NonNullable<typeof one.state.play>;
    expect(log.choices.filter(({ kind }) => kind === 'decide')).toHaveLength(3);
    expect(replay(world, log)).toMatchObject({ ok: true, state: told.state });
    expect(fold(one.log).play?.fold).toEqual(told);
  });

  test('that is wrapped up plays what was voted, and holds the quarters left', () => {
    const one = started();
    one.command({ type: 'openVote', turn: 0 });
    const [card] = one.hand() as [CardId];
    for (const seat of seats) one.vote(seat, [card]);
    one.command({ type: 'wrapUp' });
    expect(one.state).toMatchObject({ phase: 'wrapped', play: { held: 2, fold: { state: { phase: 'over' } } } });
    expect(one.state.play?.log.choices.filter(({ kind }) => kind === 'decide')).toMatchObject([{ cards: [card] }, { cards: [] }, { cards: [] }]);
  });

  test('is told with its vote shares, its beliefs and its second choices, and with exit tickets', () => {
    const one = started();
    playThrough(one, ({ hand }) => hand().slice(0, 1));
    const ticket = { claim: 'It is expedient.', evidence: 'They hid the trains.', reasoning: 'Allies would not need to.' };
    expect(one.give({ type: 'ticket', seat: ada, id: fresh(), ticket: { ...ticket, claim: ' ' } })).toEqual({ status: 'refused', reason: 'out-of-range' });
    one.give({ type: 'ticket', seat: ada, id: fresh(), ticket: { ...ticket, claim: 'Too early.' } });
    one.give({ type: 'ticket', seat: ada, id: fresh(), ticket });
    const report = reportOf(one.state, { get: () => 'Amber Heron' }, { openedAt: 0, endedAt: null });
    expect(report.played?.turns).toHaveLength(3);
    expect(report.played?.turns[0]).toMatchObject({ turn: 0, beliefs: [600, 600, 600, 600], tally: { votes: 4, hold: 0 }, overruled: false });
    expect(report.tickets).toEqual([{ seat: ada, name: 'Amber Heron', ...ticket }]);
    expect(one.look().seat(ada, one.now).ticket).toEqual({ open: true, handedIn: ticket });
    one.command({ type: 'end' });
    expect(one.give({ type: 'ticket', seat: bo, id: fresh(), ticket })).toEqual({ status: 'refused', reason: 'ended' });
  });

  test('plays a turn in four minutes, by the timetable', () => {
    const one = started({ seconds: 75 });
    const turnLasts = () => {
      for (const seat of seats) one.forecast(seat, 500, { after: 15 * SECOND });
      one.command({ type: 'openVote', turn: one.turn().index }, 10 * SECOND);
      for (const seat of seats) one.vote(seat, [], { after: 15 * SECOND });
      one.command({ type: 'closeVote', turn: one.turn().index }, 10 * SECOND);
      one.command({ type: 'act', turn: one.turn().index }, 30 * SECOND);
      one.now += 60 * SECOND;
      goOn(one);
      settleCheckpoint(one, true);
    };
    for (let turn = 0; turn < 3; turn++) turnLasts();
    const { timetable } = one.look().host(one.now);
    for (const { plannedAt, begunAt } of timetable) expect(begunAt as number).toBeLessThanOrEqual(plannedAt);
    expect(timetable.map(({ plannedAt }) => plannedAt)).toEqual([0, 40, 80]);
  });
});

describe('a campaign played alone', () => {
  const level = levelNamed('classroom-15');
  /** Held to the end, or to the end of a turn. */
  const codeOf = (seed: number, turns = level.turns) => {
    const { log } = startedPlay('classroom-15', seed);
    return encodeLog({ ...log, choices: Array.from({ length: turns }, () => ({ kind: 'decide', cards: [] })) }, level.deck);
  };
  const handIn = (one: Class, code: string) => one.give({ type: 'homework', seat: ada, id: fresh(), code });

  test('is handed in once the class has played it, and stands in the report', () => {
    const one = started();
    const { seed } = one.state.header;
    expect(handIn(one, codeOf(seed))).toEqual({ status: 'refused', reason: 'not-now' });
    expect(one.look().seat(ada, one.now).homework).toBeNull();
    playThrough(one);
    expect(one.look().seat(ada, one.now).homework).toEqual({ level: 'classroom-15', seed, handedIn: null });
    for (const wrong of [codeOf(seed + 1), codeOf(seed, 2), 'no code', `${codeOf(seed)}0`]) expect(handIn(one, wrong)).toEqual({ status: 'refused', reason: 'not-the-campaign' });
    expect(handIn(one, codeOf(seed)).status).toBe('saved');
    const { homework } = reportOf(one.state, { get: () => 'Amber Heron' }, { openedAt: 0, endedAt: null });
    expect(homework).toMatchObject([{ seat: ada, name: 'Amber Heron', code: codeOf(seed), score: 0 }]);
    one.command({ type: 'end' });
    expect(handIn(one, codeOf(seed))).toEqual({ status: 'refused', reason: 'ended' });
  });

  test('may be all that a session is for', () => {
    const one = classOf();
    one.join('student');
    expect(one.command({ type: 'assign' }).status).toBe('saved');
    expect(one.state.phase).toBe('homework');
    expect(one.command({ type: 'start' })).toEqual({ status: 'refused', reason: 'not-now' });
    expect(handIn(one, codeOf(one.state.header.seed)).status).toBe('saved');
    expect(one.look().host(one.now).homework).toBe(1);
    one.command({ type: 'end' });
    expect(one.state.play?.held).toBe(0);
    expect(lesson().command({ type: 'assign' })).toEqual({ status: 'refused', reason: 'not-now' });
  });
});

describe('what is hidden stays with the teacher', () => {
  test('no view of a seat holds the seed, the hidden facts or what follows from them', () => {
    const seed = content.levels.get('classroom-15' as never)?.seeds[0] as number;
    const one = started({ devices: 'groups' });
    const seen: string[] = [];
    const record = () => seen.push(...seats.map((seat) => JSON.stringify(one.look().seat(seat, one.now))));
    const give = one.give;
    one.give = (...args) => {
      const ack = give(...args);
      if (one.state.phase !== 'wrapped') record();
      return ack;
    };
    playThrough(one, ({ hand }) => hand().slice(0, 1));
    expect(one.state.header.seed).toBe(seed);
    expect(seen.length).toBeGreaterThan(20);
    for (const text of seen) {
      expect(text).not.toContain(String(seed));
      expect(text).not.toContain('"observer":{');
      const { turn } = JSON.parse(text);
      if (turn === null) continue;
      expect(turn.state).toMatchObject({ seed: 0, giftSpace: 0, giftIcbm: 0, giftSubmarine: 0, giftSlbm: 0, openingThreat: 0, insight: 0 });
      for (const { belief, ideal } of turn.state.forecasts) expect(ideal).toBe(belief);
    }
  });

  test('whatever is hidden, a seat is shown the same where what is seen is the same', () => {
    const one = started();
    const shown = one.look().seat(ada, one.now).turn?.state;
    const hidden = { ...(one.state.play?.fold.state as never as Record<string, unknown>), hidden: { bond: 'alliance', west: 2, help: true }, giftSpace: 123 };
    const two = started();
    (two.state.play as { fold: unknown }).fold = { ...two.state.play?.fold, state: hidden };
    expect(two.look().seat(ada, two.now).turn?.state).toEqual(shown);
  });

  test('each desk of a class in groups has intelligence of its own', () => {
    const one = started({ devices: 'groups' }, 6);
    const turns = [...one.state.seats.keys()].map((seat) => one.look().seat(seat, one.now).turn);
    expect(turns.map((turn) => turn?.desk)).toEqual([0, 1, 2, 3, 4, 5]);
    const told = one.state.play?.fold.state.desk?.reports.map(({ topic }) => topic) ?? [];
    for (const turn of turns) expect(told).not.toContain(turn?.own?.topic);
    expect(new Set(turns.map((turn) => turn?.own?.topic)).size).toBeGreaterThan(3);
  });
});

test('commands of turns are refused in a quiz, and those of rounds between turns', () => {
  const quiz = lesson();
  quiz.command({ type: 'start' });
  const commands: Command[] = [
    { type: 'openVote', turn: 0 },
    { type: 'act', turn: 0 },
    { type: 'goOn', turn: 0 },
    { type: 'countVotes', turn: 0, hands: {} },
  ];
  for (const command of commands) expect(quiz.command(command)).toEqual({ status: 'refused', reason: 'other-round' });
  const one = started();
  expect(one.command({ type: 'reveal', round: 0 })).toEqual({ status: 'refused', reason: 'other-round' });
});
