// Views on their way down: server-sent events, written as the line takes them, and polls that wait.

import type { FastifyReply } from 'fastify';
import type { RefusedReason } from '../../protocol/messages.ts';
import type { View } from '../../session/types.ts';
import type { Audience, Looker } from './audience.ts';

/** Milliseconds between two signs of life. */
const PING = 10_000;
/** Milliseconds a poll waits. */
const PATIENCE = 25_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // nginx and its kin hold back what they think is a page.
  'x-accel-buffering': 'no',
};

/** Open streams and polls, so that a server that stops can let them go. */
export type Streams = Set<() => void>;

/** Events until the reader leaves or there is nothing more to see. */
export function stream(reply: FastifyReply, audience: Audience, as: Looker, streams: Streams): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { ...toPlain(reply.getHeaders()), ...HEADERS });
  let waiting: View | null = null;
  const show = (view: View) => {
    // A line that is behind gets the latest view once it has caught up.
    if (raw.writableNeedDrain) waiting = view;
    else raw.write(`event: view\nid: ${view.version}\ndata: ${JSON.stringify(view)}\n\n`);
  };
  const end = () => {
    leave();
    clearInterval(ping);
    streams.delete(end);
    raw.end();
  };
  const gone = (why: RefusedReason) => {
    raw.write(`event: gone\ndata: ${JSON.stringify({ error: why })}\n\n`);
    end();
  };
  raw.on('drain', () => {
    if (waiting === null) return;
    const latest = waiting;
    waiting = null;
    show(latest);
  });
  raw.on('close', end);
  raw.on('error', end);
  const ping = setInterval(() => {
    if (!raw.writableNeedDrain) raw.write(': ping\n\n');
  }, PING);
  const leave = audience.join({ as, show, gone });
  streams.add(end);
  show(audience.view(as));
}

/** Answers once there is something newer than `after`, or with 204 when there is nothing for a while. */
export function poll(reply: FastifyReply, audience: Audience, as: Looker, after: number, streams: Streams): Promise<FastifyReply> {
  return new Promise((resolve) => {
    if (audience.versionFor(as) > after) return resolve(reply.send(audience.view(as)));
    let settled = false;
    const answer = (send: () => FastifyReply) => {
      if (settled) return;
      settled = true;
      leave();
      clearTimeout(timer);
      streams.delete(end);
      resolve(send());
    };
    const end = () => answer(() => reply.code(204).send());
    const timer = setTimeout(end, PATIENCE);
    const leave = audience.join({
      as,
      show: (view) => answer(() => reply.send(view)),
      gone: (why) => answer(() => reply.code(why === 'removed' ? 403 : 404).send({ error: why })),
    });
    reply.raw.on('close', () => {
      if (!settled && !reply.raw.writableEnded) answer(() => reply);
    });
    streams.add(end);
  });
}

function toPlain(headers: ReturnType<FastifyReply['getHeaders']>): Record<string, string | number | string[]> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string | number | string[]] => entry[1] !== undefined));
}
