import { PortFailure } from '../../../src/app/ports/failure';
import { failureOf, isBridgeRefusal } from '../../../src/hosts/identity/failures';

// Errors as msal-browser 5.29 throws them: by name, code, text and suberror.
type Thrown = { name?: string; errorCode?: string; errorMessage?: string; subError?: string };
const CONSENT = { kind: 'consent', tier: 'live' };

test.each<[string, Thrown, object]>([
  [
    'no consent',
    { name: 'InteractionRequiredAuthError', errorCode: 'invalid_grant', errorMessage: 'AADSTS65001: …' },
    CONSENT,
  ],
  [
    'an administrator is needed',
    { errorCode: 'access_denied', errorMessage: 'AADSTS90094: …' },
    { ...CONSENT, why: 'administrator' },
  ],
  [
    'an administrator was asked to approve',
    { errorCode: 'access_denied', errorMessage: 'AADSTS90095: …' },
    { ...CONSENT, why: 'administrator' },
  ],
  [
    'an app that nobody installed',
    { name: 'ServerError', errorCode: 'unauthorized_client', errorMessage: 'AADSTS700016: …' },
    { ...CONSENT, why: 'administrator' },
  ],
  [
    'the suberror alone',
    { name: 'InteractionRequiredAuthError', errorCode: 'invalid_grant', subError: 'consent_required' },
    CONSENT,
  ],
  [
    'a session that ended',
    { name: 'InteractionRequiredAuthError', errorCode: 'invalid_grant', errorMessage: 'AADSTS50173: …' },
    { kind: 'signIn' },
  ],
  [
    'a second factor',
    {
      name: 'InteractionRequiredAuthError',
      errorCode: 'interaction_required',
      errorMessage: 'AADSTS50076: …',
    },
    { kind: 'signIn', why: 'proof' },
  ],
  [
    'a device that the organisation does not let in',
    { name: 'InteractionRequiredAuthError', errorCode: 'access_denied', errorMessage: 'AADSTS53003: …' },
    { kind: 'signIn', why: 'policy' },
  ],
  [
    'an account of another organisation',
    { name: 'ServerError', errorCode: 'invalid_request', errorMessage: 'AADSTS50020: …' },
    { kind: 'signIn', why: 'wrongTenant' },
  ],
  [
    'a number that nobody knows',
    {
      name: 'InteractionRequiredAuthError',
      errorCode: 'interaction_required',
      errorMessage: 'AADSTS999999: …',
    },
    { kind: 'signIn' },
  ],
  ['no account', { name: 'ClientAuthError', errorCode: 'no_account_found' }, { kind: 'signIn' }],
  [
    'a blocked window',
    { name: 'BrowserAuthError', errorCode: 'popup_window_error' },
    { kind: 'signIn', why: 'blocked' },
  ],
  [
    'a hidden frame that never came back',
    { name: 'BrowserAuthError', errorCode: 'timed_out' },
    { kind: 'signIn' },
  ],
  ['a closed window', { name: 'BrowserAuthError', errorCode: 'user_cancelled' }, { kind: 'cancelled' }],
  [
    'a closed window of the host',
    { name: 'ClientAuthError', errorCode: 'user_canceled' },
    { kind: 'cancelled' },
  ],
  [
    'a consent that the person declined',
    { errorCode: 'access_denied', errorMessage: 'AADSTS65004: …' },
    { ...CONSENT, why: 'declined' },
  ],
  [
    'no network for the host',
    { name: 'ClientAuthError', errorCode: 'no_network_connectivity' },
    { kind: 'offline' },
  ],
  [
    'no network for discovery',
    { name: 'ClientAuthError', errorCode: 'endpoints_resolution_error' },
    { kind: 'offline' },
  ],
  ['a part of the program that did not arrive', { name: 'ChunkLoadError' }, { kind: 'offline' }],
  [
    'a fault of the service',
    { name: 'ServerError', errorCode: 'temporarily_unavailable' },
    { kind: 'unavailable' },
  ],
  ['anything else', { name: 'TypeError' }, { kind: 'unavailable' }],
])('HI6 %s', (_what, thrown, failure) => {
  expect(failureOf(Object.assign(new Error(), thrown), 'live').failure).toEqual(failure);
});

test('HI6 what is no error at all is unavailable, and a failure of the port stays itself', () => {
  for (const odd of [undefined, null, 'text', 5])
    expect(failureOf(odd, 'plan').failure).toEqual({ kind: 'unavailable' });
  const own = new PortFailure({ kind: 'signIn' });
  expect(failureOf(own, 'plan')).toBe(own);
});

test('HI6 nothing of an error’s text is kept', () => {
  const failure = failureOf(
    Object.assign(new Error(), { errorMessage: 'irene@valdeolmo.example AADSTS65001:' }),
    'plan',
  );
  expect(JSON.stringify([failure, failure.message, failure.stack?.split('\n')[0]])).not.toContain('irene');
});

test('HI5 a bridge that does not sign this app in is known by its code', () => {
  expect(isBridgeRefusal({ errorCode: 'nested_app_auth_bridge_disabled' })).toBe(true);
  expect(isBridgeRefusal({ errorCode: 'user_canceled' })).toBe(false);
});
