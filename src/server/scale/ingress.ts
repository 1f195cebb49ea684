import type { RawData, WebSocket } from 'ws';
import { CLOSE } from '../../room/closeCodes';
import { roomOf } from '../../room/wire';
import type { TokenCheck } from '../rooms/accessToken';
import { frameOf } from '../rooms/frames';
import { keyOf } from '../rooms/house';
import type { Limits } from '../rooms/limits';
import type { Log } from '../rooms/log';
import type { Leases } from './leases';
import type { Peers } from './peers';
import { relay } from './relay';

/** A message as it came, and whether it is binary. */
export type Heard = readonly [RawData, boolean];

export type IngressOptions = {
  readonly leases: Pick<Leases, 'owner'>;
  readonly peers: Pick<Peers, 'open'>;
  readonly tokens: Pick<TokenCheck, 'check'>;
  readonly limits: Limits;
  readonly now: () => number;
  readonly log: Log;
};

/** While a dead process still has the room, or nobody can tell whose it is. */
const AGAIN_MS = 250;
const PATIENCE_MS = 6000;

/**
 * Waits for the first frame of somebody's socket, which names the room, and finds its process: `here` is given the frames
 * so far when that is this one, else everything goes to the other one and back. Whoever brings no good token is answered
 * here, and has nothing asked or taken for them.
 */
export function receive(
  options: IngressOptions,
  socket: WebSocket,
  told: {
    readonly address: string;
    readonly id: string;
    readonly here: (waiting: readonly Heard[]) => void;
    /** It is another process's from now on. */
    readonly there: () => void;
  },
): void {
  const { leases, peers, tokens, limits, now, log } = options;
  const waiting: Heard[] = [];
  let bytes = 0;
  let asked = false;
  const late = setTimeout(() => close(CLOSE.noHello), limits.helloMs).unref();

  function close(code: number): void {
    leave();
    socket.close(code);
    setTimeout(() => socket.terminate(), 1000).unref();
  }
  function leave(): void {
    clearTimeout(late);
    socket.off('message', message);
    socket.off('close', leave);
  }
  function message(data: RawData, binary: boolean): void {
    bytes += (data as Buffer).length;
    waiting.push([data, binary]);
    if (bytes > limits.bytesBeforeHello || waiting.length > limits.burst) return close(CLOSE.tooLarge);
    if (asked) return;
    asked = true;
    const frame = binary ? frameOf(data as Buffer) : undefined;
    const room = frame?.kind === 'token' ? roomOf(frame.name) : undefined;
    // What names no room is answered here, as everything of that kind.
    if (frame?.kind !== 'token' || room === undefined) return enter();
    void admit(keyOf(room.id), frame.token);
  }
  /** A lease is taken for people, never for whoever knows what a room is called; the gate says to these what they are. */
  async function admit(key: string, token: string): Promise<void> {
    const who = await tokens.check(token, now()).catch(() => 'unknown' as const);
    if (socket.readyState !== socket.OPEN) return;
    if (typeof who === 'string') return enter();
    clearTimeout(late);
    await find(key);
  }
  function enter(): void {
    leave();
    told.here(waiting);
  }
  async function find(key: string): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (socket.readyState === socket.OPEN) {
      const owner = await leases.owner(key).catch(() => undefined);
      if (socket.readyState !== socket.OPEN) return;
      if (owner === 'mine') return enter();
      const there =
        owner === undefined
          ? undefined
          : await opened(() => peers.open(owner.peer, told.address, told.id)).catch(() => undefined);
      if (there !== undefined) {
        if (socket.readyState !== socket.OPEN) return there.close();
        leave();
        told.there();
        return relay(socket, there, waiting, limits.bytesUnread);
      }
      if (performance.now() > until) {
        // Two processes that were told one PEER_ADDRESS, or a port that is closed between them, show nowhere else.
        log({ event: 'peer', code: owner === undefined ? 'unknown' : 'unreachable' });
        return close(CLOSE.goingAway);
      }
      await new Promise((done) => setTimeout(done, AGAIN_MS).unref());
    }
  }
  socket.on('message', message);
  socket.on('close', leave);
}

/** Undefined for one that could not be opened; fails where there is no address, as in a Redis that others write. */
function opened(open: () => WebSocket): Promise<WebSocket | undefined> {
  return new Promise((done) => {
    const socket = open();
    socket.on('error', () => done(undefined));
    socket.once('close', () => done(undefined));
    socket.once('open', () => done(socket));
  });
}
