import { EXECUTE } from './bridgeProtocol';

type Listener = (response: string) => void;

/** What MSAL looks for in the window. */
export type NestedAppAuthBridge = {
  addEventListener(type: string, listener: Listener): void;
  removeEventListener(type: string, listener: Listener): void;
  postMessage(request: string): void;
};

type PaneWindow = Window & {
  nestedAppAuthBridge?: NestedAppAuthBridge;
};

/**
 * Puts a bridge into the pane's window before anything else runs, as Outlook does for an add-in: the copy of Office.js
 * that npm has brings none. It speaks with the top window, which answers with `answerBridge`.
 */
export function injectBridge(pane: PaneWindow = window, hostOrigin = '*'): void {
  const host = pane.top;
  if (host === null || host === pane) return;
  const listeners = new Set<Listener>();
  let last = 0;

  pane.addEventListener('message', (event: MessageEvent) => {
    if (event.source !== host || (hostOrigin !== '*' && event.origin !== hostOrigin)) return;
    const { uuidAsString, args } = (event.data ?? {}) as { uuidAsString?: unknown; args?: unknown };
    if (uuidAsString !== UUID || !Array.isArray(args) || typeof args[1] !== 'string') return;
    for (const listener of [...listeners]) listener(args[1]);
  });
  pane.nestedAppAuthBridge = {
    addEventListener: (type, listener) => void (type === 'message' && listeners.add(listener)),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    postMessage(request) {
      last += 1;
      host.postMessage({ id: last, uuidAsString: UUID, func: EXECUTE, args: [], data: request }, hostOrigin);
    },
  };
}

/** Tells our replies from those that belong to teams-js in the same pane. */
const UUID = 'injected-bridge';
