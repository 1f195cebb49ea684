import { readFileSync, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { GraphEvent } from '../../../src/demo/outlook/graphEvent';

export type Exchange = { readonly method: string; readonly path: string; readonly body: unknown };

export type SmallTenant = {
  readonly origin: string;
  /** Events by their id, as Graph shows them. */
  readonly events: Map<string, GraphEvent>;
  readonly exchanges: readonly Exchange[];
  /** The next call of Graph fails with this status. */
  failNext(status: number): void;
  close(): void;
};

const PEOPLE = [
  {
    id: 'p1',
    key: 'irene',
    name: 'Irene Valcárcel Soto',
    mail: 'irene.valcarcel@valdeolmo.example',
    zone: 'Europe/Madrid',
    language: 'es-ES',
    area: 'marketing',
  },
  {
    id: 'p2',
    key: 'rodrigo',
    name: 'Rodrigo Beltrán Ayuso',
    mail: 'rodrigo.beltran@valdeolmo.example',
    zone: 'Europe/Madrid',
    language: 'es-ES',
    area: 'sales',
  },
  {
    id: 'p3',
    key: 'andres',
    name: 'Andrés Cuéllar Pombo',
    mail: 'andres.cuellar@valdeolmo.example',
    zone: 'America/Bogota',
    language: 'es-CO',
    area: 'sales',
  },
];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
/** Tuesday 2026-11-24, 10:07 in Madrid. */
export const NOW = Date.UTC(2026, 10, 24, 9, 7);

/** A tenant of three people that serves the host's pages and just enough of Graph for them; `pane` is compose.html and read.html. */
export async function smallTenant(folder: string, pane: string): Promise<SmallTenant> {
  const events = new Map<string, GraphEvent>();
  const exchanges: Exchange[] = [];
  let failing = 0;
  let last = 0;

  const graph = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    let text = '';
    for await (const part of request) text += String(part);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const name = decodeURIComponent(url.pathname.replace('/graph/v1.0', ''));
    exchanges.push({ method: request.method ?? '', path: name, body });
    const json = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (request.headers.authorization !== 'Bearer t-p1' && request.headers.authorization !== 'Bearer t-p2')
      return json(401, { error: { code: 'InvalidAuthenticationToken' } });
    if (failing > 0) {
      const status = failing;
      failing = 0;
      return json(status, { error: { code: 'ErrorInternalServerError' } });
    }
    if (name === '/me/calendarView') return json(200, { value: [...events.values()] });
    if (request.method === 'POST' && name === '/me/events') {
      last += 1;
      const made = { id: `new-${last}`, isOrganizer: true, ...(body as object) } as GraphEvent;
      const event = made.isOnlineMeeting === true ? withJoinBlock(made) : made;
      events.set(event.id, event);
      return json(201, event);
    }
    const id = name.replace('/me/events/', '');
    const event = events.get(id);
    if (event === undefined) return json(404, { error: { code: 'ErrorItemNotFound' } });
    if (request.method === 'PATCH') events.set(id, { ...event, ...(body as object) });
    return json(200, events.get(id));
  };

  const server: Server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const host = request.headers.host ?? '';
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, text: string | Buffer) => {
      response.writeHead(200, { 'content-type': type });
      response.end(text);
    };
    if (host !== `localhost:${port}`) {
      const file = path.join(folder, url.pathname);
      if (url.pathname === '/compose.html' || url.pathname === '/read.html')
        return send(TYPES['.html'] ?? '', pane.replaceAll('HOST', `http://localhost:${port}`));
      if (url.pathname === '/sendCheck.html')
        return send(
          TYPES['.html'] ?? '',
          `<script src="http://localhost:${port}/standIn.js"></script><script src="sendCheck.js"></script>`,
        );
      return existsSync(file)
        ? send(TYPES['.js'] ?? '', readFileSync(file))
        : void response.writeHead(404).end();
    }
    if (url.pathname === '/demo/config') {
      return send(
        'application/json',
        JSON.stringify({
          company: 'Valdeolmo Riego, S.L.',
          people: PEOPLE,
          organiser: 'p1',
          graph: `http://localhost:${port}/graph/v1.0`,
          appId: '00000000-0000-0000-0000-00000000cade',
          paneOrigin: `http://{key}.localhost:${port}`,
          office: 'standIn',
          now: NOW,
        }),
      );
    }
    if (url.pathname === '/demo/token') {
      let text = '';
      request.on('data', (part) => (text += String(part)));
      request.on('end', () =>
        send(
          'application/json',
          JSON.stringify({
            access_token: `t-${(JSON.parse(text) as { person: string }).person}`,
            expires_in: 3600,
          }),
        ),
      );
      return;
    }
    if (url.pathname.startsWith('/graph/v1.0/')) return void graph(request, response, url);
    const name =
      url.pathname === '/'
        ? '/demoHome.html'
        : url.pathname === '/outlook'
          ? '/demoOutlook.html'
          : url.pathname;
    const file = path.join(folder, name);
    if (!existsSync(file)) return void response.writeHead(404).end();
    send(TYPES[path.extname(name)] ?? 'text/plain', readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    events,
    exchanges,
    failNext: (status) => void (failing = status),
    close: () => void server.close(),
  };
}

const withJoinBlock = (event: GraphEvent): GraphEvent => ({
  ...event,
  onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/x' },
  body: { content: `${event.body?.content ?? ''}<p>Unirse a la reunión ahora</p>` },
});
