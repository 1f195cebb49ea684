import type { Clock, Ids } from '../app/ports/clock';
import type { RoomId, Room, Rooms } from '../app/ports/room';
import type { RoomKeep } from '../app/ports/roomKeep';
import type { RefusalCode } from '../domain/refusal';
import type { PersonId } from '../domain/meeting/types';
import type { RoomCommand } from '../domain/meeting/room';
import { CLOSE, LARGEST_FRAME } from './closeCodes';
import { denialWithoutToken, type Denied } from './denial';
import { VERSION, versionOf } from './document';
import { createKeeping } from './keeping';
import { openLink, PAUSE, type Link } from './liveLink';
import { createReplica } from './replica';
import { createServerTime } from './serverTime';
import { createSignal } from './signal';
import { nameOf, type FromServer } from './wire';

/** A server that was never heard for so long leaves this device to its user alone; it is still tried. */
export const ALONE_AFTER = 5000;
const CLOCK_EVERY = 10_000;
/** A no that may be another soon is asked again. */
const ASK_AGAIN = 5000;

export type LiveRoomsOptions = {
  /** 'wss://…/rooms'; null without a server. */
  readonly address: string | null;
  readonly token: (ask: {
    readonly interactive?: boolean;
    readonly renew?: boolean;
    readonly claims?: string;
  }) => Promise<string>;
  readonly keep: RoomKeep;
  readonly clock: Clock;
  readonly ids: Ids;
  /** 0 … 1. */
  readonly random: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Asks the server which room of a place is nearest; left out without one. */
  readonly near?: Rooms['near'];
  /** For a machine whose JavaScript has no WebSocket of its own. */
  readonly WebSocketPolyfill?: unknown;
};

/** The rooms of the server. */
export function createLiveRooms(options: LiveRoomsOptions): Rooms {
  return {
    open: (id, me) => openRoom(options, id, me),
    ...(options.near !== undefined && { near: options.near }),
  };
}

function openRoom(options: LiveRoomsOptions, id: RoomId, me: PersonId): Room {
  const { address, clock, ids, after } = options;
  let link: Link | null = null;
  let live = false;
  let heard = false;
  let closed = false;
  let renewing = false;
  let failed = 0;
  /** How often the server has refused what is here since it last took all of it. */
  let refused = 0;
  let denied: Denied | null = null;
  const timers = new Set<() => void>();
  const later = (milliseconds: number, run: () => void): void => {
    const cancel = after(milliseconds, () => {
      timers.delete(cancel);
      if (!closed) run();
    });
    timers.add(cancel);
  };

  const replica = createReplica({
    me,
    clock,
    ids,
    sent: (command) => live && send(command),
    touched: () => keeping.touched(),
  });
  const keeping = createKeeping(options.keep, `${me} ${nameOf(id, 'main')}`, clock, replica);
  const time = createServerTime({
    now: () => clock.now(),
    ask: (sent) => link?.askTime(sent),
    tell: (offset) => replica.clockOffset(offset),
  });

  const signal = createSignal((on) => {
    if (live) link?.speaking(on);
    return live;
  }, later);

  function send(command: RoomCommand): void {
    if (JSON.stringify(command).length * 3 > LARGEST_FRAME && tooLong(command))
      return replica.answer(command.id, { code: 'meeting/too-long', data: { longest: LARGEST_FRAME } });
    link?.command(command);
  }
  const tooLong = (command: RoomCommand) =>
    new TextEncoder().encode(JSON.stringify(command)).length > LARGEST_FRAME - 1024;

  function connect(): void {
    link?.end();
    live = false;
    if (closed || address === null) return;
    link = openLink(
      address,
      id,
      replica.docs(),
      {
        token: fetchToken,
        live: begin,
        lost,
        denied: refuse,
        outside: () => replica.outside(),
        acknowledged() {
          if (!live) return;
          refused = 0;
          replica.acknowledged();
        },
        said,
        tooLarge: () => anew(),
      },
      options.WebSocketPolyfill,
    );
  }

  async function fetchToken(ask: { readonly renew?: boolean }): Promise<string> {
    const renew = renewing || ask.renew === true;
    try {
      return await options.token(renew ? { renew } : {});
    } catch (fault) {
      const why = denialWithoutToken(fault);
      if (why !== null) refuse(why);
      else again();
      throw new Error('no token');
    }
  }

  function begin(): void {
    if (versionOf(replica.docs().main) > VERSION) return refuse({ why: 'newerRoom' });
    live = true;
    heard = true;
    failed = 0;
    denied = null;
    renewing = false;
    replica.together();
    replica.connection({ kind: 'live' });
    replica.rewrite();
    replica.waiting().forEach(({ command }) => send(command));
    time.begin();
    signal.again();
  }

  function said(message: FromServer): void {
    if (message.t === 'clock') return time.answered(message.sent, message.server);
    if (message.t === 'balance') return replica.balance(message.balance);
    const { id: of, refused: no } = message;
    replica.answer(of, no === undefined ? undefined : { code: no.code as RefusalCode, data: no.data });
  }

  function lost(code: number): void {
    live = false;
    if (denied !== null) return;
    // One part may have come and the other not: what is shown is worked on without a line as well. Who is alone stays so.
    const { connection, state } = replica.view.get();
    if (heard || (connection.kind === 'connecting' && state !== null))
      replica.connection({ kind: 'offline' });
    if (code === CLOSE.malformed || code === CLOSE.tooLarge) return anew();
    // A network that is gone comes back by the link's own trying; a server that closes is given time.
    if (code >= 4000 && code !== CLOSE.goingAway) again();
  }

  function again(): void {
    link?.end();
    live = false;
    const pause = Math.min(PAUSE.longest, PAUSE.first * 2 ** failed) * (0.5 + options.random() / 2);
    failed += 1;
    later(pause, connect);
  }

  /** What is here is not what the server takes: read anew; the second time without what was written here. */
  function anew(): void {
    link?.end();
    live = false;
    refused += 1;
    if (refused > 2) return refuse({ why: 'tooMuch' });
    replica.renew(refused === 2);
    again();
  }

  function refuse(why: Denied): void {
    link?.end();
    live = false;
    if (why.why === 'signIn' && why.claims === undefined && denied === null) {
      // An old token may be all that is wrong; both parts ask for a fresh one.
      denied = why;
      renewing = true;
      return again();
    }
    denied = why;
    renewing = false;
    replica.connection({ kind: 'denied', ...why });
    if (why.why === 'unknown') later(ASK_AGAIN, () => denied?.why === 'unknown' && connect());
  }

  const start = async (): Promise<void> => {
    const found = await keeping.load();
    if (closed) return;
    if (address === null) return replica.alone();
    if (found && replica.view.get().state !== null && replica.view.get().connection.kind === 'connecting')
      replica.connection({ kind: 'offline' });
    connect();
    later(ALONE_AFTER, () => {
      if (!heard && denied === null && replica.view.get().state === null) replica.alone();
    });
    const tick = () => {
      if (live) time.ask();
      replica.expire();
      later(CLOCK_EVERY, tick);
    };
    later(CLOCK_EVERY, tick);
  };
  void start();

  return {
    view: replica.view,
    command: (body) => replica.command(body),
    write: (change) => replica.write(change),
    speaking: (on) => signal.say(on),
    retry() {
      const { why, claims } = denied ?? {};
      denied = null;
      refused = 0;
      if (why === undefined && live) return;
      replica.connection({ kind: heard ? 'offline' : 'connecting' });
      if (why !== 'signIn' && why !== 'consent' && claims === undefined) return connect();
      // In the same turn as the press, so that a window may open.
      options.token({ interactive: true, ...(claims !== undefined && { claims }) }).then(connect, (fault) => {
        const no = denialWithoutToken(fault);
        if (no !== null) {
          denied = no;
          replica.connection({ kind: 'denied', ...no });
        } else again();
      });
    },
    close() {
      closed = true;
      timers.forEach((cancel) => cancel());
      link?.end();
      replica.close();
    },
  };
}
