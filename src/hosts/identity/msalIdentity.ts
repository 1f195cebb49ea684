import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure, type Tier } from '../../app/ports/failure';
import type { Account, Identity, TokenFor } from '../../app/ports/identity';
import { TIER_SCOPES } from '../../app/tiers';
import { nestedClient, windowClient } from './clients';
import { failureOf, isBridgeRefusal } from './failures';
import { bringBridge } from './hostBridge';

type Ask = NonNullable<Parameters<Identity['token']>[1]>;
type Request = {
  readonly scopes: string[];
  readonly forceRefresh: boolean;
  readonly claims?: string;
  readonly account?: AccountInfo;
};
type Client = { readonly msal: IPublicClientApplication; readonly nested: boolean };

/**
 * Signs the person in by MSAL: over the host's bridge where there is one, else in a window of its own after a press of
 * theirs. MSAL and teams-js are loaded by the first ask.
 */
export function msalIdentity(options: {
  readonly config: ClientConfig;
  /** How long a host may take to show that it has a bridge; Teams and Outlook answer within a second. */
  readonly patienceMs?: number;
}): Identity {
  const { config, patienceMs = 8_000 } = options;
  const underWay = new Map<string, Promise<string>>();
  let client: Promise<Client> | undefined;
  let account: AccountInfo | undefined;
  let ownWindows = false;

  const open = (): Promise<Client> => {
    client ??= start(config, patienceMs).catch((error: unknown) => {
      client = undefined;
      throw error;
    });
    return client;
  };
  const withoutBridge = () => {
    client = windowClient(config, window).then((msal) => ({ msal, nested: false }));
    return client;
  };

  /** A refused token of our server is, to people, a live tier that was not consented to. */
  const tierOf = (what: TokenFor): Tier => (what === 'server' ? 'live' : what);
  const scopesOf = (what: TokenFor): string[] => {
    if (what !== 'server') return [...TIER_SCOPES[what]];
    if (config.api === undefined) throw new PortFailure({ kind: 'unavailable' });
    return [config.api];
  };

  async function answer(using: Client, what: TokenFor, ask: Ask): Promise<AuthenticationResult> {
    const { msal, nested } = using;
    account ??= nested ? undefined : msal.getAllAccounts()[0];
    const request: Request = {
      scopes: scopesOf(what),
      forceRefresh: ask.renew === true,
      ...(ask.claims !== undefined && { claims: ask.claims }),
      ...(account !== undefined && { account }),
    };
    try {
      if (!nested && account === undefined) throw new PortFailure({ kind: 'signIn' });
      return await msal.acquireTokenSilent(request);
    } catch (error) {
      if (nested && isBridgeRefusal(error)) return answer(await withoutBridge(), what, ask);
      const { kind } = failureOf(error, tierOf(what)).failure;
      if (ask.interactive !== true || (kind !== 'signIn' && kind !== 'consent')) throw error;
    }
    // MSAL does not notice a closed window of its own, nor one of before a reload: a new press begins anew.
    return msal.acquireTokenPopup({ ...request, ...(!nested && { overrideInteractionInProgress: true }) });
  }

  async function get(what: TokenFor, ask: Ask): Promise<string> {
    try {
      const using = await open();
      ownWindows = !using.nested;
      const result = await answer(using, what, ask);
      account = result.account;
      return result.accessToken;
    } catch (error) {
      throw failureOf(error, tierOf(what));
    }
  }

  return {
    token(what, ask = {}) {
      const key = JSON.stringify([what, ask.interactive === true, ask.renew === true, ask.claims ?? '']);
      const same = underWay.get(key);
      if (same !== undefined && !(ask.interactive === true && ownWindows)) return same;
      const asked = get(what, ask).finally(() => {
        if (underWay.get(key) === asked) underWay.delete(key);
      });
      underWay.set(key, asked);
      return asked;
    },
    account: () => (account === undefined ? undefined : accountOf(account)),
  };
}

async function start(config: ClientConfig, patienceMs: number): Promise<Client> {
  if (await bringBridge(config.parents, patienceMs)) {
    const msal = await nestedClient(config, patienceMs);
    if (msal !== undefined) return { msal, nested: true };
  }
  return { msal: await windowClient(config, window), nested: false };
}

function accountOf({ localAccountId, tenantId, name, username }: AccountInfo): Account {
  return { id: localAccountId, tenant: tenantId, name: name ?? username, mail: username.toLowerCase() };
}
