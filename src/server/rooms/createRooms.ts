import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { createMembership } from '../../graph/membership/membership';
import type { Credential } from '../../graph/membership/onBehalfOf';
import { realTiming } from '../../graph/client/timing';
import { CLOSE, LARGEST_FRAME } from '../../room/closeCodes';
import { createKeeper } from '../../room/createKeeper';
import { identityOf } from '../credential';
import { createTokenCheck, TOLERANCE_S } from './accessToken';
import { createRoomsAdmin, type RoomsAdmin } from './admin';
import { createEntrance } from './entrance';
import { createGate, type Gate } from './gate';
import { createHouse } from './house';
import { LIMITS, type Limits } from './limits';
import { kindOf, type Log } from './log';
import { metered, type Meter } from './metered';
import { createNearRoom, type NearRoom } from './nearRoom';
import { createOffences } from './offences';
import { openStore, type Store } from './store';
import { receive, type Heard } from '../scale/ingress';
import type { Shared, SharedConfig } from '../scale/shared';

/** What the rooms are told from outside. */
export type RoomsConfig = {
  /** Where their disk is; unused by several processes. */
  readonly folder: string;
  /** What several processes share; undefined for one alone. `RoomsDeps.shared` is that, connected. */
  readonly shared?: SharedConfig;
  readonly tenant: string;
  readonly clientId: string;
  /** The scope for our server as clients ask for it. */
  readonly api: string;
  readonly issuer: string;
  readonly keys: string;
  readonly tokenEndpoint: string;
  readonly graph: string;
  /** What of the talk the tenant allows to measure. */
  readonly balanceCap: Parameters<typeof createKeeper>[0]['cap'];
} & Credential;

export type RoomsDeps = {
  readonly now: () => number;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  readonly meter?: Meter;
  /** Whose socket it is at the other end; behind a proxy not the one that connects. */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** Where there are several processes; else the disk is this one's alone. It is closed with the rooms. */
  readonly shared?: Shared | undefined;
};

export type Rooms = {
  /** Hang it on the HTTP server's 'upgrade'. It answers every such request itself. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Which room of a place is nearest, for whoever has no event that tells it. */
  readonly near: NearRoom;
  /** For whoever administers the tenant. */
  readonly admin: RoomsAdmin;
  /** How far this machine's clock was off the sign-in service's when keys were fetched; milliseconds, undefined before. */
  readonly clockOff: () => number | undefined;
  /** The disk takes what is written, and the keys of tokens are known. */
  ready(): boolean;
  readonly sockets: () => number;
  /** Sends everybody away, to come back soon, and leaves everything on disk. */
  close(): Promise<void>;
};

const PATH = '/rooms';
const TICK_MS = 250;
const HOUR = 3_600_000;
const KEYS_AGAIN_MS = 10_000;
/** Our own limits come first; these only must not strike before. */
const HOCUSPOCUS = { timeout: 24 * HOUR, maxUnauthenticatedQueueMessages: 1, quiet: true } as const;

/** The live rooms of this process. Not listening by itself. */
export function createRooms(config: RoomsConfig, deps: RoomsDeps): Rooms {
  const { now, log, limits: changed, meter, addressOf = remoteOf, shared } = deps;
  const limits = { ...LIMITS, ...changed };
  const store: Store = shared?.store ?? openStore(config.folder);
  let clockOff: number | undefined;
  const tokens = createTokenCheck({
    ...config,
    told(time) {
      const off = Math.abs(now() - time);
      clockOff = off;
      if (off > TOLERANCE_S * 1000) log({ event: 'clock', code: 'off', count: Math.round(off / 1000) });
    },
  });
  const membership = createMembership({
    identity: identityOf(config, log),
    tenant: config.tenant,
    timing: realTiming({ now }, Math.random),
    fetch: (url, init) => fetch(url, init),
  });
  const entrance = createEntrance(membership, store, limits);
  const gates = new Map<Gate, string>();
  const strangers = new Map<string, number>();
  const persons = new Map<string, number>();
  const offences = createOffences(limits.offences, () => performance.now());
  const hocuspocus = new Hocuspocus<{ gate: Gate }>({
    ...HOCUSPOCUS,
    onAuthenticate: ({ context, documentName, token }) => context.gate.admit(documentName, token),
    connected: ({ context, documentName, connection }) =>
      Promise.resolve(context.gate.opened(documentName, connection)),
  });
  const rooms = createHouse({
    hocuspocus,
    store,
    createKeeper,
    cap: config.balanceCap,
    limits,
    now,
    log,
    leases: shared?.leases,
    dropped: (key) =>
      [...gates.keys()].filter((gate) => gate.isIn(key)).forEach((gate) => gate.close(CLOSE.goingAway)),
  });
  const house = meter === undefined ? rooms : metered(rooms, meter);
  shared?.answerWith(house);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
    clientTracking: false,
  });
  // The answer to an upgrade is ws' own: it is given the id that the log has, too.
  const ids = new WeakMap<IncomingMessage, string>();
  server.on('headers', (headers, request) => void headers.push(`X-Request-Id: ${ids.get(request)}`));
  /** Sockets whose room is another process's, or not known yet. */
  const passing = new Set<WebSocket>();
  let stopping = false;
  let keysKnown = false;

  const crowded = (address: string): boolean =>
    (strangers.get(address) ?? 0) >= limits.strangersOfAddress ||
    [...strangers.values()].reduce((sum, one) => sum + one, 0) >= limits.strangers;

  function enter(socket: WebSocket, address: string, id: string, waiting: readonly Heard[]): void {
    const noted: Log = (event) => log({ ...event, id });
    let stranger = true;
    let person: string | undefined;
    const known = () => {
      if (stranger) count(strangers, address, -1);
      stranger = false;
    };
    count(strangers, address, 1);
    const gate = createGate({
      socket,
      hocuspocus,
      tokens,
      entrance,
      house,
      store,
      limits,
      now,
      log: noted,
      hello(of) {
        known();
        if ((persons.get(of) ?? 0) >= limits.socketsOfPerson || offences.tooMany(of)) return false;
        count(persons, (person = of), 1);
        return true;
      },
      offended: offences.note,
    });
    gates.set(gate, address);
    const hear = (data: RawData, binary: boolean) => gate.message(bytesOf(data as Buffer), binary);
    socket.on('message', hear);
    socket.on('close', () => {
      known();
      if (person !== undefined) count(persons, person, -1);
      gates.delete(gate);
      gate.ended();
    });
    // ws closes by itself, with 1009 for a frame that is too large; without a listener the process would end.
    socket.on('error', (fault) => noted({ event: 'closed', code: kindOf(fault) }));
    waiting.forEach(([data, binary]) => hear(data, binary));
  }

  /** Somebody's socket, wherever their room is. */
  function arrived(socket: WebSocket, address: string, id: string): void {
    if (shared === undefined) return enter(socket, address, id, []);
    let stranger = true;
    const routed = () => {
      if (stranger) count(strangers, address, -1);
      stranger = false;
    };
    count(strangers, address, 1);
    passing.add(socket);
    socket.on('close', () => {
      routed();
      passing.delete(socket);
    });
    receive({ ...shared, tokens, limits, now, log: (event) => log({ ...event, id }) }, socket, {
      address,
      id,
      here(waiting) {
        routed();
        passing.delete(socket);
        enter(socket, address, id, waiting);
      },
      there: routed,
    });
  }

  async function fetchKeys(): Promise<void> {
    if (stopping || keysKnown) return;
    try {
      await tokens.fetchKeys();
      keysKnown = true;
      log({ event: 'keys' });
      void sweep();
    } catch (fault) {
      log({ event: 'keys', code: kindOf(fault) || 'unknown' });
      setTimeout(() => void fetchKeys(), KEYS_AGAIN_MS).unref();
    }
  }

  const sweep = async (): Promise<void> => {
    entrance.sweep(now());
    // By a clock that is ahead every room would have had its time.
    if (clockOff === undefined || clockOff > TOLERANCE_S * 1000) return;
    try {
      const swept = await store.sweep(now(), house.keys());
      if (swept > 0) log({ event: 'swept', count: swept });
    } catch (fault) {
      log({ event: 'fault', code: kindOf(fault) });
    }
  };
  shared?.peers.answerWith(({ socket, address, id }) => {
    if (stopping || crowded(address)) return socket.close(CLOSE.goingAway);
    enter(socket, address, id, []);
  });
  void fetchKeys();
  const sweeping = setInterval(() => void sweep(), HOUR).unref();
  const ticking = setInterval(() => {
    house.tick();
    for (const gate of gates.keys()) gate.tick();
  }, TICK_MS).unref();

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (stopping) return refuse(socket, '503 Service Unavailable');
      if (request.url?.split('?')[0] !== PATH) return refuse(socket, '404 Not Found');
      const address = addressOf(request);
      const id = randomUUID();
      ids.set(request, id);
      server.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', () => opened.terminate());
        if (!isOwnOrigin(request)) return turnAway(opened, CLOSE.origin);
        if (crowded(address)) return turnAway(opened, CLOSE.noHello);
        arrived(opened, address, id);
      });
    },
    near: createNearRoom({ tokens, entrance, store, now }),
    admin: createRoomsAdmin({ tokens, store, house, leases: shared?.leases }),
    clockOff: () => clockOff,
    ready() {
      if (stopping || !keysKnown) return false;
      if (shared !== undefined) return shared.works();
      try {
        void store.probe(now());
        return true;
      } catch {
        return false;
      }
    },
    sockets: () => gates.size + passing.size,
    async close() {
      if (stopping) return;
      stopping = true;
      clearInterval(sweeping);
      clearInterval(ticking);
      for (const gate of [...gates.keys()]) gate.close(CLOSE.goingAway);
      for (const socket of passing) turnAway(socket, CLOSE.goingAway);
      await house.close();
      await (shared ?? store).close();
    },
  };
}

/** A page of another origin must not use the person's network position; what is no browser names none. */
function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

const remoteOf = (request: IncomingMessage) => request.socket.remoteAddress ?? '';

function count(of: Map<string, number>, whom: string, by: number): void {
  const left = (of.get(whom) ?? 0) + by;
  if (left > 0) of.set(whom, left);
  else of.delete(whom);
}

/** Whoever does not answer the closing is not waited for: such a socket is counted nowhere. */
function turnAway(socket: WebSocket, code: number): void {
  socket.close(code);
  setTimeout(() => socket.terminate(), 1000).unref();
}

function refuse(socket: Duplex, status: string): void {
  // An upgraded socket stays half open for as long as its other end likes.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const bytesOf = (data: Buffer): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
