// Views on their way down: server-sent events, written as the line takes them, and polls that wait.

import type { FastifyReply } from 'fastify';
import type { RefusedReason } from '../../protocol/messages.ts';
import type { View } from '../../session/types.ts';
import type { Audience, Looker } from './audience.ts';
import { lookAfter } from './looking.ts';

/** Milliseconds between two signs of life. */
const PING = 10_000;

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

/** Answers once there is something newer than `version`, or with 204 when there is nothing for a while. */
export async function poll(reply: FastifyReply, audience: Audience, as: Looker, version: number, streams: Streams): Promise<FastifyReply> {
  let end: (() => void) | null = null;
  const looked = await lookAfter(audience, as, version, afterwards, (leave) => {
    end = leave;
    streams.add(leave);
    reply.raw.on('close', leave);
  });
  if (end !== null) streams.delete(end);
  switch (looked.is) {
    case 'view':
      return reply.send(looked.view);
    case 'quiet':
      return reply.raw.destroyed ? reply : reply.code(204).send();
    case 'gone':
      return reply.code(looked.why === 'removed' ? 403 : 404).send({ error: looked.why });
  }
}

function afterwards(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

function toPlain(headers: ReturnType<FastifyReply['getHeaders']>): Record<string, string | number | string[]> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string | number | string[]] => entry[1] !== undefined));
}
