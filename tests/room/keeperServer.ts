import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hocuspocus, type DirectConnection } from '@hocuspocus/server';
import { WebSocketServer, type WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Denial } from '../../src/app/ports/room';
import { CLOSE } from '../../src/room/closeCodes';
import { createKeeper } from '../../src/room/createKeeper';
import type { Member, RoomKeeper } from '../../src/room/keeper';
import { createTelling, type Telling } from '../../src/room/telling';
import { nameOf, reasonOf, roomOf, type FromServer, type RoomPart, type ToServer } from '../../src/room/wire';
import { ROOM } from '../contracts/roomContract';

/** The least server that keeps one room as the wire says it: no sign-in (the token is the person's id), no disk. */
export type KeeperServer = {
  readonly address: string;
  readonly keeper: () => RoomKeeper;
  readonly docs: () => Readonly<Record<RoomPart, Y.Doc>>;
  /** Nobody of that id is let in. */
  deny(person: string, why: Denial, claims?: string): void;
  allow(person: string): void;
  /** Its sockets close, and new ones are not answered. */
  cut(person: string): void;
  mend(person: string): void;
  /** Their next line opens, and is lost before a word was said on it. */
  drop(person: string): void;
  /** The process dies, with or without its disk. */
  restart(keep: boolean): Promise<void>;
  readonly tokens: readonly string[];
  readonly sockets: () => number;
  close(): Promise<void>;
};

type Context = { readonly socket: WebSocket; member?: Member };

/** `clock` is the server's. The address carries who it is, so that a test can cut one person's network. */
export async function keeperServer(clock: () => number): Promise<KeeperServer> {
  const denied = new Map<string, string>();
  const cutOff = new Set<string>();
  const dropped = new Set<string>();
  const sockets = new Map<WebSocket, string>();
  const tokens: string[] = [];
  const seats = new Map<string, number>();
  const pins: DirectConnection[] = [];
  const unpin = () => Promise.all(pins.splice(0).map((pin) => pin.disconnect()));
  let docs = { main: new Y.Doc(), internal: new Y.Doc() };
  let keeper: RoomKeeper;
  let telling: Telling;
  let hocuspocus: Hocuspocus<Context>;

  const partOf = (name: string): RoomPart => roomOf(name)?.part ?? 'main';

  async function start(disk: readonly [Uint8Array, Uint8Array] | null): Promise<void> {
    hocuspocus = new Hocuspocus<Context>({
      quiet: true,
      onAuthenticate({ documentName, token, context }) {
        tokens.push(token);
        const why = denied.get(token);
        if (why !== undefined) return Promise.reject({ reason: why });
        const member = { id: token, name: `Nombre de ${token}`, outsider: token === 'agencia' };
        if (member.outsider && partOf(documentName) === 'internal')
          return Promise.reject({ reason: reasonOf('notMember') });
        context.member = member;
        return Promise.resolve();
      },
      connected({ context: { member }, documentName, connection }) {
        if (member === undefined || partOf(documentName) !== 'main') return Promise.resolve();
        keeper.joined(member, clock());
        const count = seats.get(member.id) ?? 0;
        seats.set(member.id, count + 1);
        if (count === 0) keeper.happened({ kind: 'panelOpened', person: member.id }, clock());
        const silent = telling.sit(member.id, (balance) =>
          connection.sendStateless(JSON.stringify({ t: 'balance', balance } satisfies FromServer)),
        );
        connection.onClose(() => {
          silent();
          keeper.heard(connection, null, clock());
          const left = (seats.get(member.id) ?? 1) - 1;
          seats.set(member.id, left);
          if (left === 0) keeper.happened({ kind: 'panelClosed', person: member.id }, clock());
        });
        return Promise.resolve();
      },
      beforeSync({ type, payload, documentName, context: { member, socket } }) {
        if (type === 0 || member === undefined) return Promise.resolve();
        const verdict = keeper.check(partOf(documentName), payload, member);
        if (verdict === null) return Promise.resolve();
        socket.close(CLOSE.malformed);
        return Promise.reject(new Error(verdict));
      },
      onStateless({ payload, connection }) {
        const message = JSON.parse(payload) as ToServer;
        const { member } = connection.context as Context;
        const say = (said: FromServer) => connection.sendStateless(JSON.stringify(said));
        if (message.t === 'clock') say({ t: 'clock', sent: message.sent, server: clock() });
        else if (message.t === 'speaking') keeper.heard(connection, message.on, clock());
        else if (member !== undefined) {
          const before = keeper.state();
          const refused = keeper.command(message.command, member, clock());
          telling.after(before, message.command, member.id);
          say({ t: 'answer', id: message.command.id, ...(refused !== null && { refused }) });
        }
        return Promise.resolve();
      },
    });
    const open = async (part: RoomPart) => {
      const pin = await hocuspocus.openDirectConnection(nameOf(ROOM, part));
      pins.push(pin);
      return pin.document as unknown as Y.Doc;
    };
    docs = { main: await open('main'), internal: await open('internal') };
    if (disk !== null) {
      Y.applyUpdate(docs.main, disk[0]);
      Y.applyUpdate(docs.internal, disk[1]);
    }
    seats.clear();
    keeper = createKeeper({ docs, organiser: 'rodrigo', cap: 'persons' });
    telling = createTelling(keeper, clock, () => keeper.look(clock()));
  }

  const server = createServer();
  const upgrades = new WebSocketServer({ noServer: true });
  let down = false;
  server.on('upgrade', (request, socket, head) => {
    const person = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    if (down || cutOff.has(person)) return void socket.destroy();
    upgrades.handleUpgrade(request, socket, head, (ws) => {
      if (dropped.delete(person)) return ws.terminate();
      sockets.set(ws, person);
      const client = hocuspocus.handleConnection(ws as never, new Request('http://localhost/'), {
        socket: ws,
      });
      ws.on('message', (data: Buffer) => client.handleMessage(new Uint8Array(data)));
      ws.on('close', (code) => {
        sockets.delete(ws);
        client.handleClose({ code, reason: '' });
      });
    });
  });
  const ticking = setInterval(() => {
    const wake = keeper.wakeAt();
    if (wake !== null && wake <= clock()) keeper.happened({ kind: 'time' }, clock());
    telling.tick();
  }, 50);
  await start(null);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const closeOf = (person: string | null) =>
    sockets.forEach((who, ws) => (person === null || who === person) && ws.terminate());

  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keeper: () => keeper,
    docs: () => docs,
    deny(person, why, claims) {
      denied.set(person, reasonOf(why, claims));
      closeOf(person);
    },
    allow: (person) => void denied.delete(person),
    cut(person) {
      cutOff.add(person);
      closeOf(person);
    },
    mend: (person) => void cutOff.delete(person),
    drop: (person) => void dropped.add(person),
    async restart(keep) {
      down = true;
      const disk = [Y.encodeStateAsUpdate(docs.main), Y.encodeStateAsUpdate(docs.internal)] as const;
      closeOf(null);
      await new Promise((resolve) => setTimeout(resolve, 50));
      keeper.close();
      await unpin();
      await start(keep ? disk : null);
      down = false;
    },
    tokens,
    sockets: () => sockets.size,
    async close() {
      clearInterval(ticking);
      closeOf(null);
      await new Promise((resolve) => server.close(resolve));
      keeper.close();
      await unpin();
    },
  };
}
