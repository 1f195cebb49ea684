import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as v from 'valibot';
import { plainName } from '../../domain/plainName';

/** Who carries a token of ours, as far as it was checked. */
export type Bearer = {
  readonly id: string;
  readonly name: string;
  /** As the directory says it; undefined when the token does not tell. */
  readonly guest: boolean | undefined;
  /** Seconds since 1970, as the token has it. */
  readonly expires: number;
  /** The application that asked for the token; empty when the token does not tell. */
  readonly application: string;
  /** Template ids of the directory's own roles; empty when the token does not tell. */
  readonly directoryRoles: readonly string[];
};

export type TokenRules = {
  readonly issuer: string;
  readonly tenant: string;
  readonly clientId: string;
  /** The scope as clients ask for it: api://…/access_as_user. */
  readonly api: string;
  /** Where the keys are. */
  readonly keys: string;
  /** Hears what time it is where the keys are. */
  readonly told?: ((time: number) => void) | undefined;
};

export type TokenCheck = {
  /** 'invalid' is every token that is not, now, an access token of a person for this server. */
  check(token: string, now: number): Promise<Bearer | 'invalid' | 'unknown'>;
  /** Fetches the keys anew; throws when they cannot be had. */
  fetchKeys(): Promise<void>;
};

/** The token in a header `authorization`, as it came; undefined for anything else. */
export const bearerIn = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w.~+/=-]+)$/.exec(authorization ?? '')?.[1];

/** Clocks differ a little: tokens are taken so much early or late, and a clock that is off by more has people refused. */
export const TOLERANCE_S = 60;
const LONGEST_TOKEN = 16 * 1024;

/** jose's codes for keys that could not be had; undefined is fetch's own error. */
const KEYS_UNKNOWN: ReadonlySet<unknown> = new Set([undefined, 'ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);
const codeOf = (fault: unknown): unknown => (fault as { code?: unknown } | undefined)?.code;

const Claims = v.object({
  oid: v.pipe(v.string(), v.uuid()),
  tid: v.string(),
  ver: v.literal('2.0'),
  scp: v.string(),
  exp: v.number(),
  name: v.optional(v.string(), ''),
  acct: v.optional(v.picklist([0, 1])),
  azp: v.fallback(v.pipe(v.string(), v.toLowerCase()), ''),
  wids: v.fallback(v.array(v.pipe(v.string(), v.toLowerCase())), []),
});

/** Checks access tokens against the tenant's published keys. */
export function createTokenCheck(rules: TokenRules): TokenCheck {
  const at = rules.api.lastIndexOf('/');
  const resource = rules.api.slice(0, at);
  const scope = rules.api.slice(at + 1);
  const keys = createRemoteJWKSet(new URL(rules.keys), {
    timeoutDuration: 5000,
    cooldownDuration: 10_000,
    async [customFetch](url, options) {
      const answer = await fetch(url, options);
      const time = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(time)) rules.told?.(time);
      return answer;
    },
  });
  const getKey: JWTVerifyGetKey = (header, token) => keys(header, token);
  return {
    async check(token, now) {
      if (token.length === 0 || token.length > LONGEST_TOKEN) return 'invalid';
      try {
        const { payload } = await jwtVerify(token, getKey, {
          issuer: rules.issuer,
          // Version 2 tokens carry the client id; an address of its own is what some registrations still give.
          audience: [rules.clientId, resource],
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'nbf', 'oid', 'tid', 'scp'],
          clockTolerance: TOLERANCE_S,
          currentDate: new Date(now),
        });
        const read = v.safeParse(Claims, payload);
        if (!read.success) return 'invalid';
        const { oid, tid, scp, exp, name, acct, azp, wids } = read.output;
        // An ID token has no scope; a token of an app has none either.
        if (tid !== rules.tenant || !scp.split(' ').includes(scope)) return 'invalid';
        return {
          id: oid,
          name: plainName(name),
          guest: acct === undefined ? undefined : acct === 1,
          expires: exp,
          application: azp,
          directoryRoles: wids,
        };
      } catch (fault) {
        return KEYS_UNKNOWN.has(codeOf(fault)) ? 'unknown' : 'invalid';
      }
    },
    fetchKeys: () => keys.reload(),
  };
}
