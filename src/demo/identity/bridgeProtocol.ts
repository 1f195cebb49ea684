// The messages of nested app authentication as they pass between a pane and the top window (facts/platform.md 7.6).

/** The one function name of teams-js that carries all of them. */
export const EXECUTE = 'nestedAppAuth.execute';

/** The older way: Teams itself gets a token for the app's own server. */
export const AUTH_TOKEN = 'authentication.getAuthToken';

/** teams-js' envelope around a request; the injected bridge uses the same. */
export type Envelope = {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  /** The request, as JSON. */
  readonly data?: string;
};

export type BridgeRequest = {
  readonly messageType: 'NestedAppAuthRequest';
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  readonly tokenParams?: {
    readonly clientId?: string;
    readonly authority?: string;
    readonly scope?: string;
    readonly claims?: string;
    readonly forceRefresh?: boolean;
  };
};

export type BridgeStatus =
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL'
  | 'NO_NETWORK'
  | 'TRANSIENT_ERROR'
  | 'PERSISTENT_ERROR'
  | 'DISABLED'
  | 'ACCOUNT_UNAVAILABLE'
  | 'NESTED_APP_AUTH_UNAVAILABLE';

export type BridgeError = {
  readonly status: BridgeStatus;
  readonly code?: string;
  readonly subError?: string;
  readonly description?: string;
};

/** The request in a message, or undefined when it is something else. */
export function requestOf(data: unknown): { envelope: Envelope; request: BridgeRequest } | undefined {
  const envelope = envelopeOf(data);
  if (envelope?.func !== EXECUTE || typeof envelope.data !== 'string') return undefined;
  try {
    const request = JSON.parse(envelope.data) as Partial<BridgeRequest> | null;
    if (request?.messageType !== 'NestedAppAuthRequest' || typeof request.requestId !== 'string')
      return undefined;
    return { envelope, request: request as BridgeRequest };
  } catch {
    // Not ours: other scripts of the page post messages too.
    return undefined;
  }
}

/** A call of teams-js, whatever its function; undefined when the message is something else. */
export function envelopeOf(data: unknown): Envelope | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, func } = data as Partial<Envelope>;
  return typeof id === 'number' && typeof func === 'string' ? (data as Envelope) : undefined;
}

/** The reply to a call, with the ids that teams-js looks for. */
export function replyTo(envelope: Envelope, args: readonly unknown[]): object {
  return {
    id: envelope.id,
    ...(envelope.uuidAsString !== undefined && { uuidAsString: envelope.uuidAsString }),
    args,
  };
}
