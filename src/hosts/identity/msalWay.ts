import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { ClientConfig } from '../../app/clientConfig';
import { PortFailure } from '../../app/ports/failure';
import type { Account, TokenFor } from '../../app/ports/identity';
import { windowClient } from './clients';
import { failureOf } from './failures';
import { scopesOf, tierOf, type Ask, type Way } from './way';

/** MSAL, over a bridge (`nested`) or in windows of its own: silent first, a question only after a press. */
export function msalWay(msal: IPublicClientApplication, nested: boolean, config: ClientConfig): Way {
  let account: AccountInfo | undefined;

  async function answer(what: TokenFor, ask: Ask): Promise<AuthenticationResult> {
    account ??= nested ? undefined : msal.getAllAccounts()[0];
    const request = {
      scopes: scopesOf(what, config),
      forceRefresh: ask.renew === true,
      ...(ask.claims !== undefined && { claims: ask.claims }),
      ...(account !== undefined && { account }),
    };
    try {
      if (!nested && account === undefined) throw new PortFailure({ kind: 'signIn' });
      return await msal.acquireTokenSilent(request);
    } catch (error) {
      const { kind } = failureOf(error, tierOf(what)).failure;
      if (ask.interactive !== true || (kind !== 'signIn' && kind !== 'consent')) throw error;
    }
    // MSAL does not notice a closed window of its own, nor one of before a reload: a new press begins anew.
    return msal.acquireTokenPopup({ ...request, ...(!nested && { overrideInteractionInProgress: true }) });
  }

  return {
    ownWindows: !nested,
    async get(what, ask) {
      const result = await answer(what, ask);
      account = result.account;
      return { token: result.accessToken, account: accountOf(account) };
    },
  };
}

export const windowWay = async (config: ClientConfig): Promise<Way> =>
  msalWay(await windowClient(config, window), false, config);

function accountOf({ localAccountId, tenantId, name, username }: AccountInfo): Account {
  return { id: localAccountId, tenant: tenantId, name: name ?? username, mail: username.toLowerCase() };
}
