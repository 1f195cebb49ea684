import { timingSafeEqual, createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readClientAssertion } from './clientAssertion';
import { answerJson, bodyOf } from './answering';
import { API_SCOPE_NAME, GRAPH_AUDIENCE, type Issuer } from './issuer';
import { openIdConfiguration } from './openId';
import { invalidRequest, TokenRefused } from './refusal';
import { errorOf } from './tokenEndpoint';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export type ServerSignInOptions = {
  readonly clientSecret: string;
  /** The certificates that stand in the application's registration, as PEM; as they are when asked. */
  readonly certificates?: () => readonly string[];
  /** What `…/.default` stands for: all that the app asks of Graph; what is consented of it is given. */
  readonly graphScopes: readonly string[];
  /** Whether somebody has to sign in anew first, as a policy of the tenant may want; counted when asked. */
  readonly wantsPerson?: (personId: string) => boolean;
  /** The path below which it answers, `/demo/login` in the demo tenant. */
  readonly below: string;
};

/**
 * The sign-in service as servers use it: `{below}/{tenant}/discovery/v2.0/keys` with the published keys, and
 * `{below}/{tenant}/oauth2/v2.0/token`, which changes a token for our own server into one for Graph that speaks for the
 * same person. No page may ask: the secret is a server's.
 */
export function serverSignIn(
  issuer: Issuer,
  options: ServerSignInOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const [tenant, ...rest] = path.startsWith(`${options.below}/`)
      ? path.slice(options.below.length + 1).split('/')
      : [];
    if (request.headers.origin !== undefined) return answerJson(response, 403, { error: 'invalid_request' });
    if (tenant?.toLowerCase() !== issuer.tenantId) return answerJson(response, 400, errorOf(unknownTenant()));
    switch (`${request.method} ${rest.join('/')}`) {
      case 'GET discovery/v2.0/keys':
        return answerJson(response, 200, await issuer.jwks());
      case 'GET v2.0/.well-known/openid-configuration':
        return answerJson(response, 200, openIdConfiguration(issuer));
      case 'POST oauth2/v2.0/token':
        return answerToken(issuer, options, request, response);
      default:
        return answerJson(response, 404, { error: 'invalid_request' });
    }
  };
}

async function answerToken(
  issuer: Issuer,
  options: ServerSignInOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const form = new URLSearchParams(await bodyOf(request));
    const { access_token, expires_in, scope } = await onBehalfOf(issuer, options, form);
    answerJson(response, 200, {
      token_type: 'Bearer',
      scope,
      expires_in,
      ext_expires_in: expires_in,
      access_token,
    });
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    answerJson(response, error.error === 'invalid_client' ? 401 : 400, errorOf(error));
  }
}

async function onBehalfOf(issuer: Issuer, options: ServerSignInOptions, form: URLSearchParams) {
  const { graphScopes, wantsPerson } = options;
  if (form.get('grant_type') !== JWT_BEARER)
    throw new TokenRefused('unsupported_grant_type', 'AADSTS70003', 'AADSTS70003: unsupported grant type.');
  await checkClient(issuer, options, form);
  if (form.get('requested_token_use') !== 'on_behalf_of')
    throw invalidRequest('requested_token_use is wanted');
  const bearer = await issuer.verify(form.get('assertion') ?? '', issuer.clientId);
  if (bearer === 'expired')
    throw new TokenRefused(
      'invalid_grant',
      'AADSTS500133',
      'AADSTS500133: Assertion is not within its valid time range.',
    );
  if (bearer === 'invalid' || !bearer.scopes.includes(API_SCOPE_NAME))
    throw new TokenRefused(
      'invalid_grant',
      'AADSTS50013',
      'AADSTS50013: Assertion failed signature validation.',
    );
  const scopes = scopesIn(form.get('scope') ?? '', graphScopes.filter(issuer.consent.has));
  const missing = scopes.filter((scope) => !issuer.consent.has(scope));
  if (missing.length > 0 || scopes.length === 0)
    throw interaction('AADSTS65001', 'The user or administrator has not consented to use the application.');
  if (wantsPerson?.(bearer.personId) === true)
    throw interaction(
      'AADSTS50076',
      'Due to a configuration change, you must use multi-factor authentication.',
    );
  return issuer.issue(bearer.personId, scopes, { audience: GRAPH_AUDIENCE });
}

/** Who asks is the application: by its secret, or by a statement that one of its certificates' keys signed. */
async function checkClient(
  issuer: Issuer,
  { clientSecret, certificates, below }: ServerSignInOptions,
  form: URLSearchParams,
): Promise<void> {
  const [secret, statement] = [form.get('client_secret'), form.get('client_assertion')];
  if (form.get('client_id')?.toLowerCase() !== issuer.clientId)
    throw new TokenRefused('invalid_client', 'AADSTS700016', 'AADSTS700016: Application was not found.');
  if (statement === null && isSame(secret, clientSecret)) return;
  if (statement === null || secret !== null)
    throw new TokenRefused(
      'invalid_client',
      'AADSTS7000215',
      'AADSTS7000215: Invalid client secret provided.',
    );
  await readClientAssertion(statement, form.get('client_assertion_type'), {
    certificates: certificates?.() ?? [],
    clientId: issuer.clientId,
    path: `${below}/${issuer.tenantId}/oauth2/v2.0/token`,
    now: issuer.now(),
  });
}

/** Scopes of Graph by their short names; `.default` is what the tenant has consented to. */
function scopesIn(text: string, consented: readonly string[]): readonly string[] {
  return text
    .split(' ')
    .filter(
      (scope) => scope !== '' && scope !== 'offline_access' && scope !== 'openid' && scope !== 'profile',
    )
    .flatMap((scope) => {
      const name = scope.startsWith(`${GRAPH_AUDIENCE}/`) ? scope.slice(GRAPH_AUDIENCE.length + 1) : scope;
      if (name.includes('://')) throw invalidRequest('only scopes of Graph are given');
      return name === '.default' ? consented : [name];
    });
}

/** The person's client has to ask, with the claims. */
function interaction(code: 'AADSTS65001' | 'AADSTS50076', what: string): TokenRefused {
  const claims = {
    access_token: { polids: { essential: true, values: ['9ab03e19-ed42-4168-b6b7-7001fb3e933a'] } },
  };
  const suberror = code === 'AADSTS65001' ? 'consent_required' : 'basic_action';
  return new TokenRefused('interaction_required', code, `${code}: ${what}`, suberror, JSON.stringify(claims));
}

const unknownTenant = () =>
  new TokenRefused('invalid_request', 'AADSTS90002', 'AADSTS90002: Tenant not found.');

/** Takes as long whatever is wrong with it. */
function isSame(given: string | null, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}
