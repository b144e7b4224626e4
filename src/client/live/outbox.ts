// The way up for all that a seat hands in: each slip is kept on the device until the server has acknowledged it, and is sent again under the same id until then.

import type { RefusedReason } from '../../protocol/messages.ts';
import type { Confidence, Response } from '../../quiz/types.ts';
import type { CardId } from '../../rules/types.ts';
import type { Ack, ClientId, Ticket } from '../../session/types.ts';
import type { Platform } from './platform.ts';

/** What became of a slip, as far as the device knows. */
export type Sent = { is: 'sending'; tries: number } | { is: 'saved' } | { is: 'late' } | { is: 'not-saved'; reason: RefusedReason };

/** What a seat hands in: an answer in letters, a forecast and a vote of a class's campaign, an exit ticket. */
export type Slip =
  | { kind: 'answer'; round: number; ballot: number; response: Response; confidence: Confidence }
  | { kind: 'forecast'; turn: number; belief: number; event: number | null }
  | { kind: 'vote'; turn: number; ballot: number; cards: readonly CardId[] }
  | { kind: 'ticket'; ticket: Ticket }
  | { kind: 'homework'; code: string };

export type SlipOf<Kind extends Slip['kind']> = Extract<Slip, { kind: Kind }>;

export interface Outbox {
  /** Replaces what was not saved in this place; nothing while a slip is on its way there, or saved: but a ticket and homework may be handed in anew. */
  send(slip: Slip): void;
  /** What was handed in there. Null where nothing was sent from this device since the page was opened, or kept from before. */
  sent<P extends Place>(place: P): { slip: SlipOf<P['kind']>; state: Sent } | null;
  close(): void;
}

interface Pending {
  id: ClientId;
  slip: Slip;
}

const PATHS: Readonly<Record<Slip['kind'], string>> = { answer: 'answers', forecast: 'forecasts', vote: 'votes', ticket: 'tickets', homework: 'homework' };

/** What a slip is handed in for: one of a place is kept. */
export type Place =
  | { kind: 'answer'; round: number; ballot: number }
  | { kind: 'forecast'; turn: number }
  | { kind: 'vote'; turn: number; ballot: number }
  | { kind: 'ticket' }
  | { kind: 'homework' };

export function placeOf(slip: Place): string {
  switch (slip.kind) {
    case 'answer':
      return `answer ${slip.round}.${slip.ballot}`;
    case 'forecast':
      return `forecast ${slip.turn}`;
    case 'vote':
      return `vote ${slip.turn}.${slip.ballot}`;
    case 'ticket':
    case 'homework':
      return slip.kind;
  }
}

interface OutboxParts {
  code: string;
  token: string;
  platform: Pick<Platform, 'transport' | 'storage' | 'after' | 'random' | 'newSecret' | 'onWake'>;
  /** A state has changed. */
  onChange: () => void;
}

const LEAST_WAIT = 500;
const MOST_WAIT = 8000;
const keyOf = (code: string) => `counterweight-outbox-${code}`;

export function openOutbox({ code, token, platform, onChange }: OutboxParts): Outbox {
  const { transport, storage, after, random, newSecret, onWake } = platform;
  const pending = new Map<string, Pending>();
  const states = new Map<string, { slip: Slip; state: Sent }>();
  const waits = new Map<string, () => void>();
  let isClosed = false;
  for (const kept of readKept(storage.getItem(keyOf(code)))) {
    pending.set(placeOf(kept.slip), kept);
    states.set(placeOf(kept.slip), { slip: kept.slip, state: { is: 'sending', tries: 0 } });
  }
  const unwake = onWake(() => {
    for (const [place, cancel] of waits) {
      cancel();
      waits.delete(place);
      void post(place, 1);
    }
  });
  for (const place of pending.keys()) void post(place, 1);
  return { send, sent: (place) => (states.get(placeOf(place)) ?? null) as never, close };

  function close(): void {
    isClosed = true;
    unwake();
    for (const cancel of waits.values()) cancel();
    waits.clear();
  }

  function send(slip: Slip): void {
    const place = placeOf(slip);
    const known = states.get(place)?.state;
    const isDone = known?.is === 'not-saved' || ((slip.kind === 'ticket' || slip.kind === 'homework') && known?.is === 'saved');
    if (known !== undefined && !isDone) return;
    pending.set(place, { id: newSecret() as ClientId, slip });
    keep();
    become(place, slip, { is: 'sending', tries: 0 });
    void post(place, 1);
  }

  async function post(place: string, tries: number): Promise<void> {
    const found = pending.get(place);
    if (found === undefined || isClosed) return;
    const { id, slip } = found;
    const { kind, ...said } = slip;
    const { status, body } = await transport.request('POST', `/s/${code}/${PATHS[kind]}`, token, { id, ...said });
    if (isClosed || pending.get(place)?.id !== id) return;
    const outcome = readOutcome(status, body);
    if (outcome !== null) {
      pending.delete(place);
      keep();
      become(place, slip, outcome);
      return;
    }
    become(place, slip, { is: 'sending', tries });
    const wait = Math.min(MOST_WAIT, LEAST_WAIT * 2 ** (tries - 1)) * (0.5 + random());
    waits.set(
      place,
      after(wait, () => {
        waits.delete(place);
        void post(place, tries + 1);
      }),
    );
  }

  function become(place: string, slip: Slip, state: Sent): void {
    states.set(place, { slip, state });
    onChange();
  }

  function keep(): void {
    try {
      if (pending.size === 0) storage.removeItem(keyOf(code));
      else storage.setItem(keyOf(code), JSON.stringify([...pending.values()]));
    } catch {
      // A full disk: the slip is on its way all the same, and the page knows it.
    }
  }
}

/** @returns null where the server is to be asked again */
function readOutcome(status: number, body: unknown): Sent | null {
  if (status === 200) return { is: (body as Ack).status === 'late' ? 'late' : 'saved' };
  if (status === 0 || status === 408 || status === 429 || status >= 500) return null;
  const { reason, error } = (body ?? {}) as { reason?: RefusedReason; error?: RefusedReason };
  return { is: 'not-saved', reason: reason ?? error ?? 'invalid' };
}

function readKept(text: string | null): Pending[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPending) : [];
  } catch {
    return [];
  }
}

/** Whatever else it is, the server looks it over. */
function isPending(kept: unknown): kept is Pending {
  const { id, slip } = (kept ?? {}) as Partial<Pending>;
  return typeof id === 'string' && typeof slip === 'object' && slip !== null && Object.hasOwn(PATHS, slip.kind);
}
