// Simulated students of a rehearsal: they join by the same requests as all others, and answer as a class might.

import { robotAnswer, robotForecast, robotVote } from '../../../session/rehearsal.ts';
import type { HostView, SeatId } from '../../../session/types.ts';
import { openLine } from '../line.ts';
import { api } from '../ours.ts';
import { browser } from '../platform.ts';

export type RehearsalState = { is: 'idle' } | { is: 'running'; seats: number };

interface Robot {
  seat: SeatId;
  token: string;
}

export interface RehearsalRun {
  code: string;
  state(): RehearsalState;
  listen(told: (state: RehearsalState) => void): void;
  start(): void;
  /** Takes the simulated students out of the session. */
  stop(): void;
}

export function openRehearsal(code: string, host: string, size: number): RehearsalRun {
  const robots: Robot[] = [];
  const due = new Set<() => void>();
  const asked = new Set<string>();
  let told: (state: RehearsalState) => void = () => {};
  let isOver = false;
  let hangUp = () => {};
  const state = (): RehearsalState => (isOver || robots.length === 0 ? { is: 'idle' } : { is: 'running', seats: robots.length });
  return {
    code,
    state,
    listen: (listener) => {
      told = listener;
    },
    start() {
      hangUp = openLine({ code, secret: host, platform: browser, onView: (view) => view.role === 'host' && answer(view), onState: () => {} });
      void join();
    },
    stop,
  };

  async function join(): Promise<void> {
    for (let joined = 0; joined < size && !isOver; joined++) {
      const token = browser.newSecret();
      const seated = await api.takeSeat(code, token, { members: 1 });
      if (!seated.ok) break;
      robots.push({ seat: seated.value.seat, token });
      told(state());
    }
  }

  /** The host's own view says what is right: a class is right for the most part, and not at random. */
  function answer({ round, turn, phase }: HostView): void {
    if (phase === 'ended') stop();
    if (phase === 'round' && round?.stage === 'open') {
      const { index, ballot } = round;
      each(`round ${index}.${ballot}`, ({ seat }) => {
        const { delay, ...said } = robotAnswer(round.asked, round.key, { seat, round: index, ballot });
        return { delay, path: 'answers', said: { round: index, ballot, ...said } };
      });
    }
    if (turn?.stage === 'predict') {
      each(`forecast ${turn.index}`, ({ seat }) => {
        const { delay, belief } = robotForecast({ seat, turn: turn.index });
        return { delay, path: 'forecasts', said: { turn: turn.index, belief, event: null } };
      });
    }
    if (turn?.stage === 'vote' && turn.tally !== null) {
      const hand = turn.tally.cards.map(({ card }) => card);
      each(`vote ${turn.index}.${turn.ballot}`, ({ seat }) => {
        const { delay, cards } = robotVote(hand, { seat, turn: turn.index, ballot: turn.ballot });
        return { delay, path: 'votes', said: { turn: turn.index, ballot: turn.ballot, cards } };
      });
    }
  }

  /** Once for each robot. */
  function each(place: string, write: (robot: Robot) => { delay: number; path: string; said: object }): void {
    if (isOver) return;
    for (const robot of robots) {
      if (asked.has(`${place} ${robot.seat}`)) continue;
      asked.add(`${place} ${robot.seat}`);
      const { delay, path, said } = write(robot);
      const cancel = browser.after(delay, () => {
        due.delete(cancel);
        void handIn(robot, path, said);
      });
      due.add(cancel);
    }
  }

  async function handIn({ token }: Robot, path: string, said: object): Promise<void> {
    const post = (what: object) => browser.transport.request('POST', `/s/${code}/${path}`, token, { id: browser.newSecret(), ...what });
    const { status } = await post(said);
    // A card that is too dear this turn: it holds.
    if (status === 409 && path === 'votes') await post({ ...said, cards: [] });
  }

  function stop(): void {
    if (isOver) return;
    isOver = true;
    hangUp();
    for (const cancel of due) cancel();
    void Promise.all(robots.map(({ seat }) => api.command(code, host, { type: 'remove', seat })));
    told({ is: 'idle' });
  }
}
