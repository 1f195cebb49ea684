import type { Configuration, IPublicClientApplication } from '@azure/msal-browser';
import type { ClientConfig } from '../../app/clientConfig';
import { within } from './limit';

/** A window for sign-in stays open this long: second factors take their time. */
const POPUP_MS = 300_000;
const IFRAME_MS = 6_000;

/** The page that MSAL's windows come back to, beside the page that asks. */
export const RETURN_PAGE = 'signInReturn.html';

/**
 * MSAL over the host's bridge. Undefined when the bridge is there but does not answer, or answers no: MSAL then makes
 * an ordinary client without saying so, and only this hook tells the two apart (msal-browser 5.29).
 */
export async function nestedClient(
  config: ClientConfig,
  patienceMs: number,
): Promise<IPublicClientApplication | undefined> {
  const msal = await import('@azure/msal-browser');
  let nested: IPublicClientApplication | undefined;
  const configuration: Configuration = {
    auth: authOf(config),
    // The host keeps the session; a token that outlives the page helps nobody but a thief.
    cache: { cacheLocation: msal.BrowserCacheLocation.MemoryStorage },
    system: { loggerOptions: silent },
  };
  const made = msal.createNestablePublicClientApplication(
    configuration,
    undefined,
    (settings, controller) => {
      nested = new msal.PublicClientApplication(settings, controller);
      return nested;
    },
  );
  await within(
    patienceMs,
    made.then(() => true),
    false,
  );
  return nested;
}

/**
 * MSAL with windows of its own. Inside a frame of another site the window cannot speak to us over a channel, because
 * browsers keep its storage apart: there a page of ours stands between and passes the answer on.
 */
export async function windowClient(config: ClientConfig, pane: Window): Promise<IPublicClientApplication> {
  const msal = await import('@azure/msal-browser');
  const page = new URL(RETURN_PAGE, pane.location.href);
  page.search = '';
  page.hash = '';
  const client = new msal.PublicClientApplication({
    auth: {
      ...authOf(config),
      redirectUri: page.href,
      ...(pane.parent !== pane && { popupRelayUri: page.href }),
    },
    cache: { cacheLocation: msal.BrowserCacheLocation.SessionStorage },
    system: { loggerOptions: silent, popupBridgeTimeout: POPUP_MS, iframeBridgeTimeout: IFRAME_MS },
  });
  await client.initialize();
  return client;
}

/**
 * An authority that is not Microsoft's own must be named as known: else MSAL asks Microsoft about it first, and finds
 * nothing in its cache. 'CP1' says that we understand claims challenges.
 */
const authOf = ({ clientId, authority }: ClientConfig) => ({
  clientId,
  authority,
  knownAuthorities: [new URL(authority).host],
  clientCapabilities: ['CP1'],
});

/** No word of MSAL's reaches a console: it may hold names. */
const silent = { loggerCallback: () => undefined, piiLoggingEnabled: false };
