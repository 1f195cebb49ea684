import { OutgoingMessage, type Connection, type Hocuspocus } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { CLOSE } from '../../room/closeCodes';
import { readToServer } from '../../room/commandSchema';
import type { Member } from '../../room/keeper';
import { NewerRoom } from '../../room/migrations';
import { reasonOf, roomOf, type FromServer, type RoomPart } from '../../room/wire';
import { TOLERANCE_S, type Bearer, type TokenCheck } from './accessToken';
import { tokenBucket } from './bucket';
import type { Denial, Denied, Entrance, RoomId } from './entrance';
import { frameOf, type Frame } from './frames';
import { keyOf, type House } from './house';
import type { Limits } from './limits';
import type { LiveRoom } from './liveRoom';
import { kindOf, type Log } from './log';
import { isMovedFrom, mayComeNow, roomsAround, startsAround } from './nearTime';
import { NotNow, type Store } from './store';

/** One socket, from its first frame to its end: it decides what reaches Hocuspocus. */
export type Gate = {
  /** Called by Hocuspocus: throws an object with the reason for whoever may not have that document. */
  admit(name: string, token: string): Promise<void>;
  opened(name: string, connection: Connection): void;
  message(data: Uint8Array, binary: boolean): void;
  tick(): void;
  close(code: number): void;
  /** The socket is gone. */
  ended(): void;
  isIn(key: string): boolean;
};

export type GateOptions = {
  readonly socket: WebSocket;
  readonly hocuspocus: Hocuspocus;
  readonly tokens: TokenCheck;
  readonly entrance: Entrance;
  readonly house: House;
  readonly store: Store;
  readonly limits: Limits;
  readonly now: () => number;
  readonly log: Log;
  /** Somebody is known on this socket; false where they have too many. */
  readonly hello: (person: string) => boolean;
  /** Their socket is closed for what came over it. */
  readonly offended: (person: string) => void;
};

type Doc = {
  readonly name: string;
  readonly waiting: Uint8Array[];
  admitted?: {
    readonly id: RoomId;
    readonly part: RoomPart;
    readonly room: LiveRoom;
    readonly member: Member;
    checkedAt: number;
    checking: boolean;
  };
  connection?: Connection;
  /** What its host last said of somebody speaking, and what of it the room was told; null for nothing. */
  says: boolean | null;
  told: boolean | null;
};

const PING = new Uint8Array([9]);
const OFFENCES: ReadonlySet<number> = new Set([CLOSE.malformed, CLOSE.tooLarge, CLOSE.tooMany]);

/** Opens the gate on one socket. */
export function createGate(options: GateOptions): Gate {
  const { socket, tokens, entrance, house, store, limits, now, log } = options;
  const docs = new Map<string, Doc>();
  const since = performance.now();
  const take = tokenBucket(limits.burst, limits.perSecond, () => performance.now());
  const ask = tokenBucket(limits.queries, limits.queriesPerSecond, () => performance.now());
  let bearer: Bearer | undefined;
  let token = '';
  let askedFor = 0;
  let bytes = 0;
  let held = 0;
  let heardAt = since;
  let usedAt = since;
  let pingedAt = since;
  let over = false;

  const outward = {
    get readyState() {
      return socket.readyState as 0 | 1 | 2 | 3;
    },
    send(data: string | ArrayBuffer | ArrayBufferView) {
      const { length } = data as Uint8Array;
      if (socket.bufferedAmount + held > limits.bytesUnread) return close(CLOSE.tooMany);
      held += length;
      // What tells of a change goes out behind it.
      store.whenKept(() => {
        held -= length;
        if (!over) socket.send(data as Uint8Array);
      });
    },
    close: () => close(CLOSE.malformed),
  };
  const gate: Gate = { admit, opened, message, tick, close, ended, isIn };
  const client = options.hocuspocus.handleConnection(outward, new Request('http://localhost/rooms'), {
    gate,
  });

  function close(code: number): void {
    if (over) return;
    log({ event: 'closed', code });
    if (bearer !== undefined && OFFENCES.has(code)) options.offended(bearer.id);
    socket.close(code);
    // Whoever does not answer the closing is not waited for.
    setTimeout(() => socket.terminate(), 1000).unref();
    ended();
  }

  function ended(): void {
    if (over) return;
    over = true;
    client.handleClose({ code: 1000, reason: '' });
    // What Hocuspocus had not opened yet has no connection that could tell.
    docs.clear();
  }

  function isIn(key: string): boolean {
    return [...docs.values()].some(({ admitted }) => admitted?.room.key === key);
  }

  const denied = (why: Denial, claims?: string): { reason: string } => {
    log({ event: 'denied', code: why });
    return { reason: reasonOf(why, claims === undefined ? undefined : base64url(claims)) };
  };

  async function admit(name: string, sent: string): Promise<void> {
    const doc = docs.get(name);
    try {
      const said = doc === undefined ? ({ kind: 'denied', why: 'signIn' } as const) : await enter(doc, sent);
      if (said === null) return;
      docs.delete(name);
      throw denied(said.why, said.claims);
    } catch (fault) {
      docs.delete(name);
      if (fault instanceof NewerRoom) throw denied('newerRoom');
      if (isReason(fault)) throw fault;
      if (fault instanceof NotNow) {
        close(CLOSE.goingAway);
        throw { reason: reasonOf('unknown') };
      }
      log({ event: 'fault', code: kindOf(fault) });
      throw denied('unknown');
    }
  }

  async function enter(doc: Doc, sent: string): Promise<Denied | null> {
    const room = roomOf(doc.name);
    if (room === undefined) return { kind: 'denied', why: 'notMember' };
    const who = await identify(sent);
    if (typeof who === 'string') return { kind: 'denied', why: who };
    const { id, part } = room;
    const key = keyOf(id);
    // A room far from its time that nobody ever was in is not even asked about.
    const around = roomsAround(now());
    const near = id.start >= around.from && id.start < around.until;
    if (!near && !(await store.has(key))) return { kind: 'denied', why: 'notItsTime' };
    const entry = await entrance.check(key, id, who, sent, now());
    if (entry.kind === 'denied') return entry;
    if (part === 'internal' && !entry.inside) return { kind: 'denied', why: 'notMember' };
    // Each room stays on disk for months: a member makes as many as a place has meetings, and no more.
    const many = async () => (await startsAround(store, id.place, now())).length >= limits.roomsOfPlace;
    if (!(await store.has(key)) && (await many())) return { kind: 'denied', why: 'notItsTime' };
    const live = await house.open(key, id, entry.organiser);
    if (!mayComeNow(plannedIn(live, id.start, near ? now() : id.start), now()) && !hadPart(live, who.id))
      return { kind: 'denied', why: 'notItsTime' };
    const member = { id: who.id, name: entry.name, outsider: entry.outsider };
    doc.admitted = { id, part, room: live, member, checkedAt: now(), checking: false };
    return null;
  }

  /** Who this socket is of; the first token decides, another person's is refused ever after. */
  async function identify(sent: string): Promise<Bearer | 'signIn' | 'unknown'> {
    const read = await tokens.check(sent, now());
    if (read === 'unknown') return 'unknown';
    if (read === 'invalid' || (bearer !== undefined && bearer.id !== read.id)) return 'signIn';
    if (over) return 'unknown';
    if (bearer === undefined && !options.hello(read.id)) {
      close(CLOSE.tooMany);
      return 'unknown';
    }
    if (bearer === undefined || read.expires >= bearer.expires) {
      bearer = read;
      token = sent;
    }
    return read;
  }

  function opened(name: string, connection: Connection): void {
    const doc = docs.get(name);
    if (over || doc?.admitted === undefined) return connection.close();
    const { admitted } = doc;
    doc.connection = connection;
    const { part, room, member } = admitted;
    const tell = (said: FromServer) => connection.sendStateless(JSON.stringify(said));
    const rise = part === 'main' ? room.sit(member, (balance) => tell({ t: 'balance', balance })) : undefined;
    connection.onClose(() => {
      if (docs.get(name) === doc) docs.delete(name);
      if (doc.told !== null) room.heard(doc, null);
      doc.says = doc.told = null;
      rise?.();
    });
    doc.waiting.splice(0).forEach((data) => message(data, true, true));
  }

  function message(data: Uint8Array, binary: boolean, waited = false): void {
    if (over) return;
    heardAt = performance.now();
    if (!waited && !take()) return close(CLOSE.tooMany);
    if (bearer === undefined && (bytes += data.length) > limits.bytesBeforeHello)
      return close(CLOSE.tooLarge);
    const frame = binary ? frameOf(data) : undefined;
    if (frame === undefined) return close(CLOSE.malformed);
    if (frame.kind === 'pong' || frame.kind === 'presence') return;
    const doc = docs.get(frame.name);
    if (doc === undefined) {
      // Behind a refused token come frames that were on their way already.
      if (frame.kind !== 'token') return;
      if (roomOf(frame.name) === undefined) return refuseName(frame.name);
      if (docs.size >= limits.documents) return close(CLOSE.malformed);
      docs.set(frame.name, { name: frame.name, waiting: [], says: null, told: null });
      return client.handleMessage(data);
    }
    if (doc.connection === undefined) return wait(doc, frame, data);
    hear(doc, doc.connection, frame, data);
  }

  /** Hocuspocus would print a name that is none, and find some of them among what every object has. */
  function refuseName(name: string): void {
    const { reason } = denied('notMember');
    outward.send(new OutgoingMessage(name).writePermissionDenied(reason).toUint8Array());
  }

  function wait(doc: Doc, frame: Frame, data: Uint8Array): void {
    if (frame.kind === 'token') return;
    doc.waiting.push(data);
    const waiting = [...docs.values()].flatMap((one) => one.waiting);
    if (
      waiting.length > limits.burst ||
      waiting.reduce((sum, one) => sum + one.length, 0) > limits.bytesWaiting
    )
      close(CLOSE.tooLarge);
  }

  function hear(doc: Doc, connection: Connection, frame: Frame, data: Uint8Array): void {
    const { admitted } = doc;
    if (admitted === undefined) return;
    switch (frame.kind) {
      case 'token':
        return void renew(frame.token);
      case 'update': {
        const verdict = admitted.room.update(admitted.part, frame.update, admitted.member);
        if (verdict === 'failed') return close(CLOSE.goingAway);
        if (verdict !== null) return close(verdict === 'too-large' ? CLOSE.tooLarge : CLOSE.malformed);
        // On disk, and in the document; Hocuspocus finds nothing new in it and says so to the client.
        return client.handleMessage(data);
      }
      case 'stateless':
        return stateless(doc, admitted, connection, frame.text);
      case 'query':
        // Each costs the whole document, and is needed once after a connection.
        return ask() ? client.handleMessage(data) : close(CLOSE.tooMany);
      default:
        client.handleMessage(data);
    }
  }

  function stateless(
    doc: Doc,
    { part, room, member }: NonNullable<Doc['admitted']>,
    connection: Connection,
    text: string,
  ): void {
    const read = readToServer(text);
    if (part !== 'main' || read.kind === 'malformed') return close(CLOSE.malformed);
    const answer = (said: FromServer) => connection.sendStateless(JSON.stringify(said));
    if (read.kind === 'tooLong') {
      const refused = { code: 'meeting/too-long', data: { longest: read.longest } } as const;
      return answer({ t: 'answer', id: read.id, refused });
    }
    const said = read.message;
    // The room hears it with the next tick: however fast a panel says it, nothing is kept faster. Who is from outside says
    // nothing about the company's talk.
    if (said.t === 'speaking') return void (doc.says = member.outsider ? null : said.on);
    if (said.t === 'clock') return answer({ t: 'clock', sent: said.sent, server: now() });
    const refused = room.command(said.command, member);
    if (refused === 'failed') return close(CLOSE.goingAway);
    // Hocuspocus gathers changes to the end of the turn; without them the answer would take back what is shown already.
    connection.document.flush();
    const { id } = said.command;
    answer({ t: 'answer', id, ...(refused !== null && { refused }) });
  }

  async function renew(sent: string): Promise<void> {
    const who = await identify(sent);
    // Keys that cannot be had now are no fault of the token: the old one goes on to its end.
    if (who === 'signIn' && !over) leaveAll('signIn');
  }

  function leaveAll(why: Denial): void {
    for (const doc of [...docs.values()]) leave(doc, why);
  }

  function leave({ connection }: Doc, why: Denial): void {
    log({ event: 'denied', code: why });
    connection?.close({ code: 4401, reason: reasonOf(why) });
  }

  function tick(): void {
    if (over) return;
    const at = performance.now();
    if (docs.size > 0) usedAt = at;
    // Somebody who was let in nowhere, or has left all, has no use for a socket.
    if (bearer !== undefined && at - usedAt > limits.helloMs) return close(CLOSE.noHello);
    if (bearer === undefined && at - since > limits.helloMs) return close(CLOSE.noHello);
    if (at - heardAt > limits.silenceMs) return close(CLOSE.noHello);
    for (const doc of docs.values()) passOn(doc, at - heardAt > limits.signalMs);
    if (at - pingedAt > limits.pingMs) {
      pingedAt = at;
      outward.send(PING);
    }
    if (bearer === undefined) return;
    const [any] = [...docs.values()].flatMap(({ connection }) => connection ?? []);
    const left = bearer.expires * 1000 - now();
    if (any !== undefined && left < limits.renewMs && askedFor !== bearer.expires) {
      askedFor = bearer.expires;
      any.requestToken();
    }
    if (left < -TOLERANCE_S * 1000) return leaveAll('signIn');
    for (const doc of docs.values()) void again(doc, bearer);
  }

  /** A panel that answers no more, as when its machine sleeps, must not say for ever that somebody speaks. */
  function passOn(doc: Doc, lost: boolean): void {
    const says = lost ? null : doc.says;
    if (says === doc.told || doc.admitted === undefined) return;
    doc.told = says;
    doc.admitted.room.heard(doc, says);
  }

  /** Asks anew whether somebody is still a member, when the last answer has grown old. */
  async function again(doc: Doc, who: Bearer): Promise<void> {
    const { admitted } = doc;
    if (admitted === undefined || admitted.checking || now() - admitted.checkedAt < limits.membershipMs)
      return;
    admitted.checking = true;
    try {
      const said = await entrance.check(admitted.room.key, admitted.id, who, token, now());
      if (said.kind === 'in') admitted.checkedAt = now();
      const stays =
        said.kind === 'in'
          ? admitted.part === 'main' || said.inside
          : said.why !== 'notMember' && now() - admitted.checkedAt < limits.graceMs;
      if (!stays && !over) leave(doc, said.kind === 'in' ? 'notMember' : said.why);
    } catch (fault) {
      log({ event: 'fault', code: kindOf(fault) });
    } finally {
      admitted.checking = false;
    }
  }

  return gate;
}

/** Whoever brought the agenda said when it is; a start that no moved session could have keeps nobody out. */
function plannedIn(room: LiveRoom, original: number, unknown: number): number {
  const start = room.state().meeting?.planned.start;
  return start !== undefined && isMovedFrom(original, start) ? start : unknown;
}

function hadPart(room: LiveRoom, person: string): boolean {
  const { meeting, organiser } = room.state();
  return organiser === person || meeting?.people.some(({ id }) => id === person) === true;
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
const isReason = (fault: unknown): boolean =>
  typeof (fault as { reason?: unknown } | null)?.reason === 'string';
