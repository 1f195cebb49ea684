import { broughtOnce } from '../../app/broughtOnce';
import type { ClientConfig } from '../../app/clientConfig';
import { startTeams } from '../teams/startTeams';
import { nestedClient } from './clients';
import { isBridgeRefusal } from './failures';
import { bringBridge } from './hostBridge';
import { msalWay, windowWay } from './msalWay';
import type { Way } from './way';

/**
 * The best way that the host offers: its bridge; in Teams without one, Teams' own token and our server; else windows.
 * A bridge that says no later leads on to the next way.
 */
export async function chooseWay(config: ClientConfig, patienceMs: number): Promise<Way> {
  const found = await bringBridge(config.parents, patienceMs);
  // Where Teams advises against its bridge and our server can help, the bridge is the worse way.
  if (found === 'advisedAgainst' && config.api !== undefined) return withoutBridge(config, patienceMs);
  if (found === 'none') return windowWay(config);
  if (found !== 'noBridge') {
    const msal = await nestedClient(config, patienceMs);
    if (msal !== undefined)
      return orNext(msalWay(msal, true, config), () => withoutBridge(config, patienceMs));
  }
  return withoutBridge(config, patienceMs);
}

async function withoutBridge(config: ClientConfig, patienceMs: number): Promise<Way> {
  if (config.api === undefined || isOffice()) return windowWay(config);
  if ((await startTeams(config.parents, patienceMs)) === undefined) return windowWay(config);
  const [{ teamsWay }, { teamsSignIn }] = await Promise.all([
    import('./teamsWay'),
    import('../teams/teamsSignIn'),
  ]);
  return teamsWay(
    teamsSignIn,
    broughtOnce(() => windowWay(config)),
  );
}

/** Outlook answers no call of Teams'; asking would cost the person seconds. */
const isOffice = () => typeof (window as { Office?: typeof Office }).Office?.onReady === 'function';

function orNext(first: Way, next: () => Promise<Way>): Way {
  const after = broughtOnce(next);
  let refused = false;
  let using = first;
  return {
    get ownWindows() {
      return using.ownWindows;
    },
    async get(what, ask) {
      if (!refused) {
        try {
          return await first.get(what, ask);
        } catch (error) {
          if (!isBridgeRefusal(error)) throw error;
          refused = true;
        }
      }
      using = await after();
      return using.get(what, ask);
    },
  };
}
