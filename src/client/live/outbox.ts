// The way up for answers: each is kept on the device until the server has acknowledged it, and is sent again under the same id until then.

import type { RefusedReason } from '../../protocol/messages.ts';
import type { Confidence, Response } from '../../quiz/types.ts';
import type { Ack, ClientId } from '../../session/types.ts';
import type { Platform } from './platform.ts';

/** What became of an answer, as far as the device knows. */
export type Sent = { is: 'sending'; tries: number } | { is: 'saved' } | { is: 'late' } | { is: 'not-saved'; reason: RefusedReason };

/** In letters. */
export interface OutboxAnswer {
  round: number;
  ballot: number;
  response: Response;
  confidence: Confidence;
}

export interface Outbox {
  /** Replaces what was not saved for this ballot; nothing while an answer is on its way or saved. */
  send(answer: OutboxAnswer): void;
  /** Null where nothing was sent from this device since the page was opened, or kept from before. */
  sent(round: number, ballot: number): { answer: OutboxAnswer; state: Sent } | null;
  close(): void;
}

interface Pending {
  id: ClientId;
  answer: OutboxAnswer;
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
const placeOf = ({ round, ballot }: { round: number; ballot: number }) => `${round}.${ballot}`;

export function openOutbox({ code, token, platform, onChange }: OutboxParts): Outbox {
  const { transport, storage, after, random, newSecret, onWake } = platform;
  const pending = new Map<string, Pending>();
  const states = new Map<string, { answer: OutboxAnswer; state: Sent }>();
  const waits = new Map<string, () => void>();
  let isClosed = false;
  for (const kept of readKept(storage.getItem(keyOf(code)))) {
    pending.set(placeOf(kept.answer), kept);
    states.set(placeOf(kept.answer), { answer: kept.answer, state: { is: 'sending', tries: 0 } });
  }
  const unwake = onWake(() => {
    for (const [place, cancel] of waits) {
      cancel();
      waits.delete(place);
      void post(place, 1);
    }
  });
  for (const place of pending.keys()) void post(place, 1);
  return { send, sent: (round, ballot) => states.get(placeOf({ round, ballot })) ?? null, close };

  function close(): void {
    isClosed = true;
    unwake();
    for (const cancel of waits.values()) cancel();
    waits.clear();
  }

  function send(answer: OutboxAnswer): void {
    const place = placeOf(answer);
    const known = states.get(place)?.state;
    if (known !== undefined && known.is !== 'not-saved') return;
    pending.set(place, { id: newSecret() as ClientId, answer });
    keep();
    become(place, answer, { is: 'sending', tries: 0 });
    void post(place, 1);
  }

  async function post(place: string, tries: number): Promise<void> {
    const found = pending.get(place);
    if (found === undefined || isClosed) return;
    const { id, answer } = found;
    const { status, body } = await transport.request('POST', `/s/${code}/answers`, token, { id, ...answer });
    if (isClosed || pending.get(place)?.id !== id) return;
    const outcome = readOutcome(status, body);
    if (outcome !== null) {
      pending.delete(place);
      keep();
      become(place, answer, outcome);
      return;
    }
    become(place, answer, { is: 'sending', tries });
    const wait = Math.min(MOST_WAIT, LEAST_WAIT * 2 ** (tries - 1)) * (0.5 + random());
    waits.set(
      place,
      after(wait, () => {
        waits.delete(place);
        void post(place, tries + 1);
      }),
    );
  }

  function become(place: string, answer: OutboxAnswer, state: Sent): void {
    states.set(place, { answer, state });
    onChange();
  }

  function keep(): void {
    try {
      if (pending.size === 0) storage.removeItem(keyOf(code));
      else storage.setItem(keyOf(code), JSON.stringify([...pending.values()]));
    } catch {
      // A full disk: the answer is on its way all the same, and the page knows it.
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
  const { id, answer } = (kept ?? {}) as Partial<Pending>;
  return typeof id === 'string' && typeof answer === 'object' && answer !== null && Number.isInteger(answer.round) && Number.isInteger(answer.ballot);
}
