/** Why no token is given, in the words of OAuth and Entra; it never holds a name or a token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';

  constructor(
    readonly error: 'invalid_grant' | 'invalid_request' | 'invalid_scope',
    /** Entra's number, such as 'AADSTS65001'. */
    readonly code: string,
    readonly description: string,
    readonly suberror?: 'consent_required' | 'basic_action',
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
