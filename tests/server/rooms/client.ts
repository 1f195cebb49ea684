import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import * as Y from 'yjs';
import type { RoomId } from '../../../src/app/ports/room';
import type { RoomCommandBody } from '../../../src/domain/meeting/room';
import { nameOf, type FromServer, type RoomPart } from '../../../src/room/wire';

type Token = string | (() => Promise<string>);

/** A socket that is given up while it connects says so to nobody: the provider has stopped listening by then. */
class QuietSocket extends WebSocket {
  constructor(...from: ConstructorParameters<typeof WebSocket>) {
    super(...from);
    this.on('error', () => undefined);
  }
}

/** A real provider on a real socket, with what happened to it. */
export function connect(address: string, name: string, token: Token, doc = new Y.Doc()) {
  const closed: number[] = [];
  const left: string[] = [];
  const denied: string[] = [];
  const answers: FromServer[] = [];
  const socket = new HocuspocusProviderWebsocket({
    url: address,
    WebSocketPolyfill: QuietSocket,
    delay: 50,
    factor: 1,
    maxDelay: 50,
    jitter: false,
    minDelay: 50,
    onClose: ({ event }) => void closed.push(event.code),
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: doc,
    token,
    awareness: null,
    onAuthenticationFailed: ({ reason }) => void denied.push(reason),
    onClose: ({ event }) => void left.push(event.reason),
    onStateless: ({ payload }) => void answers.push(JSON.parse(payload) as FromServer),
  });
  provider.attach();
  let serial = 0;
  return {
    doc,
    provider,
    socket,
    closed,
    left,
    denied,
    answers,
    synced: () => until(() => provider.synced),
    saved: () => until(() => provider.synced && !provider.hasUnsyncedChanges),
    /** Sends a command and waits for its answer. */
    async command(body: RoomCommandBody, id = `c${(serial += 1)}-${doc.clientID}`) {
      provider.sendStateless(JSON.stringify({ t: 'command', command: { ...body, id } }));
      const answer = () => answers.find((one) => one.t === 'answer' && one.id === id);
      await until(() => answer() !== undefined);
      return answer() as Extract<FromServer, { t: 'answer' }>;
    },
    end() {
      provider.destroy();
      socket.destroy();
    },
  };
}

export type Client = ReturnType<typeof connect>;

export const mainOf = (id: RoomId): string => nameOf(id, 'main');
export const partOf = (id: RoomId, part: RoomPart): string => nameOf(id, part);

/** A socket without Yjs: sends what it likes and says with which code it was closed. */
export async function rawSocket(address: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(address, { headers });
  let code: number | undefined;
  const received: Uint8Array[] = [];
  socket.on('close', (closed) => (code = closed));
  socket.on('error', () => undefined);
  socket.on('message', (data) => received.push(new Uint8Array(data as Buffer)));
  await new Promise<void>((done) => {
    socket.once('open', done);
    socket.once('close', () => done());
  });
  return { socket, received, code: () => code, closed: () => until(() => code !== undefined) };
}

const varUint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varUint(Math.floor(value / 128))];
const varBytes = (bytes: Uint8Array): Uint8Array => Uint8Array.from([...varUint(bytes.length), ...bytes]);
const varText = (text: string): Uint8Array => varBytes(new TextEncoder().encode(text));

/** Frames as Hocuspocus' clients write them. */
export const frames = {
  token: (name: string, token: string) =>
    Buffer.concat([varText(name), Uint8Array.from([2, 0]), varText(token)]),
  update: (name: string, update: Uint8Array) =>
    Buffer.concat([varText(name), Uint8Array.from([0, 2]), varBytes(update)]),
  stateless: (name: string, text: string) =>
    Buffer.concat([varText(name), Uint8Array.from([5]), varText(text)]),
  broadcast: (name: string, text: string) =>
    Buffer.concat([varText(name), Uint8Array.from([6]), varText(text)]),
};

/** Waits until it is so, for as long as a loaded machine takes. */
export async function until(isSo: () => boolean, ms = 40_000): Promise<void> {
  const end = Date.now() + ms;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${isSo.toString()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
