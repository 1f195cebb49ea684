import { startTeams, type TeamsWindow } from '../teams/startTeams';
import { within } from './limit';

type BridgeWindow = TeamsWindow & {
  nestedAppAuthBridge?: unknown;
  __initializeNestedAppAuth?: unknown;
};

/** 'noBridge' is Teams, perhaps, or a plain page; 'none' is an Office that has none. */
export type FoundBridge = 'bridge' | 'advisedAgainst' | 'noBridge' | 'none';

/**
 * Brings the host's bridge for nested app authentication into the window, and tells whether there is one.
 *
 * Office gives it to the page by itself, or a function that makes it (seen in msal-browser 5.29; Office.js of npm,
 * 1.1.110, brings neither). In Teams it comes with teams-js, once that is initialised.
 */
export async function bringBridge(
  parents: readonly string[],
  patienceMs: number,
  pane: BridgeWindow = window,
): Promise<FoundBridge> {
  if (hasBridge(pane)) return 'bridge';
  const office = officeOf(pane);
  if (office !== undefined) {
    // Office.js began with the page: what did not answer the page itself is not waited for all over again.
    await within(Math.max(0, patienceMs - performance.now()), office.ready, undefined);
    if (hasBridge(pane)) return 'bridge';
    if (!office.supportsBridge()) return 'none';
  }
  const teams = await startTeams(parents, patienceMs, pane);
  if (!hasBridge(pane)) return 'noBridge';
  // Older clients have the bridge and advise against it (teams-js 2.58).
  if (teams === undefined) return 'bridge';
  const { teamsSignIn } = await import('../teams/teamsSignIn');
  return teamsSignIn.isBridgeRecommended() ? 'bridge' : 'advisedAgainst';
}

const hasBridge = (pane: BridgeWindow) =>
  pane.nestedAppAuthBridge !== undefined || typeof pane.__initializeNestedAppAuth === 'function';

/** Office.js in the page, when it is there and runs in a host. */
function officeOf(pane: BridgeWindow) {
  const office = (pane as { Office?: typeof Office }).Office;
  if (typeof office?.onReady !== 'function') return undefined;
  return {
    ready: Promise.resolve(office.onReady()).then(() => undefined),
    supportsBridge: () => office.context?.requirements?.isSetSupported?.('NestedAppAuth', '1.1') === true,
  };
}
