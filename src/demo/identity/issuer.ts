import { createHash, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Company, Person } from '../company/types';
import { consentRequired, invalidRequest, invalidScope, sessionRevoked } from './refusal';
import type { IssuedToken } from './tokenAnswer';

/** The audience of Graph's tokens, as Entra writes it. */
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
const LIFETIME_S = 3_600;
/** Template ids of Entra's roles, as they stand in the claim `wids`: everybody has the first. */
const EVERY_MEMBER = 'b79fbf4d-3ef9-4689-8143-76b194e85509';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
/** What the product's own server is asked for: its API's only scope, `api://…/access_as_user`. */
export const API_SCOPE_NAME = 'access_as_user';
const OPENID = new Set(['openid', 'profile', 'email', 'offline_access']);

export type IssuerOptions = {
  readonly company: Company;
  readonly clientId: string;
  readonly tenantId: string;
  /** An https address; nobody need listen there. */
  readonly authority: string;
  readonly now: () => number;
  /** Ids of people who are Global Administrators of the tenant. */
  readonly administrators?: readonly string[];
  /** Scopes that the tenant has consented to; without it, all of them. */
  readonly consented?: readonly string[];
};

export type TokenOptions = {
  readonly lifetimeS?: number;
  /** That of the scopes' resource, Graph or our own server, unless somebody says another. */
  readonly audience?: string;
  /** The app that asks, where it is not the product; each app has limits of its own. */
  readonly app?: string;
  /** Goes into the ID token, for the code flow. */
  readonly nonce?: string;
};

export type Bearer = {
  readonly personId: string;
  readonly scopes: readonly string[];
  /** The app that the token was given to. */
  readonly app: string;
};

export type Issuer = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authority: string;
  readonly now: () => number;
  /** Tokens for a person, by id or key. Fails with `TokenRefused`. */
  issue(person: string, scopes: readonly string[], options?: TokenOptions): Promise<IssuedToken>;
  /** Who carries this access token and for what; an ID token, another audience or tenant are invalid. */
  verify(bearer: string, audience?: string): Promise<Bearer | 'expired' | 'invalid'>;
  /** The public key, as a key set. */
  jwks(): Promise<{ keys: JWK[] }>;
  readonly consent: {
    withdraw(scopes: readonly string[]): void;
    grant(scopes: readonly string[]): void;
    has(scope: string): boolean;
  };
  /** All tokens given out so far are expired from now on; of one person, or of everybody. */
  expire(person?: string): void;
  /** The person's tokens are invalid, and they get no other before `restore`. */
  revoke(person: string): void;
  restore(person: string): void;
};

/** Signs people of the company in, with a key of its own that lives as long as the process. */
export function createIssuer(options: IssuerOptions): Issuer {
  const { company, clientId, tenantId, authority, now } = options;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyId = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
  const issuer = issuerOf(authority, tenantId);
  const environment = new URL(authority).host;
  const consented = options.consented === undefined ? undefined : new Set(options.consented);
  const withdrawn = new Set<string>();
  const revoked = new Set<string>();
  let serial = 0;
  const expiredUpTo = new Map<string, number>();
  const revokedUpTo = new Map<string, number>();

  const has = (scope: string) =>
    OPENID.has(scope) || (!withdrawn.has(scope) && (consented === undefined || consented.has(scope)));
  const find = (person: string): Person => {
    const found = company.people.find(({ id, key }) => id === person || key === person);
    if (found === undefined) throw invalidRequest('unknown person');
    return found;
  };
  const sign = (claims: JWTPayload, audience: string, lifetimeS: number) => {
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + lifetimeS)
      .sign(privateKey);
  };

  return {
    tenantId,
    clientId,
    authority,
    now,
    async issue(
      who,
      asked,
      { lifetimeS = LIFETIME_S, audience = audienceOf(asked, clientId), app = clientId, nonce } = {},
    ) {
      const person = find(who);
      const scopes = [...new Set(asked.map(shortName))];
      if (scopes.every((scope) => OPENID.has(scope))) throw invalidRequest('no scope of a resource');
      if (revoked.has(person.id)) throw sessionRevoked();
      const missing = scopes.filter((scope) => !has(scope));
      if (missing.length > 0) throw consentRequired(missing);

      const resource = scopes.filter((scope) => !OPENID.has(scope));
      const identity = { oid: person.id, tid: tenantId, ver: '2.0', name: person.name };
      serial += 1;
      return {
        token_type: 'Bearer',
        access_token: await sign(
          {
            ...identity,
            // As Entra tells guests from members.
            acct: person.guest ? 1 : 0,
            azp: app,
            scp: resource.join(' '),
            upn: person.upn,
            uti: randomUUID(),
            serial,
            // A registration of ours asks for the roles; Graph's own tokens are nobody's to read.
            ...(audience === clientId && {
              wids: [
                ...(options.administrators?.includes(person.id) === true ? [GLOBAL_ADMINISTRATOR] : []),
                EVERY_MEMBER,
              ],
            }),
          },
          audience,
          lifetimeS,
        ),
        expires_in: lifetimeS,
        id_token: await sign(
          {
            ...identity,
            sub: subjectOf(person.id, clientId),
            preferred_username: person.upn,
            ...(nonce !== undefined && { nonce }),
          },
          clientId,
          lifetimeS,
        ),
        scope: [...resource, 'openid', 'profile'].join(' '),
        account: {
          homeAccountId: `${person.id}.${tenantId}`,
          environment,
          localAccountId: person.id,
          tenantId,
          username: person.upn,
          name: person.name,
        },
      };
    },
    async verify(bearer, audience = GRAPH_AUDIENCE) {
      try {
        const { payload } = await jwtVerify(bearer, publicKey, {
          issuer,
          audience,
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'oid', 'tid', 'scp', 'serial'],
          currentDate: new Date(now()),
        });
        const { oid, tid, scp, azp, serial: number } = payload as Record<string, unknown>;
        if (typeof oid !== 'string' || tid !== tenantId || typeof scp !== 'string') return 'invalid';
        if (typeof number !== 'number' || revoked.has(oid) || number <= (revokedUpTo.get(oid) ?? 0))
          return 'invalid';
        if (number <= Math.max(expiredUpTo.get(oid) ?? 0, expiredUpTo.get('') ?? 0)) return 'expired';
        return { personId: oid, scopes: scp.split(' '), app: String(azp) };
      } catch (error) {
        return codeOf(error) === 'ERR_JWT_EXPIRED' ? 'expired' : 'invalid';
      }
    },
    async jwks() {
      const jwk = await exportJWK(createPublicKey(privateKey));
      return { keys: [{ ...jwk, kid: keyId, use: 'sig', alg: 'RS256' }] };
    },
    consent: {
      withdraw: (scopes) => scopes.map(shortName).forEach((scope) => withdrawn.add(scope)),
      grant: (scopes) =>
        scopes.map(shortName).forEach((scope) => {
          withdrawn.delete(scope);
          consented?.add(scope);
        }),
      has,
    },
    expire: (person) => void expiredUpTo.set(person === undefined ? '' : find(person).id, serial),
    revoke(person) {
      const { id } = find(person);
      revoked.add(id);
      revokedUpTo.set(id, serial);
    },
    restore: (person) => void revoked.delete(find(person).id),
  };
}

/** What Entra writes into tokens: the authority's host, the tenant, the version. */
export function issuerOf(authority: string, tenantId: string): string {
  return `${new URL(authority).origin}/${tenantId}/v2.0`;
}

const API = /^api:\/\/(?:[^/]+\/)?([0-9a-f-]{36})\/([A-Za-z_]+)$/i;

/** 'https://graph.microsoft.com/User.Read' and 'User.Read' are one; our API's scope goes by its last part. */
const shortName = (scope: string) =>
  scope.startsWith(`${GRAPH_AUDIENCE}/`)
    ? scope.slice(GRAPH_AUDIENCE.length + 1)
    : (API.exec(scope)?.[2] ?? scope);

/** One token has one resource: Graph, or our own server, which goes by the client's id. */
function audienceOf(scopes: readonly string[], clientId: string): string {
  const ours = scopes.filter((scope) => scope.startsWith('api://'));
  if (ours.length === 0) return GRAPH_AUDIENCE;
  for (const scope of ours) {
    const match = API.exec(scope);
    if (match?.[1]?.toLowerCase() !== clientId.toLowerCase() || match[2] !== API_SCOPE_NAME)
      throw invalidScope('AADSTS500011', 'the resource was not found in the tenant');
  }
  if (scopes.some((scope) => !ours.includes(scope) && !OPENID.has(scope)))
    throw invalidScope('AADSTS28000', 'scopes of more than one resource');
  return clientId;
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** The same person has another subject for each app. */
const subjectOf = (personId: string, clientId: string) =>
  createHash('sha256').update(`${personId} ${clientId}`).digest('base64url');
