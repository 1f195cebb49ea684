import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Company } from '../../../src/demo/company/types';
import { answerJson, bodyOf } from '../../../src/demo/identity/answering';
import type { Issuer } from '../../../src/demo/identity/issuer';
import { instanceDiscovery, openIdConfiguration } from '../../../src/demo/identity/openId';
import { TokenRefused } from '../../../src/demo/identity/refusal';
import type { serverSignIn } from '../../../src/demo/identity/serverSignIn';
import { errorOf } from '../../../src/demo/identity/tokenEndpoint';
import type { Site } from './front';

type Pending = {
  readonly challenge: string;
  readonly nonce: string;
  /** The person has said yes to what was asked. */
  readonly agreed: boolean;
};

/**
 * Microsoft's sign-in as browsers and as servers meet it: Irene's session is open, so the window holds one link where
 * others type a password, and it asks for her consent where something is not consented to.
 */
export function loginSite(
  issuer: Issuer,
  company: Company,
  forServers: ReturnType<typeof serverSignIn>,
): Site {
  const irene = company.people.find(({ key }) => key === 'irene');
  const clientInfo = Buffer.from(JSON.stringify({ uid: irene?.id, utid: issuer.tenantId })).toString(
    'base64url',
  );
  const pending = new Map<string, Pending>();

  async function token(text: string, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(text);
    const scopes = (form.get('scope') ?? '').split(' ');
    const waiting = pending.get(form.get('code') ?? '');
    if (form.get('grant_type') === 'authorization_code') {
      const proof = createHash('sha256').update(form.get('code_verifier') ?? '');
      if (waiting?.challenge !== proof.digest('base64url'))
        return answerJson(response, 400, { error: 'invalid_grant' });
      if (waiting.agreed) issuer.consent.grant(scopes);
    }
    try {
      const issued = await issuer.issue('irene', scopes, { ...(waiting && { nonce: waiting.nonce }) });
      answerJson(response, 200, { ...issued, refresh_token: 'refresh', client_info: clientInfo });
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      answerJson(response, 400, errorOf(error));
    }
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const scopes = (asked.get('scope') ?? '').split(' ');
    const consents = scopes.every((scope) => issuer.consent.has(shortName(scope)));
    const code = (agreed: boolean): string => {
      const made = `code-${pending.size + 1}`;
      const challenge = asked.get('code_challenge') ?? '';
      pending.set(made, { challenge, nonce: asked.get('nonce') ?? '', agreed });
      return made;
    };
    const back = (answer: Record<string, string>) =>
      `${asked.get('redirect_uri')}#${new URLSearchParams({ ...answer, state: asked.get('state') ?? '' }).toString()}`;
    if (asked.get('prompt') === 'none') {
      const to = consents
        ? back({ code: code(false), client_info: clientInfo })
        : back({ error: 'interaction_required', error_description: 'AADSTS65001: no consent.' });
      return html(response, `<script>location.replace(${JSON.stringify(to)})</script>`);
    }
    const yes = back({ code: code(!consents), client_info: clientInfo });
    const no = back({ error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' });
    const links = [
      [consents ? 'Continuar como Irene' : 'Aceptar', yes],
      ['Cancelar', no],
    ];
    const body = links.map(([text, to]) => `<a href="${to?.replaceAll('&', '&amp;')}">${text}</a>`);
    // Microsoft's own page cuts the link to the window that opened it, unless MSAL vouches for that window.
    const alone = asked.get('pocd') === '1' ? {} : { 'cross-origin-opener-policy': 'same-origin' };
    html(response, body.join(' '), alone);
  }

  return {
    async answer(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '/', issuer.authority);
      // A server that asks has no page and no origin.
      if (request.headers.origin === undefined && /\/(keys|token)$/.test(pathname))
        return forServers(request, response);
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      if (pathname.endsWith('/.well-known/openid-configuration'))
        return answerJson(response, 200, openIdConfiguration(issuer));
      if (pathname.endsWith('/discovery/instance'))
        return answerJson(response, 200, instanceDiscovery(issuer));
      if (pathname.endsWith('/authorize')) return authorize(searchParams, response);
      if (pathname.endsWith('/token')) return token(await bodyOf(request), response);
      response.writeHead(404).end();
    },
  };
}

const html = (response: ServerResponse, body: string, headers: Readonly<Record<string, string>> = {}) =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    .end(`<!doctype html><title>Sign in</title>${body}`);

const shortName = (scope: string) => scope.replace(/^https:\/\/graph\.microsoft\.com\/|^api:\/\/.*\//, '');
