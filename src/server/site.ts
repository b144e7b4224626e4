// The built client over HTTP: static files, a strict content security policy, a page for what is not there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { loggerFor, logResponse } from './log.ts';
import type { LogLevel } from './options.ts';
import { say } from './words.ts';

/** Names in this folder carry a hash of their content. */
const HASHED = '/assets/';
/** Milliseconds in which a request must have arrived, so that slow ones hold nothing up. */
const REQUEST_TIMEOUT = 20_000;
/** Bytes of a request's body, where its address allows no more. */
const BODY = 16_384;
const A_YEAR = 'public, max-age=31536000, immutable';

/** @param folder the built client; @param isWell whether what it serves beside the client answers; @throws {MissingBuild} when the client is not there */
export async function createSite(folder: string, log: LogLevel = 'silent', isWell: () => Promise<boolean> = async () => true): Promise<FastifyInstance> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new MissingBuild(index);
  const missing = missingPage(readFileSync(index, 'utf8'));
  const site = fastify({
    forceCloseConnections: true,
    logger: loggerFor(log),
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: REQUEST_TIMEOUT,
    bodyLimit: BODY,
    // A key of this name is dropped, not an error to be told in detail.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
  });
  site.addHook('onResponse', logResponse);
  // On plain HTTP in a school's network, upgrading to HTTPS would blank the page, and the origin headers are refused with a warning.
  await site.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'deny' },
  });
  await site.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    // Beside each text file the build lays its brotli and its gzip.
    preCompressed: true,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => void reply.header('Cache-Control', path.includes(HASHED) ? A_YEAR : 'no-cache'),
  });
  site.get('/healthz', async (_request, reply) => {
    const well = await isWell();
    return reply
      .header('Cache-Control', 'no-store')
      .code(well ? 200 : 503)
      .send({ status: well ? 'ok' : 'unwell' });
  });
  site.setNotFoundHandler((request, reply) => {
    reply.code(404).header('Cache-Control', 'no-store');
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    return wantsPage ? reply.type('text/html; charset=utf-8').send(missing) : reply.send({ error: say('notFound') });
  });
  return site;
}

export class MissingBuild extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** In the dress of the client's own page. */
function missingPage(index: string): string {
  const sheet = /href="\.(\/assets\/[\w.-]+\.css)"/.exec(index)?.[1];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('notFound')}</title>
${sheet === undefined ? '' : `<link rel="stylesheet" href="${sheet}">`}
</head>
<body>
<main class="narrow">
<div class="page-heading"><h1>${say('notFound')}</h1></div>
<section class="sheet"><p>${say('notFoundMore')}</p><p><a href="/">${say('notFoundBack')}</a></p></section>
</main>
</body>
</html>
`;
}
