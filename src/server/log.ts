// What the server logs: which kind of request, how it ended and how long it took. No address, name, secret or code of a session.

import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { LogLevel } from './options.ts';

export function loggerFor(level: LogLevel): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: null,
    serializers: {
      // An error may quote what was sent: its kind and place are enough.
      err: ({ name, code, stack }: Error & { code?: string }) => ({ type: name, message: code ?? '', stack: stack?.split('\n').slice(1).join('\n') ?? '' }),
      req: () => ({}),
      res: () => ({}) as { statusCode: number },
    },
  };
}

export async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions } = request;
  request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) });
}
