export type RefusedAs =
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_client'
  | 'interaction_required'
  | 'unsupported_grant_type';

/** Why no token is given, in the words of OAuth and Entra; it never holds a name or a token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';

  constructor(
    readonly error: RefusedAs,
    /** Entra's number, such as 'AADSTS65001'. */
    readonly code: string,
    readonly description: string,
    readonly suberror?: 'consent_required' | 'basic_action',
    /** What a new sign-in has to prove, as JSON; the person's client hands it to the authority. */
    readonly claims?: string,
  ) {
    super(code);
  }
}

/** The tenant has not consented to these scopes. */
export const consentRequired = (scopes: readonly string[]): TokenRefused =>
  new TokenRefused(
    'invalid_grant',
    'AADSTS65001',
    `AADSTS65001: The user or administrator has not consented to use the application: ${scopes.join(' ')}.`,
    'consent_required',
  );

/** The person's session was revoked: only they themselves can open a new one. */
export const sessionRevoked = (): TokenRefused =>
  new TokenRefused(
    'invalid_grant',
    'AADSTS50173',
    'AADSTS50173: The grant was revoked; a fresh sign-in is needed.',
    'basic_action',
  );

/** Nobody of that id is in the directory, or the ask makes no sense. */
export const invalidRequest = (what: string): TokenRefused =>
  new TokenRefused('invalid_request', 'AADSTS90014', `AADSTS90014: ${what}`);

/** Scopes of two resources in one request, or of a resource that nobody registered. */
export const invalidScope = (code: 'AADSTS28000' | 'AADSTS500011', what: string): TokenRefused =>
  new TokenRefused('invalid_scope', code, `${code}: ${what}`);
