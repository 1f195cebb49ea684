import { PortFailure, type Failure, type Tier } from '../../app/ports/failure';

/** Numbers of Entra that say: nobody consented to these scopes, or to the app at all. */
const CONSENT = /AADSTS(65001|65005|90094|90095|90093|650052|650056|700016)\b/;
/** The person themselves closed the window or declined. */
const CANCELLED = /^(user_cancelled|user_canceled|access_denied|interaction_in_progress_cancelled)$/;
const NO_NETWORK =
  /^(no_network_connectivity|network_error|post_request_failed|get_request_failed|endpoints_resolution_error|openid_config_error)$/;
/** Only a press of the person's can help: no account, no window, no session. */
const SIGN_IN =
  /^(timed_out|no_account|no_tokens_found|no_account_in_silent_request|login_required|popup_window_error|empty_window_error|interaction_in_progress|block_nested_popups|iframe_closed_prematurely|refresh_token_expired|native_account_unavailable)/;

/** The host has a bridge and says that it does not sign this app in. */
export const isBridgeRefusal = (error: unknown): boolean =>
  read(error).code === 'nested_app_auth_bridge_disabled';

/** What an error of MSAL's means to the port; nothing of its text is kept. */
export function failureOf(error: unknown, tier: Tier): PortFailure {
  return error instanceof PortFailure ? error : new PortFailure(meaningOf(read(error), tier));
}

function meaningOf({ name, code, message, subError }: Read, tier: Tier): Failure {
  if (CONSENT.test(message) || code === 'consent_required' || subError === 'consent_required') {
    return { kind: 'consent', tier };
  }
  if (CANCELLED.test(code)) return { kind: 'cancelled' };
  // A part of the program that the network did not bring is webpack's own error.
  if (NO_NETWORK.test(code) || name === 'ChunkLoadError') return { kind: 'offline' };
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
