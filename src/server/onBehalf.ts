import * as v from 'valibot';
import { onBehalfOf, type ServerIdentity } from '../graph/membership/onBehalfOf';
import { bearerIn, type TokenCheck } from './rooms/accessToken';
import { bucketOfEach } from './rooms/bucket';

/** What a page asks for: the token of one tier. Pages never name scopes. */
const BODY = v.strictObject({ tier: v.pipe(v.string(), v.maxLength(40)) });

/** A page that opens asks for each of its tiers once; a token lasts an hour. */
const BURST = 30;
const PER_SECOND = 0.1;

export type GraphTokenAnswer =
  | { readonly status: 200; readonly body: { readonly token: string; readonly expiresIn: number } }
  /** `why` and `trouble` are codes that the page has a sentence for; the claims are for the next sign-in. */
  | {
      readonly status: 403;
      readonly body: {
        readonly why: 'consent' | 'signIn';
        readonly trouble?: string;
        readonly claims?: string;
      };
    }
  | { readonly status: 400 | 401 | 429 | 503; readonly body: Record<string, never> };

/** Changes a person's token for this server into one for Graph. `authorization` and `body` are as they came. */
export type GraphToken = (authorization: string | undefined, body: unknown) => Promise<GraphTokenAnswer>;

/** Entra's usual hour, less a little, where it does not say. */
const ASSUMED_S = 3000;

/**
 * The way to Graph for pages whose host gives them a token for this server alone (Teams without nested app
 * authentication). Gives scopes of our own list only, to whom the token belongs, and keeps nothing but how often
 * somebody asked.
 */
export function createGraphToken(from: {
  readonly tokens: Pick<TokenCheck, 'check'>;
  readonly identity: ServerIdentity;
  /** Applications whose tokens count: ours, and those of the hosts. Others may be let into the rooms, but not to Graph. */
  readonly applications: ReadonlySet<string>;
  /** The scopes of each tier. */
  readonly tiers: Readonly<Record<string, readonly string[]>>;
  readonly now: () => number;
}): GraphToken {
  const { tokens, identity, applications, tiers, now } = from;
  const mayAsk = bucketOfEach(BURST, PER_SECOND, now);

  return async (authorization, body) => {
    const token = bearerIn(authorization);
    if (token === undefined) return { status: 401, body: {} };
    const read = v.safeParse(BODY, body);
    const scopes = read.success && Object.hasOwn(tiers, read.output.tier) && tiers[read.output.tier];
    if (!scopes) return { status: 400, body: {} };
    const who = await tokens.check(token, now());
    if (who === 'unknown') return { status: 503, body: {} };
    if (who === 'invalid' || !applications.has(who.application)) return { status: 401, body: {} };
    if (!mayAsk(who.id)) return { status: 429, body: {} };
    const got = await onBehalfOf(identity, token, scopes, (url, init) => fetch(url, init));
    switch (got.kind) {
      case 'token':
        return { status: 200, body: { token: got.token, expiresIn: got.expiresIn ?? ASSUMED_S } };
      case 'unknown':
        return { status: 503, body: {} };
      case 'consent':
      case 'signIn': {
        const { kind, trouble } = got;
        const claims = 'claims' in got ? got.claims : undefined;
        return {
          status: 403,
          body: {
            why: kind,
            ...(trouble !== undefined && { trouble }),
            ...(claims !== undefined && { claims }),
          },
        };
      }
    }
  };
}
