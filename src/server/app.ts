import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { ServerConfig } from './config';
import { readPages, servedAt } from './pages';
import type { NearRoom } from './rooms/nearRoom';

const DAY_MS = 86_400_000;
/** Whoever has not told what they want by then is not one of our pages. */
const PATIENCE_MS = 30_000;

/** The production server: pages with their policy, files that never change, health. Not listening yet. */
export async function createApp(
  config: ServerConfig,
  {
    isReady = () => true,
    now = () => Date.now(),
    near,
  }: {
    /** Whether the parts behind the pages can do their work. */
    readonly isReady?: () => boolean;
    readonly now?: () => number;
    readonly near?: NearRoom | undefined;
  } = {},
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit: 64 * 1024,
    requestTimeout: PATIENCE_MS,
    // What is no address at all never reaches the handlers below; the library would repeat it to whoever asked.
    frameworkErrors: (_error, _request, reply) =>
      void notFound(reply.header('X-Content-Type-Options', 'nosniff')),
  });
  const pages = readPages(config);

  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
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

  // Names carry a hash of the content: what was once read never changes.
  await app.register(fastifyStatic, {
    root: path.join(config.files, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: 365 * DAY_MS,
    preCompressed: true,
    // Source maps are for us.
    allowedPath: (file) => !file.endsWith('.map'),
    setHeaders: (reply) => void reply.setHeader('Vary', 'Accept-Encoding'),
    decorateReply: false,
  });

  // The manifest names these without a hash.
  await app.register(fastifyStatic, {
    root: path.join(config.files, 'icons'),
    prefix: '/icons/',
    maxAge: DAY_MS,
    decorateReply: false,
  });

  app.post('/rooms/near', async ({ headers, body }, reply) => {
    const said = near === undefined ? 503 : await near(headers.authorization, body);
    return typeof said === 'number' ? reply.code(said).send({}) : said;
  });

  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', (_request, reply) =>
    isReady() ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  app.setNotFoundHandler((_request, reply) => notFound(reply));
  // What an error says is for us, not for whoever asked.
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) =>
    (error.statusCode ?? 500) < 500 ? notFound(reply) : reply.code(500).type('text/plain').send('Failed'),
  );
  return app;
}

const notFound = (reply: FastifyReply) => reply.code(404).type('text/plain').send('Not found');
