// Simulated students of a rehearsal: they join by the same requests as all others, and answer as a class might. One rehearsal a tab; a refresh does not end it.

import { signal } from '@preact/signals';
import { robotAnswer, robotForecast, robotVote } from '../../../session/rehearsal.ts';
import type { HostView, SeatId } from '../../../session/types.ts';
import { openLine } from '../line.ts';
import { api } from '../ours.ts';
import { browser } from '../platform.ts';

interface Robot {
  seat: SeatId;
  token: string;
}

interface Running {
  code: string;
  robots: readonly Robot[];
}

/** Whom this tab simulates, whatever it shows; null: nobody. */
const rehearsal = signal<Running | null>(null);
let stopRunning = () => {};

/** Seats of the session that this tab answers for. */
export function simulatedSeats(code: string): ReadonlySet<SeatId> {
  const running = rehearsal.value;
  return new Set(running?.code === code ? running.robots.map(({ seat }) => seat) : []);
}

export function startRehearsal(code: string, host: string, size: number): void {
  stopRehearsal();
  run(code, host, [], size);
}

/** Where a refresh cut one off. */
export function resumeRehearsal(code: string, host: string): void {
  const kept = remembered();
  if (rehearsal.peek() === null && kept?.code === code && kept.robots.length > 0) run(code, host, kept.robots, kept.robots.length);
}

/** Takes the simulated students out of the session. */
export function stopRehearsal(): void {
  stopRunning();
}

function run(code: string, host: string, before: readonly Robot[], size: number): void {
  const robots: Robot[] = [...before];
  const due = new Set<() => void>();
  const asked = new Set<string>();
  let isOver = false;
  const tell = () => {
    rehearsal.value = { code, robots: [...robots] };
    remember(rehearsal.value);
  };
  tell();
  stopRunning = stop;
  const hangUp = openLine({ code, secret: host, platform: browser, onView: (view) => view.role === 'host' && answer(view), onState: () => {} });
  void join();

  async function join(): Promise<void> {
    while (robots.length < size && !isOver) {
      const token = browser.newSecret();
      const seated = await api.takeSeat(code, token, { members: 1 });
      if (!seated.ok) break;
      const { seat } = seated.value;
      if (isOver) {
        void api.command(code, host, { type: 'remove', seat });
        break;
      }
      robots.push({ seat, token });
      tell();
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
    rehearsal.value = null;
    remember(null);
  }
}

// ---------------------------------------------------------------- the tab's memory

const KEY = 'counterweight-rehearsal';

function remembered(): Running | null {
  try {
    const { code, robots } = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}') as Partial<Running>;
    return typeof code === 'string' && Array.isArray(robots) ? { code, robots } : null;
  } catch {
    return null;
  }
}

function remember(running: Running | null): void {
  try {
    if (running === null) window.sessionStorage.removeItem(KEY);
    else window.sessionStorage.setItem(KEY, JSON.stringify(running));
  } catch {
    // Refused: the rehearsal then lasts as long as the page.
  }
}
