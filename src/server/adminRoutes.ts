import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { ServerConfig } from './config';
import type { RoomsAdmin } from './rooms/admin';
import { bearerIn, TOLERANCE_S, type Bearer } from './rooms/accessToken';
import { bucketOfEach } from './rooms/bucket';
import { kindOf, type Log } from './rooms/log';
import { KEEP, KEEP_RECORDED } from './rooms/store';

const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
/** Template ids of Entra's own roles, the same in every tenant: whoever installs the app, and may take it away. */
const ADMINISTRATORS: ReadonlySet<string> = new Set([
  GLOBAL_ADMINISTRATOR,
  '69091246-20e8-4a56-aa4d-066075b2a7a8', // Teams Administrator
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', // Application Administrator
  '158c047a-c907-4556-b7ef-446551a6b5f7', // Cloud Application Administrator
]);

/** For each person: a page asks for a few things at once, and again when somebody presses. */
const BURST = 20;
const PER_SECOND = 0.5;
const DAY = 86_400_000;

const PURGE = v.strictObject({ purge: v.literal('rooms') });

export type AdminDeps = {
  readonly config: Pick<ServerConfig, 'client'>;
  /** Undefined where there are no live rooms: then nobody is known here. */
  readonly admin: RoomsAdmin | undefined;
  readonly version: string;
  readonly now: () => number;
  readonly log: Log;
  /** When the certificate ends that this process serves with; undefined where a proxy ends TLS. */
  readonly certificateEnds: () => number | undefined;
  /** How far the clock was off the sign-in service's when keys were fetched; undefined before. */
  readonly clockOff: () => number | undefined;
};

/**
 * What the administrator's page asks of the server: what it is and keeps, all rooms as one file, all rooms gone. Only for
 * an access token for this server whose person has one of the roles; the file only for a Global Administrator, because it
 * holds what others wrote. A bearer token is in no cookie, so no other page can send one along.
 */
export function adminRoutes(app: FastifyInstance, deps: AdminDeps): void {
  const { config, admin, version, now, log, certificateEnds, clockOff } = deps;
  const mayAsk = bucketOfEach(BURST, PER_SECOND, now);

  async function refusalOf(
    request: FastifyRequest,
    may: (who: Bearer) => boolean,
  ): Promise<401 | 403 | 429 | 503 | undefined> {
    const token = bearerIn(request.headers.authorization);
    if (token === undefined) return 401;
    if (admin === undefined) return 503;
    const who = await admin.check(token, now());
    if (who === 'unknown') return 503;
    if (who === 'invalid') return 401;
    if (!mayAsk(who.id)) return 429;
    return may(who) ? undefined : 403;
  }

  const administers = ({ directoryRoles }: Bearer) => directoryRoles.some((role) => ADMINISTRATORS.has(role));
  const readsAll = ({ directoryRoles }: Bearer) => directoryRoles.includes(GLOBAL_ADMINISTRATOR);

  const guarded =
    (
      may: (who: Bearer) => boolean,
      answer: (admin: RoomsAdmin, request: FastifyRequest, reply: FastifyReply) => unknown,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      reply.header('Cache-Control', 'no-store');
      const refused = await refusalOf(request, may);
      if (refused === 429) reply.header('Retry-After', '10');
      if (refused !== undefined || admin === undefined) return reply.code(refused ?? 503).send({});
      return answer(admin, request, reply);
    };

  app.get(
    '/admin/state',
    guarded(administers, async (rooms) => ({
      version,
      now: now(),
      clockOffMs: clockOff() ?? null,
      clockToleranceMs: TOLERANCE_S * 1000,
      certificateEnds: certificateEnds() ?? null,
      balanceCap: config.client.balanceCap,
      keeps: { recordedDays: KEEP_RECORDED / DAY, otherwiseDays: KEEP / DAY },
      rooms: { kept: await rooms.kept(), open: await rooms.open() },
    })),
  );

  app.get(
    '/admin/export',
    guarded(readsAll, async (rooms, _request, reply) => {
      log({ event: 'admin', code: 'export', count: await rooms.kept() });
      const head = JSON.stringify({ cadencia: version, exported: new Date(now()).toISOString() });
      async function* whole() {
        yield `${head}\n`;
        yield* rooms.lines();
      }
      const file = Readable.from(whole(), { objectMode: false });
      file.on('error', (fault) => log({ event: 'fault', code: kindOf(fault) }));
      return reply.type('application/x-ndjson; charset=utf-8').send(file);
    }),
  );

  app.post(
    '/admin/purge',
    guarded(administers, async (rooms, request, reply) => {
      if (!v.safeParse(PURGE, request.body).success) return reply.code(400).send({});
      const done = await rooms.purge();
      log({ event: 'admin', code: 'purge', count: done.gone });
      return done;
    }),
  );
}
