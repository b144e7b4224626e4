// The network between a device and the machine: slow, forgetful, repeating, out of order, at times not there.

import type { Transport } from '../../../src/client/live/transport.ts';
import type { Machine, Piece, Replied } from './machine.ts';
import type { World } from './world.ts';

/** Of one device. */
export interface Link {
  transport: Transport;
  /** Cut off for now. */
  isCut: boolean;
  /** Breaks what is under way, as when a phone sleeps. */
  breakAll: () => void;
}

export interface Weather {
  lost: number;
  repeated: number;
  /** Milliseconds. */
  slowest: number;
}

const GIVE_UP = 12_000;
const GIVE_UP_POLL = 35_000;

/** @param weather may change @param holdsBack whether something on the way holds streams back */
export function openLink(world: World, machine: Machine, weather: Weather, holdsBack: boolean): Link {
  const breaks = new Set<() => void>();
  const link: Link = { transport: { request, stream }, isCut: false, breakAll };
  return link;

  function breakAll(): void {
    for (const broken of [...breaks]) broken();
  }

  function delay(): number {
    return world.chance(0.9) ? world.between(2, 80) : world.between(80, weather.slowest);
  }

  function isLost(): boolean {
    return link.isCut || world.chance(weather.lost);
  }

  function request(method: string, path: string, secret: string | null, body?: unknown): Promise<{ status: number; body: unknown }> {
    const text = body === undefined ? null : JSON.stringify(body);
    return new Promise((resolve) => {
      let isDone = false;
      const done = (reply: Replied | null) => {
        if (isDone) return;
        isDone = true;
        giveUp();
        breaks.delete(broken);
        resolve(reply === null ? { status: 0, body: null } : { status: reply.status, body: reply.text === '' ? null : JSON.parse(reply.text) });
      };
      const broken = () => done(null);
      breaks.add(broken);
      const giveUp = world.after(path.includes('/view') ? GIVE_UP_POLL : GIVE_UP, broken);
      const arrive = (isFirst: boolean) => {
        void machine.handle(method, path, secret, text).then((reply) => {
          if (!isFirst || isLost()) return;
          world.after(delay(), () => (link.isCut ? undefined : done(reply)));
        });
      };
      if (isLost()) return;
      world.after(delay(), () => !link.isCut && arrive(true));
      // A proxy that saw no answer asks once more.
      if (world.chance(weather.repeated)) world.after(delay() + world.between(0, 20_000), () => arrive(false));
    });
  }

  function stream(path: string, secret: string, { event, heard, end }: Parameters<Transport['stream']>[2]): () => void {
    let isOver = false;
    /** A piece was lost: nothing after it arrives. */
    let isStuck = false;
    let leave = () => {};
    /** Pieces come in the order in which they were sent. */
    let last = 0;
    const finish = (reply: Replied) => {
      if (isOver) return;
      hang();
      end({ status: reply.status, body: reply.text === '' ? null : JSON.parse(reply.text) });
    };
    const hang = () => {
      isOver = true;
      breaks.delete(broken);
      leave();
    };
    const broken = () => finish({ status: 0, text: '' });
    breaks.add(broken);
    const inOrder = (run: () => void) => {
      last = Math.max(last, world.now() + delay());
      world.after(last - world.now(), () => {
        if (link.isCut) stick();
        else if (!isOver && !isStuck) run();
      });
    };
    const stick = () => {
      if (isStuck || isOver) return;
      isStuck = true;
      world.after(world.between(0, 60_000), broken);
    };
    const send = (piece: Piece | null) => {
      if (isOver) return;
      if (link.isCut) return stick();
      if (piece === null) return inOrder(() => finish({ status: 200, text: '' }));
      if (holdsBack) return;
      inOrder(() => {
        heard();
        if (piece.name !== 'ping') event(piece.name, piece.data);
      });
    };
    if (isLost()) world.after(GIVE_UP, broken);
    else
      world.after(delay(), () => {
        if (isOver || link.isCut) return;
        leave = machine.stream(path, secret, send, (reply) => inOrder(() => finish(reply)));
      });
    return hang;
  }
}
