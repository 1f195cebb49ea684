import { createHash } from 'node:crypto';
import type { BrowserContext, Route } from 'playwright-core';
import { instanceDiscovery, openIdConfiguration } from '../../../src/demo/identity/openId';
import { errorOf } from '../../../src/demo/identity/tokenEndpoint';
import { TokenRefused } from '../../../src/demo/identity/refusal';
import { AUTHORITY, TENANT, type SignInTenant } from './signInTenant';

type Pending = { readonly challenge: string; readonly nonce: string };

export type LoginService = {
  /** Every address that was asked for, without its query. */
  readonly visited: string[];
  /** Grants of the token endpoint, in order. */
  readonly grants: string[];
  reachable: boolean;
  /** Whether a refresh token still gives anything; without one only the session of the browser does. */
  refreshes: boolean;
};

/** The authority as a browser sees it: discovery, a page with two links instead of a password, tokens for codes. */
export async function loginService(context: BrowserContext, tenant: SignInTenant): Promise<LoginService> {
  const { issuer } = tenant;
  const irene = tenant.company.people.find(({ key }) => key === 'irene');
  const service: LoginService = { visited: [], grants: [], reachable: true, refreshes: true };
  const pending = new Map<string, Pending>();

  const json = (route: Route, body: object, status = 200) =>
    route.fulfill({
      status,
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify(body),
    });

  const token = async (route: Route) => {
    const form = new URLSearchParams(route.request().postData() ?? '');
    service.grants.push(form.get('grant_type') ?? '');
    const waiting = pending.get(form.get('code') ?? '');
    if (form.get('grant_type') === 'authorization_code') {
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (waiting?.challenge !== challenge) return json(route, { error: 'invalid_grant' }, 400);
    }
    if (form.get('grant_type') === 'refresh_token' && !service.refreshes) {
      const expired = {
        error: 'invalid_grant',
        error_description: 'AADSTS700084: The refresh token has expired.',
      };
      return json(route, { ...expired, suberror: 'bad_token' }, 400);
    }
    const scopes = (form.get('scope') ?? '').split(' ');
    try {
      const issued = await issuer.issue('irene', scopes, { ...(waiting && { nonce: waiting.nonce }) });
      return await json(route, { ...issued, refresh_token: 'refresh', client_info: clientInfo() });
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      return json(route, errorOf(error), 400);
    }
  };
  const clientInfo = () =>
    Buffer.from(JSON.stringify({ uid: irene?.id, utid: TENANT })).toString('base64url');

  const authorize = (route: Route) => {
    const asked = new URL(route.request().url()).searchParams;
    const code = `code-${pending.size + 1}`;
    pending.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' });
    const back = (answer: Record<string, string>) =>
      `${asked.get('redirect_uri')}#${new URLSearchParams({ ...answer, state: asked.get('state') ?? '' }).toString()}`;
    if (asked.get('prompt') === 'none') {
      const to = JSON.stringify(back({ code, client_info: clientInfo() }));
      return route.fulfill({ contentType: 'text/html', body: `<script>location.replace(${to})</script>` });
    }
    const links = [
      ['in', back({ code, client_info: clientInfo() })],
      ['no', back({ error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' })],
      [
        'admin',
        back({ error: 'access_denied', error_description: 'AADSTS90094: An administrator must consent.' }),
      ],
    ];
    return route.fulfill({
      contentType: 'text/html',
      // Microsoft's own page cuts the link to the window that opened it, unless MSAL vouches for that window.
      headers: asked.get('pocd') === '1' ? {} : { 'cross-origin-opener-policy': 'same-origin' },
      body: links
        .map(([id, to]) => `<a id="${id}" href="${to?.replaceAll('&', '&amp;')}">${id}</a>`)
        .join(' '),
    });
  };

  await context.route(/^https:\/\//, (route) => {
    const { origin, pathname } = new URL(route.request().url());
    service.visited.push(origin + pathname);
    if (!service.reachable || origin !== new URL(AUTHORITY).origin) return route.abort();
    if (pathname.endsWith('/.well-known/openid-configuration'))
      return json(route, openIdConfiguration(issuer));
    if (pathname.endsWith('/discovery/instance')) return json(route, instanceDiscovery(issuer));
    if (pathname.endsWith('/authorize')) return authorize(route);
    if (pathname.endsWith('/token')) return token(route);
    return route.fulfill({ status: 404 });
  });
  return service;
}
