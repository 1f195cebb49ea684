import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, placeOf } from './place';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Who answers what; each part is a machine of its own in a real tenant. */
export type DemoParts = {
  readonly graph: Handle;
  readonly faults: Handle;
  readonly token: Handle;
  /** The sign-in service as servers use it. */
  readonly login: Handle;
  /** Meetings to try, and who is in them. */
  readonly meeting: Handle;
  /** Contents of files, on the origin of their own that SharePoint has. */
  readonly files: Handle;
  /** The host's own pages; false when there is none of that name. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** What the host's pages are told. */
  readonly config: () => unknown;
  /** The product's server, on the origin of each participant. */
  readonly product: Handle;
  /** Keys of the people who have an origin. */
  readonly participants: ReadonlySet<string>;
};

/** One process plays every machine; the host name of a request tells which one it is for. */
export function demoHandler(parts: DemoParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    Promise.resolve()
      .then(() => answer(parts, request, response))
      .catch((error: unknown) => {
        process.stderr.write(`${request.method} ${request.url?.split('?')[0]}: ${String(error)}\n`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  };
}

function answer(parts: DemoParts, request: IncomingMessage, response: ServerResponse): void | Promise<void> {
  const place = placeOf(request);
  switch (place?.kind) {
    case undefined:
      return plain(response, 421, 'Misdirected');
    case 'files':
      return parts.files(request, response);
    case 'participant':
      return parts.participants.has(place.key)
        ? parts.product(request, response)
        : plain(response, 404, 'Not found');
    case 'host':
      return hostAnswer(parts, request, response);
  }
}

function hostAnswer(
  parts: DemoParts,
  request: IncomingMessage,
  response: ServerResponse,
): void | Promise<void> {
  const pathname = pathOf(request);
  if (/^\/graph\//i.test(pathname)) return parts.graph(request, response);
  if (pathname === '/demo/faults') return parts.faults(request, response);
  if (pathname === '/demo/token') return parts.token(request, response);
  if (pathname.startsWith('/demo/login/')) return parts.login(request, response);
  if (MEETING.includes(pathname)) return parts.meeting(request, response);
  if (pathname === '/demo/config') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(parts.config()));
    return;
  }
  if (!parts.pages(request, response)) plain(response, 404, 'Not found');
}

const MEETING = [
  '/demo/meeting',
  '/demo/meetings',
  '/demo/meeting/join',
  '/demo/meeting/leave',
  '/demo/notices',
  ...['/demo/call', '/demo/call/end', '/demo/transcript', '/demo/transcript/arrive'],
  ...['/demo/transcript/file', '/demo/transcripts', '/demo/switches'],
];

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(text);
}
