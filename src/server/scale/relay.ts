import type { RawData, WebSocket } from 'ws';
import { CLOSE } from '../../room/closeCodes';
import type { Heard } from './ingress';

const PING_MS = 2500;

/**
 * Hands everything from one socket to the other, both ways, codes of closing too. A process that does not answer any more
 * is left: whoever was there comes again, and is taken where the room is then.
 */
export function relay(
  person: WebSocket,
  owner: WebSocket,
  waiting: readonly Heard[],
  bytesUnread: number,
): void {
  let over = false;
  let answered = true;
  const pinging = setInterval(() => {
    if (!answered) return end(CLOSE.goingAway);
    answered = false;
    owner.ping();
  }, PING_MS).unref();

  function end(code: number): void {
    if (over) return;
    over = true;
    clearInterval(pinging);
    for (const [socket, say] of [
      [person, code],
      [owner, 1000],
    ] as const) {
      socket.close(say);
      // Whoever does not answer the closing is not waited for.
      setTimeout(() => socket.terminate(), 1000).unref();
    }
  }
  function pass(from: WebSocket, to: WebSocket): void {
    from.on('message', (data: RawData, binary: boolean) => {
      if (over) return;
      if (to.bufferedAmount > bytesUnread) return end(CLOSE.tooMany);
      to.send(data, { binary });
    });
  }
  for (const [data, binary] of waiting) owner.send(data, { binary });
  pass(person, owner);
  pass(owner, person);
  owner.on('pong', () => (answered = true));
  person.on('close', () => end(1000));
  owner.on('close', (code) => end(isSayable(code) ? code : CLOSE.goingAway));
  owner.on('error', () => end(CLOSE.goingAway));
}

/** Codes that may be sent; the others say that there was none. */
const isSayable = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999);
