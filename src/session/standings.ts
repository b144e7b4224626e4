// Points and ranks. A team stands by the mean of its seats, so that a larger one gains nothing.

import { lastBallot, markedIn } from './rounds.ts';
import type { Names, SeatId, SessionState, Standing } from './types.ts';

/** Tenths of points of each seat over all revealed rounds. */
export function pointsBySeat(state: SessionState): Map<SeatId, number> {
  const points = new Map<SeatId, number>();
  for (const seat of state.seats.values()) if (!seat.removed) points.set(seat.id, 0);
  for (const round of state.rounds) {
    if (round.stage !== 'revealed') continue;
    for (const answer of markedIn(state, round, lastBallot(round))) points.set(answer.seat, (points.get(answer.seat) ?? 0) + answer.points);
  }
  return points;
}

export function seatStandings(points: ReadonlyMap<SeatId, number>, names: Names): Map<SeatId, Standing> {
  return ranked([...points].map(([id, tenths]) => [id, names.get(id) ?? '', tenths]));
}

/** Names of teams are their numbers, 1-based. */
export function teamStandings({ seats, settings }: SessionState, points: ReadonlyMap<SeatId, number>): Standing[] {
  const teams = Array.from({ length: settings.teams }, (_, team) => {
    const own = [...points].filter(([id]) => seats.get(id)?.team === team);
    const sum = own.reduce((all, [, tenths]) => all + tenths, 0);
    return [team, String(team + 1), own.length === 0 ? 0 : Math.floor(sum / own.length)] as const;
  });
  return [...ranked(teams).values()];
}

/** Best first; equal points share a rank. */
function ranked<Key>(entries: readonly (readonly [Key, name: string, points: number])[]): Map<Key, Standing> {
  const sorted = [...entries].sort((one, other) => other[2] - one[2]);
  let rank = 0;
  let last: number | null = null;
  return new Map(
    sorted.map(([key, name, points], at) => {
      if (points !== last) rank = at + 1;
      last = points;
      return [key, { name, points, rank }];
    }),
  );
}
