// Simulated students of a rehearsal: they join by the same requests as all others, and answer as a class might.

import { robotAnswer } from '../../../session/rehearsal.ts';
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
  function answer({ round, phase }: HostView): void {
    if (phase === 'ended') stop();
    if (isOver || phase !== 'round' || round?.stage !== 'open') return;
    const place = `${round.index}.${round.ballot}`;
    for (const { seat, token } of robots) {
      if (asked.has(`${place} ${seat}`)) continue;
      asked.add(`${place} ${seat}`);
      const { response, confidence, delay } = robotAnswer(round.asked, round.key, { seat, round: round.index, ballot: round.ballot });
      const cancel = browser.after(delay, () => {
        due.delete(cancel);
        void browser.transport.request('POST', `/s/${code}/answers`, token, { id: browser.newSecret(), round: round.index, ballot: round.ballot, response, confidence });
      });
      due.add(cancel);
    }
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
