// The page of a participant, as small as it can be: the adapter alone, asked by the test or by a press of a button.
import type { ClientConfig } from '../../../src/app/clientConfig';
import { PortFailure, type Tier } from '../../../src/app/ports/failure';
import { bringBridge } from '../../../src/hosts/identity/hostBridge';
import { msalIdentity } from '../../../src/hosts/identity/msalIdentity';
import { injectBridge } from '../../../src/demo/identity/injectedBridge';

export type Outcome = { readonly token?: string; readonly failure?: object };
type Ask = { readonly interactive?: boolean; readonly renew?: boolean; readonly claims?: string };

const config = JSON.parse(document.getElementById('cadencia-config')?.textContent ?? '') as ClientConfig;
if (window.location.search.includes('injected')) injectBridge(window);
// A parent that never answers is waited for as long as the test has patience.
const bridge = (parents: readonly string[]) => bringBridge(parents, window, 1_500);
const identity = msalIdentity({ config, bridge });

const outcome = (tier: Tier, ask?: Ask): Promise<Outcome> =>
  identity.token(tier, ask).then(
    (token) => ({ token }),
    (error: unknown) => ({
      failure: error instanceof PortFailure ? error.failure : { other: String(error) },
    }),
  );

const test = { outcome, account: () => identity.account(), pressed: [] as Outcome[] };
export type PaneTest = typeof test;
Object.assign(window, { cadenciaTest: test });

document.querySelector('button')?.addEventListener('click', () => {
  void outcome('plan', { interactive: true }).then((got) => test.pressed.push(got));
});
