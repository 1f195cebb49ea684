import {
  AUTH_TOKEN,
  envelopeOf,
  replyTo,
  requestOf,
  type BridgeError,
  type BridgeRequest,
  type Envelope,
} from './bridgeProtocol';
import type { BridgeAccount, IssuedToken, TokenAnswer, TokenError } from './tokenAnswer';

/** What a pane asks its host for. */
export type TokenAsk = {
  readonly person: string;
  readonly scopes: readonly string[];
  readonly renew: boolean;
  readonly claims?: string;
};

export type BridgeOptions = {
  /** The person whose pane has this origin and window; undefined for everybody else, who get no answer. */
  readonly personOf: (origin: string, source: Window) => string | undefined;
  /** Gets a token; `tokensFrom('/demo/token')` in the demo tenant. Rejects when there is no network. */
  readonly token: (ask: TokenAsk) => Promise<TokenAnswer>;
  /**
   * Asks the person for what only they can give, after the pane asked for a window: 'granted' asks for the token once
   * more. Without it a refused token stays refused.
   */
  readonly askPerson?: (ask: TokenAsk, why: TokenError) => Promise<'granted' | 'cancelled'>;
  /** The scope of the app's own server: then Teams' older way gives tokens for it, else it is switched off. */
  readonly api?: string;
  /** What `initialize` says of the bridge: 'advisedAgainst' as older clients do, 'none' as those before them. */
  readonly bridge?: 'recommended' | 'advisedAgainst' | 'none';
  /** Also answers teams-js' `initialize`, for a host page that is no Teams; the frame context, such as 'content'. */
  readonly initializeAs?: string;
  /** The top window; the page's own unless a test says another. */
  readonly top?: Window;
};

/**
 * Makes the page, which must be the top window, the host's side of nested app authentication: it answers the real
 * MSAL in the panes, whether their bridge came with teams-js or was injected. Returns how to stop.
 */
export function answerBridge(options: BridgeOptions): () => void {
  const top = options.top ?? window;
  const accounts = new Map<string, BridgeAccount>();

  const listen = (event: MessageEvent) => {
    const source = event.source as Window | null;
    const envelope = envelopeOf(event.data);
    if (source === null || envelope === undefined) return;
    const person = options.personOf(event.origin, source);
    if (person === undefined) return;
    const reply = (args: readonly unknown[]) => source.postMessage(replyTo(envelope, args), event.origin);

    if (envelope.func === 'initialize' && options.initializeAs !== undefined) {
      reply(initialized(options.initializeAs, options.bridge ?? 'recommended'));
      return;
    }
    if (envelope.func === AUTH_TOKEN) return void authToken(envelope, person, options).then(reply);
    const asked = requestOf(event.data);
    if (asked === undefined) return;
    void answer(asked.request, person, options, accounts).then((body) =>
      reply([
        null,
        JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: asked.request.requestId, ...body }),
      ]),
    );
  };
  top.addEventListener('message', listen);
  return () => top.removeEventListener('message', listen);
}

type Body =
  | { readonly success: true; readonly initContext: object }
  | { readonly success: true; readonly token: object; readonly account: BridgeAccount }
  | { readonly success: false; readonly error: BridgeError };

async function answer(
  request: BridgeRequest,
  person: string,
  options: BridgeOptions,
  accounts: Map<string, BridgeAccount>,
): Promise<Body> {
  if (request.method === 'GetInitContext')
    return { success: true, initContext: initContext(accounts.get(person)) };
  const { scope = '', claims, forceRefresh } = request.tokenParams ?? {};
  const ask: TokenAsk = {
    person,
    scopes: scope.split(' ').filter((one) => one !== ''),
    renew: forceRefresh === true,
    ...(claims !== undefined && { claims }),
  };
  try {
    let got = await options.token(ask);
    if ('error' in got && request.method === 'GetTokenPopup' && options.askPerson !== undefined) {
      if ((await options.askPerson(ask, got)) === 'cancelled') return refused({ status: 'USER_CANCEL' });
      got = await options.token(ask);
    }
    if ('error' in got) return refused(bridgeErrorOf(got));
    accounts.set(person, got.account);
    return given(got);
  } catch {
    return refused({ status: 'NO_NETWORK' });
  }
}

/** Teams' older way: [whether, the token or one word why not]. Only an ask that is not silent reaches the person. */
async function authToken(
  { args = [] }: Envelope,
  person: string,
  { api, token, askPerson }: BridgeOptions,
): Promise<readonly unknown[]> {
  if (api === undefined) return [false, 'resourceDisabled'];
  const [, claims, silent] = args;
  const wanted = Array.isArray(claims) && typeof claims[0] === 'string' ? claims[0] : undefined;
  const ask: TokenAsk = {
    person,
    scopes: [api],
    renew: wanted !== undefined,
    ...(wanted !== undefined && { claims: wanted }),
  };
  try {
    let got = await token(ask);
    if ('error' in got && silent !== true && askPerson !== undefined) {
      if ((await askPerson(ask, got)) === 'cancelled') return [false, 'CancelledByUser'];
      got = await token(ask);
    }
    if (!('error' in got)) return [true, got.access_token];
    return [false, got.suberror === 'consent_required' ? 'resourceRequiresConsent' : 'resourceRequiresMfa'];
  } catch {
    return [false, 'InternalError'];
  }
}

const refused = (error: BridgeError): Body => ({ success: false, error });

function given(token: IssuedToken): Body {
  const { access_token, id_token, expires_in, scope, account } = token;
  return { success: true, token: { access_token, id_token, expires_in, scope, properties: null }, account };
}

function bridgeErrorOf({ error, suberror, error_description }: TokenError): BridgeError {
  const needsPerson =
    error === 'invalid_grant' || error === 'interaction_required' || error === 'consent_required';
  return {
    status: needsPerson ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR',
    code: error,
    ...(suberror !== undefined && { subError: suberror }),
    description: error_description,
  };
}

function initContext(account: BridgeAccount | undefined): object {
  return {
    sdkName: 'cadencia-demo',
    sdkVersion: '1.0.0',
    capabilities: { queryAccount: false },
    ...(account !== undefined && {
      accountContext: {
        homeAccountId: account.homeAccountId,
        environment: account.environment,
        tenantId: account.tenantId,
      },
    }),
  };
}

/** In the one order that brings teams-js' bridge: context, client, version, runtime (facts/platform.md 7.2). */
function initialized(frameContext: string, bridge: NonNullable<BridgeOptions['bridge']>): readonly string[] {
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    isNAAChannelRecommended: bridge === 'recommended',
    supports: bridge === 'none' ? {} : { nestedAppAuth: {} },
  };
  return [frameContext, 'web', '2.0.1', JSON.stringify(runtime)];
}

/** Gets tokens from the demo tenant's endpoint, with the page's own origin; for the product unless another app is named. */
export function tokensFrom(address: string, app?: string): BridgeOptions['token'] {
  return async ({ person, scopes, renew }) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, scopes, renew, ...(app !== undefined && { app }) }),
    });
    return (await response.json()) as TokenAnswer;
  };
}
