import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Issuer } from './issuer';
import { invalidRequest, TokenRefused } from './refusal';
import type { TokenError } from './tokenAnswer';

const MOST_BYTES = 16 * 1024;

/**
 * `POST /demo/token` {person, scopes, audience?, app?} → a token as JSON, or OAuth's error with 400. Only pages of the host's
 * own origins may ask: a pane on `ana.localhost` gets its tokens from its host's bridge, like everywhere.
 */
export function tokenEndpoint(
  issuer: Issuer,
  options: {
    /** Origins of the host pages, such as 'http://localhost:3978'; a function when the port is known later. */
    readonly origins: readonly string[] | (() => readonly string[]);
  },
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const origins = () => (typeof options.origins === 'function' ? options.origins() : options.origins);
  return async (request, response) => {
    const origin = request.headers.origin;
    if (request.method !== 'POST') return answer(response, 405, { error: 'invalid_request' });
    if (origin === undefined || !origins().includes(origin) || hostOf(origin) !== request.headers.host) {
      return answer(response, 403, { error: 'invalid_request' });
    }
    try {
      const { person, scopes, ...rest } = asked(await textOf(request));
      const token = await issuer.issue(person, scopes, rest);
      answer(response, 200, token);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      answer(response, 400, errorOf(error));
    }
  };
}

/** The refusal in OAuth's shape, with Entra's number. */
export function errorOf(refused: TokenRefused): TokenError {
  return {
    error: refused.error,
    ...(refused.suberror !== undefined && { suberror: refused.suberror }),
    error_description: refused.description,
    error_codes: [Number(refused.code.replace(/\D/g, ''))],
  };
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw invalidRequest('the body is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function asked(text: string): { person: string; scopes: string[]; audience?: string; app?: string } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalidRequest('the body is no JSON');
  }
  const { person, scopes, audience, app } = (body ?? {}) as Record<string, unknown>;
  if (
    typeof person !== 'string' ||
    !Array.isArray(scopes) ||
    !scopes.every((scope) => typeof scope === 'string')
  ) {
    throw invalidRequest('person and scopes are wanted');
  }
  return {
    person,
    scopes: scopes as string[],
    ...(typeof audience === 'string' && { audience }),
    ...(typeof app === 'string' && { app }),
  };
}
