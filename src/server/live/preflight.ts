// What a school's network lets through: addresses that a page tries before a lesson.

import type { FastifyInstance } from 'fastify';
import { PROTOCOL } from '../../protocol/messages.ts';
import type { Limits } from './limits.ts';
import type { Streams } from './streams.ts';

const TICKS = 5;
const TICK = 500;
const POLL = 1000;
const ECHO = 1024;

export function addPreflight(api: FastifyInstance, limits: Limits, streams: Streams): void {
  api.register(
    async (flight) => {
      flight.addHook('onRequest', async (_request, reply) => {
        if (!limits.take('preflights', '')) return reply.code(429).send({ error: 'too-many' });
      });
      flight.get('/', async () => ({ protocol: PROTOCOL, now: Date.now() }));
      flight.get('/poll', async () => {
        await new Promise((done) => setTimeout(done, POLL));
        return { now: Date.now() };
      });
      flight.post('/echo', { bodyLimit: ECHO }, async (request) => ({ echo: request.body ?? null }));
      flight.get('/stream', (_request, reply) => {
        reply.hijack();
        const { raw } = reply;
        raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
        let count = 0;
        const end = () => {
          clearInterval(ticking);
          streams.delete(end);
          raw.end();
        };
        const tick = () => {
          count++;
          raw.write(`event: tick\ndata: ${JSON.stringify({ count, now: Date.now() })}\n\n`);
          if (count === TICKS) end();
        };
        const ticking = setInterval(tick, TICK);
        streams.add(end);
        raw.on('close', end);
        tick();
      });
    },
    { prefix: '/preflight' },
  );
}
