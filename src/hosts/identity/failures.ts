import { codesIn, troubleOf, type EntraTrouble } from '../../app/entraCodes';
import { PortFailure, type Failure, type Tier } from '../../app/ports/failure';

/** The person themselves closed the window, or said no. */
const CANCELLED = /^(user_cancelled|user_canceled|access_denied|interaction_in_progress_cancelled)$/;
const NO_NETWORK =
  /^(no_network_connectivity|network_error|post_request_failed|get_request_failed|endpoints_resolution_error|openid_config_error)$/;
/** The browser let no window open. */
const BLOCKED = /^(popup_window_error|empty_window_error|block_nested_popups)/;
/** Only a press of the person's can help: no account, no session. */
const SIGN_IN =
  /^(timed_out|no_account|no_tokens_found|no_account_in_silent_request|login_required|interaction_in_progress|iframe_closed_prematurely|refresh_token_expired|native_account_unavailable)/;

/** What our server may name; whatever else it sends is nothing known. */
export const TROUBLES: readonly EntraTrouble[] = [
  'consent',
  'administrator',
  'declined',
  'proof',
  'policy',
  'wrongTenant',
];

/** The host has a bridge and says that it does not sign this app in. */
export const isBridgeRefusal = (error: unknown): boolean =>
  read(error).code === 'nested_app_auth_bridge_disabled';

/** What a new sign-in has to prove, where the error tells it. */
export function claimsIn(error: unknown): string | undefined {
  const { claims } = (error ?? {}) as { readonly claims?: unknown };
  return typeof claims === 'string' && claims !== '' ? claims : undefined;
}

/** What an error of MSAL's means to the port; nothing of its text is kept. */
export function failureOf(error: unknown, tier: Tier): PortFailure {
  return error instanceof PortFailure ? error : new PortFailure(meaningOf(read(error), tier));
}

/** What a number of Entra's means to the port, or `otherwise` where it is unknown. */
export function failureOfTrouble(
  trouble: EntraTrouble | undefined,
  otherwise: 'consent' | 'signIn',
  tier: Tier,
): Failure {
  switch (trouble) {
    case 'consent':
      return { kind: 'consent', tier };
    case 'administrator':
    case 'declined':
      return { kind: 'consent', tier, why: trouble };
    case 'proof':
    case 'policy':
    case 'wrongTenant':
      return { kind: 'signIn', why: trouble };
    case undefined:
      return otherwise === 'consent' ? { kind: 'consent', tier } : { kind: 'signIn' };
  }
}

function meaningOf({ name, code, message, subError }: Read, tier: Tier): Failure {
  const trouble = troubleOf(codesIn(message));
  if (trouble !== undefined) return failureOfTrouble(trouble, 'signIn', tier);
  if (code === 'consent_required' || subError === 'consent_required') return { kind: 'consent', tier };
  if (CANCELLED.test(code)) return { kind: 'cancelled' };
  // A part of the program that the network did not bring is webpack's own error.
  if (NO_NETWORK.test(code) || name === 'ChunkLoadError') return { kind: 'offline' };
  if (BLOCKED.test(code)) return { kind: 'signIn', why: 'blocked' };
  if (name === 'InteractionRequiredAuthError' || SIGN_IN.test(code)) return { kind: 'signIn' };
  return { kind: 'unavailable' };
}

type Read = { name: string; code: string; message: string; subError: string };

function read(error: unknown): Read {
  const { name, errorCode, errorMessage, message, subError } = (error ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    name: text(name),
    code: text(errorCode),
    message: text(errorMessage) || text(message),
    subError: text(subError),
  };
}
