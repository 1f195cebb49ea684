import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Who answers for one host name. */
export type Site = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type Front = {
  readonly port: number;
  /** The origins that were asked, whoever answers there. */
  readonly asked: Set<string>;
  /** 'GET https://host/path', in order, without queries. */
  readonly log: string[];
  close(): void;
};

/** One machine that stands for the internet: it ends TLS for every name, and hands on by the name that was asked. */
export async function openFront(
  certificate: { readonly key: string; readonly cert: string },
  sites: ReadonlyMap<string, Site>,
  now: () => number,
): Promise<Front> {
  const asked = new Set<string>();
  const log: string[] = [];
  const siteOf = ({ headers, method, url }: IncomingMessage) => {
    const name = headers.host ?? '';
    asked.add(`https://${name}`);
    log.push(`${method} https://${name}${(url ?? '').split('?', 1)[0]}`);
    return sites.get(name);
  };
  const server = createServer(certificate, (request, response) => {
    const site = siteOf(request);
    // Servers hold their clock against Microsoft's.
    response.setHeader('date', new Date(now()).toUTCString());
    Promise.resolve()
      .then(() => (site === undefined ? void response.writeHead(404).end() : site.answer(request, response)))
      .catch((error: unknown) => response.destroy(error as Error));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const upgrade = siteOf(request)?.upgrade;
    if (upgrade === undefined) socket.destroy();
    else upgrade(request, socket, head);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    log,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A proxy before a server on this machine, as an operator puts one there; `changed` may take headers away. */
export function proxyTo(
  port: () => number,
  changed: (headers: IncomingMessage['headers']) => IncomingMessage['headers'],
): Site {
  const told = ({ headers, socket }: IncomingMessage) => ({
    ...headers,
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-proto': 'https',
  });
  return {
    answer(request, response) {
      const { method, url } = request;
      const onward = ask({ host: '127.0.0.1', port: port(), method, path: url, headers: told(request) });
      onward.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, changed(answer.headers));
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    },
    upgrade(request, socket, head) {
      const onward = connect(port(), '127.0.0.1', () => {
        const headers = Object.entries(told(request)).map(([name, value]) => `${name}: ${String(value)}`);
        onward.write(`${[`GET ${request.url} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`);
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      socket.on('error', () => onward.destroy()).on('close', () => onward.destroy());
      onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    },
  };
}
