import * as v from 'valibot';
import { troubleOf, type EntraTrouble } from '../../app/entraCodes';
import { graphResource } from '../../app/graphResource';
import type { Fetch } from '../client/transport';

/** Where and as whom the server swaps a person's token for one of Graph's. */
export type ServerIdentity = {
  /** https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token, or what stands in for it. */
  readonly tokenEndpoint: string;
  readonly clientId: string;
  /** The base address of the Graph whose tokens are wanted. */
  readonly graph: string;
  /** Hears Entra's numbers when it is the application that is refused: its secret has ended, or it is registered wrongly. */
  readonly onRefused?: (numbers: readonly number[]) => void;
} & Credential;

/** How the server shows that it is the application: by a secret, or by a statement that its certificate's key signs. */
export type Credential =
  { readonly clientSecret: string } | { readonly clientAssertion: () => Promise<string> };

export type Exchanged =
  | { readonly kind: 'token'; readonly token: string; readonly expiresIn?: number }
  /** The person, or the tenant, must do something first; the claims as Entra wrote them. */
  | { readonly kind: 'consent'; readonly claims?: string; readonly trouble?: EntraTrouble }
  | { readonly kind: 'signIn'; readonly trouble?: EntraTrouble }
  | { readonly kind: 'unknown' };

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const Token = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: v.optional(v.pipe(v.number(), v.minValue(0))),
});
const Refusal = v.object({
  error: v.string(),
  suberror: v.optional(v.string()),
  claims: v.optional(v.pipe(v.string(), v.maxLength(4096))),
  error_codes: v.optional(v.array(v.number()), []),
});

const CONSENT: ReadonlySet<EntraTrouble | undefined> = new Set(['consent', 'administrator', 'declined']);

/** Swaps a person's token for our server against one for Graph (OAuth's jwt-bearer grant); keeps and says nothing of either. */
export async function onBehalfOf(
  identity: ServerIdentity,
  assertion: string,
  scopes: readonly string[],
  fetch: Fetch,
): Promise<Exchanged> {
  try {
    const body = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: identity.clientId,
      ...('clientSecret' in identity
        ? { client_secret: identity.clientSecret }
        : { client_assertion_type: ASSERTION, client_assertion: await identity.clientAssertion() }),
      assertion,
      scope: scopes.map((scope) => `${graphResource(identity.graph)}/${scope}`).join(' '),
    });
    const response = await fetch(identity.tokenEndpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: body.toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = (await response.text()).slice(0, LONGEST_ANSWER);
    const answer: unknown = JSON.parse(text);
    if (response.ok) {
      const read = v.safeParse(Token, answer);
      if (!read.success) return { kind: 'unknown' };
      const { access_token: token, expires_in: expiresIn } = read.output;
      return { kind: 'token', token, ...(expiresIn !== undefined && { expiresIn }) };
    }
    return response.status < 500 && response.status !== 429 ? refused(answer, identity) : { kind: 'unknown' };
  } catch {
    // No answer, or none that can be read: nobody knows.
    return { kind: 'unknown' };
  }
}

function refused(answer: unknown, { onRefused }: ServerIdentity): Exchanged {
  const read = v.safeParse(Refusal, answer);
  if (!read.success) return { kind: 'unknown' };
  const { error, suberror, claims, error_codes: codes } = read.output;
  const trouble = troubleOf(codes);
  const told = trouble === undefined ? {} : { trouble };
  const consent =
    error === 'interaction_required' ||
    suberror === 'consent_required' ||
    claims !== undefined ||
    CONSENT.has(trouble);
  if (consent) return { kind: 'consent', ...told, ...(claims !== undefined && { claims }) };
  // Our own secret or registration is wrong: no fault of the person's.
  if (error === 'invalid_grant') return { kind: 'signIn', ...told };
  onRefused?.(codes);
  return { kind: 'unknown' };
}
