/** Somebody's account, as MSAL's bridge protocol writes it. */
export type BridgeAccount = {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly localAccountId: string;
  readonly tenantId: string;
  readonly username: string;
  readonly name: string;
};

/** What the token endpoint answers when it gives a token. */
export type IssuedToken = {
  readonly token_type: 'Bearer';
  readonly access_token: string;
  readonly expires_in: number;
  readonly id_token: string;
  readonly scope: string;
  readonly account: BridgeAccount;
};

/** What it answers when it gives none; OAuth's shape. */
export type TokenError = {
  readonly error: string;
  readonly suberror?: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly claims?: string;
};

export type TokenAnswer = IssuedToken | TokenError;
