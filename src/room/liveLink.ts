import * as v from 'valibot';
import type { RoomId } from '../app/ports/room';
import type { RoomCommand } from '../domain/meeting/room';
import { MY_BALANCE } from './balanceSchema';
import { denialOf, isDenial, type Denied } from './denial';
import type { RoomDocs } from './document';
import { BoundedSocket, QuietProvider } from './quietProvider';
import { nameOf, type FromServer, type RoomPart, type ToServer } from './wire';

/** First pause before the socket is opened again; it grows to the longest. Milliseconds. */
export const PAUSE = { first: 100, longest: 4000 } as const;

/** Of a WebSocket. */
const OPEN = 1;

/** What a link tells; none of it after `end`. */
export type LinkEvents = {
  /** A token for the first frame, or a fresh one when the server asks. */
  token(ask: { readonly renew?: boolean }): Promise<string>;
  /** Both parts are in step, or the main one where the internal one is not for this person. */
  live(): void;
  lost(code: number): void;
  denied(denied: Denied): void;
  outside(): void;
  /** Everything written is on the server's disk. */
  acknowledged(): void;
  said(message: FromServer): void;
  /** A frame that the server would not take was not sent. */
  tooLarge(): void;
};

export type Link = {
  command(command: RoomCommand): void;
  askTime(sent: number): void;
  speaking(on: boolean): void;
  end(): void;
};

const FROM_SERVER = v.variant('t', [
  v.object({
    t: v.literal('answer'),
    id: v.string(),
    refused: v.exactOptional(
      v.object({ code: v.string(), data: v.record(v.string(), v.union([v.string(), v.number()])) }),
    ),
  }),
  v.object({ t: v.literal('clock'), sent: v.number(), server: v.number() }),
  v.object({ t: v.literal('balance'), balance: v.nullable(MY_BALANCE) }),
]);

/** One socket with both parts of a room on it. It opens it again by itself, until the server says no. */
export function openLink(
  address: string,
  id: RoomId,
  docs: RoomDocs,
  events: LinkEvents,
  WebSocketPolyfill?: unknown,
): Link {
  let ended = false;
  let told = false;
  let inside = true;
  const socket = new BoundedSocket({
    url: address,
    autoConnect: false,
    delay: PAUSE.first,
    minDelay: PAUSE.first / 2,
    maxDelay: PAUSE.longest,
    factor: 2,
    jitter: true,
    ...(WebSocketPolyfill !== undefined && { WebSocketPolyfill }),
    onClose: ({ event }) => lost(event.code),
  });
  socket.tooLarge = () => queueMicrotask(() => (ended ? undefined : events.tooLarge()));

  const lost = (code: number) => {
    told = false;
    if (!ended) events.lost(code);
  };
  const inStep = () => {
    if (ended || !main.isSynced || (inside && !internal.isSynced)) return;
    if (!told) {
      told = true;
      events.live();
    }
    if (main.hasAll && (!inside || internal.hasAll)) events.acknowledged();
  };
  /** The server closed one document and left the socket open: it says no, or both parts begin anew. */
  const closed = (reason: string, denied: (denied: Denied) => void) => {
    if (ended || socket.webSocket?.readyState !== OPEN) return;
    if (isDenial(reason)) denied(denialOf(reason));
    else socket.webSocket.close();
  };
  const open = (part: RoomPart, denied: (denied: Denied) => void): QuietProvider => {
    const provider: QuietProvider = new QuietProvider({
      name: nameOf(id, part),
      document: docs[part],
      awareness: null,
      websocketProvider: socket,
      token: () => events.token(provider.isAuthenticated ? { renew: true } : {}),
      onSynced: () => inStep(),
      onUnsyncedChanges: () => inStep(),
      onAuthenticationFailed: ({ reason }) => (ended ? undefined : denied(denialOf(reason))),
      onClose: ({ event }) => closed(event.reason, denied),
      onStateless: ({ payload }) => {
        const message = ended ? undefined : read(payload);
        if (message !== undefined) events.said(message);
      },
    });
    return provider;
  };
  const main = open('main', (denied) => events.denied(denied));
  const internal = open('internal', (denied) => {
    // Only a settled no: what nobody can tell now is asked again.
    if (denied.why !== 'notMember') return events.denied(denied);
    inside = false;
    internal.destroy();
    events.outside();
    inStep();
  });
  internal.attach();
  main.attach();
  void socket.connect();

  const say = (message: ToServer) => main.sendStateless(JSON.stringify(message));
  return {
    command: (command) => say({ t: 'command', command }),
    askTime: (sent) => say({ t: 'clock', sent }),
    speaking: (on) => say({ t: 'speaking', on }),
    end() {
      if (ended) return;
      ended = true;
      main.destroy();
      if (inside) internal.destroy();
      socket.destroy();
    },
  };
}

function read(payload: string): FromServer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return undefined;
  }
  const message = v.safeParse(FROM_SERVER, value);
  return message.success ? (message.output as FromServer) : undefined;
}
