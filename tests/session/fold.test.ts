// Promises of a live session: what is acknowledged is in the log once, the server's clock decides what is late, and no pause or restart eats anybody's time.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineFor, GRACE, lastDeadline, timeAt } from '../../src/session/clock.ts';
import { fold, MOST_SEATS } from '../../src/session/fold.ts';
import type { Command, Refusal, Seat, SeatId, TokenHash } from '../../src/session/types.ts';
import { headerOf, ITEMS, type Lesson, lesson } from './lesson.ts';

const SECOND = 1000;
const AT = 0;

/** How a lesson comes to stand somewhere. */
const STANDS = {
  lobby: () => lesson(),
  open: () => started(),
  paused: () => started((one) => one.command({ type: 'pause' })),
  closed: () => started((one) => one.command({ type: 'close', round: 0 })),
  discuss: () => started((one) => one.command({ type: 'discuss', round: 0 })),
  revote: () =>
    started((one) => {
      one.command({ type: 'discuss', round: 0 });
      one.command({ type: 'revote', round: 0 });
    }),
  revealed: () => started((one) => one.command({ type: 'reveal', round: 0 })),
  wrapped: () => started((one) => one.command({ type: 'wrapUp' })),
  ended: () => started((one) => one.command({ type: 'end' })),
} as const;

function started(then: (one: Lesson) => unknown = () => {}): Lesson {
  const one = lesson();
  one.join('ada');
  one.command({ type: 'start' });
  then(one);
  return one;
}

const seat = 's1' as SeatId;
const COMMANDS: Readonly<Record<string, Command>> = {
  start: { type: 'start' },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  extend: { type: 'extend', round: AT, seconds: 30 },
  close: { type: 'close', round: AT },
  discuss: { type: 'discuss', round: AT },
  revote: { type: 'revote', round: AT },
  reveal: { type: 'reveal', round: AT },
  skip: { type: 'skip', round: AT },
  next: { type: 'next', round: AT, twin: false },
  twin: { type: 'next', round: AT, twin: true },
  wrapUp: { type: 'wrapUp' },
  end: { type: 'end' },
  lock: { type: 'lock', locked: true },
  leaderboard: { type: 'leaderboard', shown: 'off' },
};
/** In the order of COMMANDS: `+` done, `n` not now, `o` another round, `e` ended. */
const MATRIX: Readonly<Record<keyof typeof STANDS, string>> = {
  lobby: `++n${'o'.repeat(8)}n+++`,
  open: 'n+n' + '+++n++nn' + '+' + '+++',
  paused: 'nn+' + '+++n++nn' + '+' + '+++',
  closed: 'n+n' + 'nn+n++nn' + '+' + '+++',
  discuss: 'n+n' + 'nnn+++nn' + '+' + '+++',
  revote: 'n+n' + '++nn++nn' + '+' + '+++',
  revealed: 'n+n' + 'nnnnnn++' + '+' + '+++',
  wrapped: `n+n${'o'.repeat(8)}n+++`,
  ended: 'e'.repeat(15),
};
const MEANING: Readonly<Record<string, 'done' | Refusal>> = { '+': 'done', n: 'not-now', o: 'other-round', e: 'ended' };

describe('the host', () => {
  test.each(
    Object.keys(STANDS).flatMap((stand) => Object.keys(COMMANDS).map((name, at) => [stand, name, MEANING[(MATRIX[stand as keyof typeof STANDS] as string).charAt(at)]] as const)),
  )('in %s who says %s: %s', (stand, name, meaning) => {
    const one = STANDS[stand as keyof typeof STANDS]();
    const before = one.log.length;
    const ack = one.command(COMMANDS[name] as Command);
    expect(ack.status === 'refused' ? ack.reason : 'done').toBe(meaning);
    expect(one.log.length).toBe(meaning === 'done' ? before + 1 : before);
  });

  test('is refused what is out of range, and seats and twins that are not there', () => {
    const one = started();
    expect(one.command({ type: 'extend', round: 0, seconds: 4 })).toEqual({ status: 'refused', reason: 'out-of-range' });
    expect(one.command({ type: 'extraTime', seat, percent: 201 })).toEqual({ status: 'refused', reason: 'out-of-range' });
    expect(one.command({ type: 'remove', seat: 's9' as SeatId })).toEqual({ status: 'refused', reason: 'no-such-seat' });
    one.command({ type: 'remove', seat });
    expect(one.command({ type: 'remove', seat })).toEqual({ status: 'refused', reason: 'removed' });
    const bare = lesson(headerOf({}, ITEMS.slice(1, 2)));
    bare.command({ type: 'start' });
    bare.command({ type: 'reveal', round: 0 });
    expect(bare.command({ type: 'next', round: 0, twin: true })).toEqual({ status: 'refused', reason: 'no-twin' });
  });

  test('on two devices skips once', () => {
    const one = started();
    expect(one.command({ type: 'skip', round: 0 }).status).toBe('saved');
    expect(one.command({ type: 'skip', round: 0 })).toEqual({ status: 'refused', reason: 'other-round' });
    expect(one.state.rounds.map(({ stage }) => stage)).toEqual(['skipped', 'open']);
  });

  test('who says the same under the same id is acknowledged the same, and it is done once', () => {
    const one = started();
    const input = { type: 'commanded', id: 'f'.repeat(32) as never, command: { type: 'skip', round: 0 } } as const;
    expect(one.give(input)).toEqual(one.give(input));
    expect(one.state.rounds.length).toBe(2);
  });
});

describe('a seat', () => {
  test('is taken once a token, and not where it is locked, full, ended or without devices', () => {
    const one = lesson();
    expect(one.join('ada')).toBe('s1');
    expect(one.give({ type: 'joined', token: 'ada' as TokenHash, members: 1 }).status).toBe('refused');
    one.command({ type: 'lock', locked: true });
    expect(one.give({ type: 'joined', token: 'bob' as TokenHash, members: 1 })).toEqual({ status: 'refused', reason: 'locked' });
    one.command({ type: 'lock', locked: false });
    for (let at = 1; at < MOST_SEATS; at++) one.join(`seat ${at}`);
    expect(one.give({ type: 'joined', token: 'bob' as TokenHash, members: 1 })).toEqual({ status: 'refused', reason: 'full' });
    expect(lesson(headerOf({ devices: 'none' })).give({ type: 'joined', token: 'ada' as TokenHash, members: 1 })).toEqual({ status: 'refused', reason: 'no-devices' });
  });

  test('answers once a ballot; the same id again is the same answer', () => {
    const one = started();
    const id = 'a'.repeat(32);
    const first = one.answer(seat, one.right(), { id });
    expect(first.status).toBe('saved');
    expect(one.answer(seat, one.right(), { id })).toEqual(first);
    expect(one.answer(seat, one.wrong())).toEqual({ status: 'refused', reason: 'answered-already' });
    expect(one.state.rounds[0]?.ballots[0]?.answers.get(seat)?.response).toEqual(one.right());
  });

  test('cannot answer as another kind, for another round, or once removed', () => {
    const one = started();
    expect(one.answer(seat, { kind: 'several', options: [] })).toEqual({ status: 'refused', reason: 'no-response' });
    expect(one.answer(seat, one.right(), { round: 1 })).toEqual({ status: 'refused', reason: 'other-round' });
    expect(one.answer(seat, one.right(), { ballot: 1 })).toEqual({ status: 'refused', reason: 'other-round' });
    expect(one.answer('s8' as SeatId, one.right())).toEqual({ status: 'refused', reason: 'no-such-seat' });
    one.command({ type: 'remove', seat });
    expect(one.answer(seat, one.right())).toEqual({ status: 'refused', reason: 'removed' });
  });

  test.each([
    ['in time', 60 * SECOND, 0, 'saved'],
    ['within the grace', 60 * SECOND + GRACE, 0, 'saved'],
    ['after it', 60 * SECOND + GRACE + 1, 0, 'late'],
    ['after it, with half as much time again', 60 * SECOND + GRACE + 1, 50, 'saved'],
    ['after that too', 90 * SECOND + GRACE + 1, 50, 'late'],
  ] as const)('that answers %s is %4$s', (_, after, percent, status) => {
    const one = started();
    one.command({ type: 'extraTime', seat, percent });
    expect(one.answer(seat, one.right(), { after }).status).toBe(status);
  });

  test('that answers after the close is late, and counts for nothing', () => {
    const one = started((opened) => opened.command({ type: 'close', round: 0 }));
    expect(one.answer(seat, one.right()).status).toBe('late');
    expect(one.answer(seat, one.right())).toEqual({ status: 'refused', reason: 'closed' });
    expect(one.state.rounds[0]?.ballots[0]?.answers.size).toBe(0);
  });

  test('has as much time after an extension, a pause and a restart as it had before them', () => {
    const one = started();
    one.command({ type: 'pause' }, 20 * SECOND);
    one.give({ type: 'resumedByServer' }, 3_600_000);
    one.command({ type: 'resume' }, 60 * SECOND);
    one.give({ type: 'resumedByServer' }, 3_600_000);
    one.command({ type: 'extend', round: 0, seconds: 30 });
    expect(one.answer(seat, one.right(), { after: 70 * SECOND }).status).toBe('saved');
  });
});

describe('the clock', () => {
  test('says that the time is up no sooner than the last seat may answer', () => {
    const one = started();
    one.command({ type: 'extraTime', seat, percent: 100 });
    const up = { type: 'timeUp', round: 0, ballot: 0 } as const;
    expect(one.give(up, 120 * SECOND)).toEqual({ status: 'refused', reason: 'not-now' });
    expect(one.give(up, GRACE).status).toBe('saved');
    expect(one.state.rounds[0]?.stage).toBe('closed');
  });

  test('never takes from what a seat has left, whatever is paused, restarted or set back', () => {
    const step = fc.oneof(fc.constant('pause' as const), fc.constant('resume' as const), fc.constant('restart' as const));
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: -400_000_000, max: 400_000_000 })), { maxLength: 12 }), (steps) => {
        const one = started();
        const ballot = () => one.state.rounds[0]?.ballots[0] as never;
        const left = () => (deadlineFor(ballot(), one.state.seats.get(seat) as Seat) as number) - timeAt(one.state, one.now);
        for (const [what, wait] of steps) {
          const before = left();
          const wasPaused = one.state.paused;
          if (what === 'restart') one.give({ type: 'resumedByServer' }, wait);
          else one.command({ type: what }, wasPaused ? Math.abs(wait) : 0);
          expect(left()).toBe(before);
        }
      }),
    );
  });

  test('waits for nobody where a question has no limit', () => {
    const one = lesson(headerOf({ seconds: null }));
    one.command({ type: 'start' });
    expect(lastDeadline(one.state, one.state.rounds[0]?.ballots[0] as never)).toBeNull();
  });
});

test('a log folds to what its inputs made, whatever they were', () => {
  const names = Object.keys(COMMANDS).filter((name) => name !== 'end');
  const action = fc.oneof(
    fc.record({ do: fc.constant('command' as const), name: fc.constantFrom(...names) }),
    fc.record({ do: fc.constant('join' as const), name: fc.constantFrom('ada', 'bob', 'cy') }),
    fc.record({ do: fc.constant('answer' as const), name: fc.constantFrom('s1', 's2', 's3') }),
    fc.record({ do: fc.constant('restart' as const), name: fc.constant('') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(action, fc.integer({ min: 0, max: 40_000 })), { maxLength: 60 }), (actions) => {
      const one = lesson();
      for (const [{ do: what, name }, after] of actions) {
        one.now += after;
        const round = Math.max(0, one.state.rounds.length - 1);
        const command = COMMANDS[name] as Command;
        if (what === 'command') one.command('round' in command ? { ...command, round } : command);
        else if (what === 'join') one.join(name);
        else if (what === 'restart') one.give({ type: 'resumedByServer' });
        else if (one.state.rounds.length > 0) one.answer(name as SeatId, one.right());
      }
      expect(fold(one.log)).toEqual(one.state);
    }),
    { numRuns: 300 },
  );
});
