import { within } from './limit';

type BridgeWindow = Window & {
  nestedAppAuthBridge?: unknown;
  __initializeNestedAppAuth?: unknown;
  /** Teams' mobile clients, which show the page without a frame. */
  nativeInterface?: unknown;
};

/**
 * Brings the host's bridge for nested app authentication into the window; false when there is none.
 *
 * Office gives it to the page by itself, or a function that makes it (seen in msal-browser 5.29; Office.js of npm,
 * 1.1.110, brings neither). In Teams it comes with teams-js, once that is initialised and only where the parent is the
 * top window (teams-js 2.58). `parents` are origins beside Microsoft's own that teams-js may believe; any other
 * parent never answers, so patience has an end.
 */
export async function bringBridge(
  parents: readonly string[],
  patienceMs: number,
  pane: BridgeWindow = window,
): Promise<boolean> {
  if (hasBridge(pane)) return true;
  const office = officeOf(pane);
  if (office !== undefined) {
    await within(patienceMs, office.ready, undefined);
    if (hasBridge(pane)) return true;
    if (!office.supportsBridge()) return false;
  }
  const mayAsk = pane.nativeInterface !== undefined || (pane.parent !== pane && pane.parent === pane.top);
  if (!mayAsk) return false;
  await within(patienceMs, initializeTeams(parents), undefined);
  return hasBridge(pane);
}

const hasBridge = (pane: BridgeWindow) =>
  pane.nestedAppAuthBridge !== undefined || typeof pane.__initializeNestedAppAuth === 'function';

async function initializeTeams(parents: readonly string[]): Promise<void> {
  const { app } = await import('@microsoft/teams-js');
  // An unknown parent makes it fail after a minute, when nobody waits any more.
  await app.initialize(parents.length > 0 ? [...parents] : undefined).catch(() => undefined);
}

/** Office.js in the page, when it is there and runs in a host. */
function officeOf(pane: BridgeWindow) {
  const office = (pane as { Office?: typeof Office }).Office;
  if (typeof office?.onReady !== 'function') return undefined;
  return {
    ready: Promise.resolve(office.onReady()).then(() => undefined),
    supportsBridge: () => office.context?.requirements?.isSetSupported?.('NestedAppAuth', '1.1') === true,
  };
}
