// The top window of the demo tenant, as small as it can be: it answers the panes' bridges and nothing else.
import {
  answerBridge,
  tokensFrom,
  type BridgeOptions,
  type TokenAsk,
} from '../../../src/demo/identity/bridge';
import { replyTo, requestOf } from '../../../src/demo/identity/bridgeProtocol';

const host = {
  asks: [] as TokenAsk[],
  /** What the person says when a window asks them. */
  says: 'cancelled' as 'granted' | 'cancelled',
  token: tokensFrom('/demo/token') as BridgeOptions['token'],
  questions: 0,
};
export type HostTest = typeof host;
Object.assign(window, { cadenciaHost: host });

const search = new URLSearchParams(window.location.search);
const frame = document.querySelector('iframe');
const pane = search.get('pane') ?? '';
answerBridge({
  personOf: (origin, source) =>
    origin === new URL(pane).origin && source === frame?.contentWindow ? 'irene' : undefined,
  token(ask) {
    host.asks.push(ask);
    return host.token(ask);
  },
  async askPerson() {
    host.questions += 1;
    return host.says;
  },
  ...(search.get('api') !== null && { api: search.get('api') ?? '' }),
  ...(search.get('bridge') !== null && { bridge: search.get('bridge') as 'advisedAgainst' | 'none' }),
  ...(search.get('as') !== null && { initializeAs: search.get('as') ?? '' }),
});
if (search.get('disabled') !== null) refuseBridge();
if (frame !== null) frame.src = pane;

/** A client whose bridge is there and signs no apps in: it answers before the host of the demo does. */
function refuseBridge(): void {
  window.addEventListener(
    'message',
    (event) => {
      const asked = requestOf(event.data);
      if (asked === undefined || asked.request.method === 'GetInitContext') return;
      event.stopImmediatePropagation();
      const { requestId } = asked.request;
      const answer = {
        messageType: 'NestedAppAuthResponse',
        requestId,
        success: false,
        error: { status: 'DISABLED' },
      };
      (event.source as Window).postMessage(
        replyTo(asked.envelope, [null, JSON.stringify(answer)]),
        event.origin,
      );
    },
    true,
  );
}
