// The addresses of live sessions: HTTP in, what `requests.ts` says out.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Lobby, type Places, PROTOCOL, PROTOCOL_HEADER, type RefusedReason, type Seated } from '../../protocol/messages.ts';
import type { Ack } from '../../session/types.ts';
import { NotAvailable } from './engine.ts';
import { openLimits } from './limits.ts';
import { addPreflight } from './preflight.ts';
import { openRequests, parsed, Refusal, type RequestParts, type Requests } from './requests.ts';
import { poll, type Streams, stream } from './streams.ts';

export interface ApiParts extends Omit<RequestParts, 'limits'> {
  /** Origins by which others reach this server. */
  links: () => readonly string[];
}

const CREATE_BODY = 524_288;

const STATUS: Partial<Record<RefusedReason, number>> = {
  invalid: 400,
  'not-allowed': 401,
  'wrong-role': 403,
  removed: 403,
  'other-origin': 403,
  'no-such-session': 404,
  'no-such-address': 404,
  'too-large': 413,
  'too-many': 429,
  'other-protocol': 426,
  'name-refused': 422,
  'not-available': 503,
};

/** Of a refusal; 409 where the session stands otherwise. */
export const statusOf = (reason: RefusedReason): number => STATUS[reason] ?? 409;

/** Adds the addresses under `/api`. @returns open streams, to be let go before the server closes */
export function addApi(site: FastifyInstance, parts: ApiParts): Streams {
  const limits = openLimits(parts.engine.now);
  const streams: Streams = new Set();
  site.register(
    async (api) => {
      api.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        checkOrigin(request);
        if (request.headers[PROTOCOL_HEADER] !== String(PROTOCOL)) throw new Refusal('other-protocol');
      });
      api.setErrorHandler((error, request, reply) => refuse(error, request, reply));
      addSessions(api, openRequests({ ...parts, limits }), streams);
      addPreflight(api, limits, streams);
      api.get('/places', async (): Promise<Places> => ({ links: parts.links(), open: parts.hostKey === null }));
      // Else the site's own files are looked through.
      api.all('/*', async () => {
        throw new Refusal('no-such-address');
      });
    },
    { prefix: '/api' },
  );
  return streams;
}

/** A page of another origin cannot use what this browser knows. */
function checkOrigin({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  if (origin === undefined) return;
  let from: string;
  try {
    from = new URL(origin).host;
  } catch {
    throw new Refusal('other-origin');
  }
  if (from !== host) throw new Refusal('other-origin');
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return reply.code(statusOf(error.reason)).send({ error: error.reason, ...(error.detail === undefined ? {} : { detail: error.detail }) });
  if (error instanceof NotAvailable) return reply.code(503).send({ error: 'not-available' });
  const { statusCode = 500, code = '' } = error as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return reply.code(413).send({ error: 'too-large' });
  if (statusCode < 500) return reply.code(400).send({ error: 'invalid' });
  request.log.error({ err: error });
  return reply.code(500).send({ error: 'not-available' });
}

function addSessions(api: FastifyInstance, requests: Requests, streams: Streams): void {
  api.post('/sessions', { bodyLimit: CREATE_BODY, onRequest: async (request) => requests.mayCreate(bearerOf(request)) }, async ({ body }, reply) =>
    reply.code(201).send(await requests.create(body)),
  );
  api.get('/s/:code', async (request): Promise<Lobby> => requests.lobby(codeOf(request)));
  api.post('/s/:code/seat', async (request): Promise<Seated> => requests.takeSeat(codeOf(request), bearerOf(request), request.body));
  api.post('/s/:code/answers', async (request, reply) => acknowledge(reply, await requests.answer(codeOf(request), bearerOf(request), request.body)));
  api.post('/s/:code/forecasts', async (request, reply) => acknowledge(reply, await requests.forecast(codeOf(request), bearerOf(request), request.body)));
  api.post('/s/:code/votes', async (request, reply) => acknowledge(reply, await requests.vote(codeOf(request), bearerOf(request), request.body)));
  api.post('/s/:code/tickets', async (request, reply) => acknowledge(reply, await requests.ticket(codeOf(request), bearerOf(request), request.body)));
  api.post('/s/:code/homework', async (request, reply) => acknowledge(reply, await requests.homework(codeOf(request), bearerOf(request), request.body)));
  api.post('/s/:code/commands', async (request, reply) => acknowledge(reply, await requests.command(codeOf(request), bearerOf(request), request.body)));
  api.get('/s/:code/view', async (request, reply) =>
    requests.watch(codeOf(request), bearerOf(request), (audience, as) => {
      const { after } = parsed(z.object({ after: z.coerce.number().int().min(-1).default(-1) }), request.query);
      const isStream = request.headers.accept?.includes('text/event-stream') ?? false;
      return isStream ? stream(reply, audience, as, streams) : poll(reply, audience, as, after, streams);
    }),
  );
  api.put('/s/:code/names/:seat', async (request) => requests.rename(codeOf(request), bearerOf(request), (request.params as { seat: string }).seat, request.body));
  api.get('/s/:code/report', async (request) => requests.report(codeOf(request), bearerOf(request)));
  api.get('/s/:code/export', async (request, reply) => {
    const exported = await requests.exported(codeOf(request), bearerOf(request));
    reply.header('content-disposition', `attachment; filename="counterweight-${codeOf(request)}.json"`);
    return exported;
  });
  api.get('/s/:code/keep', async (request) => requests.keeping(codeOf(request), bearerOf(request)));
  api.put('/s/:code/keep', async (request) => requests.keep(codeOf(request), bearerOf(request), request.body));
  api.delete('/s/:code', async (request, reply) => {
    await requests.remove(codeOf(request), bearerOf(request));
    return reply.code(204).send();
  });
}

const codeOf = ({ params }: FastifyRequest): string => (params as { code: string }).code;

function acknowledge(reply: FastifyReply, ack: Ack): FastifyReply {
  return reply.code(ack.status === 'refused' ? 409 : 200).send(ack);
}

const SECRET = /^Bearer ([0-9a-f]{32})$/;
function bearerOf({ headers }: FastifyRequest): string | null {
  return SECRET.exec(headers.authorization ?? '')?.[1] ?? null;
}
