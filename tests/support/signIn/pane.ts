// The page of a participant, as small as it can be: the adapter alone, asked by the test or by a press of a button.
import type { ClientConfig } from '../../../src/app/clientConfig';
import { PortFailure } from '../../../src/app/ports/failure';
import type { TokenFor } from '../../../src/app/ports/identity';
import { msalIdentity } from '../../../src/hosts/identity/msalIdentity';
import { injectBridge } from '../../../src/demo/identity/injectedBridge';

export type Outcome = { readonly token?: string; readonly failure?: object };
type Ask = { readonly interactive?: boolean; readonly renew?: boolean; readonly claims?: string };

const config = JSON.parse(document.getElementById('cadencia-config')?.textContent ?? '') as ClientConfig;
const how = window.location.search.slice(1);
if (how === 'injected') injectBridge(window);
if (how === 'mute' || how === 'disabled') Object.assign(window, { nestedAppAuthBridge: oddBridge(how) });
// A host that never answers is waited for as long as the test has patience.
const identity = msalIdentity({ config, patienceMs: 1_500 });

/** A bridge that leads nowhere, or to a host that signs no apps in. */
function oddBridge(odd: 'mute' | 'disabled') {
  let hear: (response: string) => void = () => undefined;
  return {
    addEventListener: (_type: string, listener: typeof hear) => (hear = listener),
    postMessage(text: string) {
      const { requestId, method } = JSON.parse(text) as { requestId: string; method: string };
      const answer =
        method === 'GetInitContext'
          ? { success: true, initContext: { sdkName: 'odd', sdkVersion: '1', capabilities: {} } }
          : { success: false, error: { status: 'DISABLED' } };
      if (odd === 'disabled') setTimeout(() => hear(JSON.stringify({ requestId, ...answer })));
    },
  };
}

const outcome = (tier: TokenFor, ask?: Ask): Promise<Outcome> =>
  identity.token(tier, ask).then(
    (token) => ({ token }),
    (error: unknown) => ({
      failure: error instanceof PortFailure ? error.failure : { other: String(error) },
    }),
  );

const test = {
  outcome,
  account: () => identity.account(),
  adminConsent: identity.adminConsent,
  pressed: [] as Outcome[],
  /** What a press asks for. */
  asks: 'plan' as TokenFor,
};
export type PaneTest = typeof test;
Object.assign(window, { cadenciaTest: test });

document.querySelector('button')?.addEventListener('click', () => {
  void outcome(test.asks, { interactive: true }).then((got) => test.pressed.push(got));
});
