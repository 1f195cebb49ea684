import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { adminRoutes } from './adminRoutes';
import type { ServerConfig } from './config';
import { PATIENCE, secureServer } from './connections';
import { COMMON, HSTS, requestId } from './headers';
import { folderOf } from './keptAssets';
import type { GraphToken } from './onBehalf';
import { readPages, readSendCheck, servedAt } from './pages';
import { within } from './proxy';
import { publicPages } from './publicPages';
import type { Rooms } from './rooms/createRooms';
import { kindOf, type Log } from './rooms/log';
import type { NearRoom } from './rooms/nearRoom';
import { NotNow } from './rooms/store';
import { daysLeft, type Certificate } from './tls';

const DAY_MS = 86_400_000;
/** Outlook asks for the check at sending again after that. */
const HOUR_S = 3_600;
/** When whoever was told that it cannot be done now may ask again. */
const AGAIN_S = 5;

/** The production server: pages with their policy, files that never change, health. Not listening yet. */
export async function createApp(
  config: ServerConfig,
  {
    isReady = () => true,
    now = () => Date.now(),
    near,
    rooms,
    version = 'unknown',
    graphToken,
    log = () => undefined,
    certificate,
    earlier,
  }: {
    /** Whether the parts behind the pages can do their work. */
    readonly isReady?: () => boolean;
    readonly now?: () => number;
    readonly near?: NearRoom | undefined;
    /** What the administrator's page asks about. */
    readonly rooms?: Pick<Rooms, 'admin' | 'clockOff'> | undefined;
    readonly version?: string;
    /** Without it there is no such address. */
    readonly graphToken?: GraphToken | undefined;
    readonly log?: Log;
    /** The one in use, where the server ends TLS by itself. */
    readonly certificate?: (() => Certificate) | undefined;
    /** Where scripts of earlier builds are, for pages that were opened before this one was there. */
    readonly earlier?: string | undefined;
  } = {},
): Promise<FastifyInstance> {
  const trusted = within(config.proxies ?? []);
  const withProxy = config.proxies !== undefined;
  const options: FastifyServerOptions = {
    logger: false,
    trustProxy: withProxy && ((address) => trusted(address)),
    bodyLimit: 64 * 1024,
    ...PATIENCE,
    requestIdHeader: false,
    genReqId: requestId(trusted),
    // What is no address at all never reaches the handlers below; the library would repeat it to whoever asked.
    frameworkErrors: (_error, request, reply) =>
      void notFound(reply.headers({ ...COMMON, 'X-Request-Id': request.id })),
    ...(certificate !== undefined && { serverFactory: secureServer(certificate()) }),
  };
  const app = fastify(options);
  const pages = readPages(config);

  app.addHook('onSend', async (request, reply) => {
    reply.headers(COMMON).header('X-Request-Id', request.id);
    // What does not say how long it holds is of this moment: neither a proxy nor a browser keeps it.
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    if (reply.statusCode === 503) reply.header('Retry-After', String(AGAIN_S));
    if ((certificate !== undefined || withProxy) && request.protocol === 'https') reply.header(...HSTS);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    // Probes come every few seconds: that they went well is known.
    if (PROBES.has(route) && reply.statusCode < 400) return;
    const ms = Math.round(reply.elapsedTime);
    log({ event: 'request', id: request.id, route, code: reply.statusCode, ms });
  });

  for (const [name, page] of pages) {
    app.get(`/${name}.html`, (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('Cache-Control', 'no-cache')
        .header('Content-Security-Policy', page.policy)
        .send(servedAt(page, now())),
    );
  }

  publicPages(app, { pages: config.pages ?? {}, version });

  // Names carry a hash of the content: what was once read never changes.
  const assets = path.join(config.files, 'assets');
  await app.register(fastifyStatic, {
    root: assets,
    serve: false,
    immutable: true,
    maxAge: 365 * DAY_MS,
    preCompressed: true,
    setHeaders: (reply) => void reply.setHeader('Vary', 'Accept-Encoding'),
  });
  const folders = [assets, ...(earlier === undefined ? [] : [earlier])];
  app.get<{ Params: { '*': string } }>('/assets/*', async ({ params: { '*': name } }, reply) => {
    const folder = await folderOf(name, folders);
    return folder === undefined ? notFound(reply) : reply.sendFile(name, folder);
  });

  // The manifest names these without a hash.
  await app.register(fastifyStatic, {
    root: path.join(config.files, 'icons'),
    prefix: '/icons/',
    maxAge: DAY_MS,
    dotfiles: 'ignore',
    decorateReply: false,
  });

  const sendCheck = readSendCheck(config);
  if (sendCheck !== undefined)
    app.get('/sendCheck.js', (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('Cache-Control', `public, max-age=${HOUR_S}`)
        .send(sendCheck),
    );

  app.post('/rooms/near', async ({ headers, body }, reply) => {
    const said = near === undefined ? 503 : await near(headers.authorization, body);
    if (said === 429) reply.header('Retry-After', '10');
    return typeof said === 'number' ? reply.code(said).send({}) : said;
  });

  if (graphToken !== undefined)
    app.post('/graph-token', async ({ headers, body }, reply) => {
      const { status, body: said } = await graphToken(headers.authorization, body);
      if (status === 429) reply.header('Retry-After', '60');
      return reply.code(status).header('Cache-Control', 'no-store').send(said);
    });

  adminRoutes(app, {
    config,
    admin: rooms?.admin,
    version,
    now,
    log,
    certificateEnds: () => certificate?.().notAfter,
    clockOff: () => rooms?.clockOff(),
  });

  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', (_request, reply) =>
    reply.code(isReady() ? 200 : 503).send({
      status: reply.statusCode === 200 ? 'ready' : 'not ready',
      ...(certificate !== undefined && { certificateDays: daysLeft(certificate(), now()) }),
    }),
  );
  app.setNotFoundHandler((_request, reply) => notFound(reply));
  // What an error says is for us, not for whoever asked.
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if ((error.statusCode ?? 500) < 500) return notFound(reply);
    // No fault of the process: PostgreSQL or Redis is away, and whoever watches them has told it.
    if (error instanceof NotNow) return reply.code(503).send({});
    log({ event: 'fault', id: request.id, code: kindOf(error) });
    return reply.code(500).type('text/plain').send('Failed');
  });
  return app;
}

const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

const notFound = (reply: FastifyReply) => reply.code(404).type('text/plain').send('Not found');
