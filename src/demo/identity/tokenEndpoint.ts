import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson as answer, bodyOf as textOf } from './answering';
import type { Issuer } from './issuer';
import { invalidRequest, TokenRefused } from './refusal';
import type { TokenError } from './tokenAnswer';

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
    ...(refused.claims !== undefined && { claims: refused.claims }),
    error_codes: [Number(refused.code.replace(/\D/g, ''))],
  };
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);

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
