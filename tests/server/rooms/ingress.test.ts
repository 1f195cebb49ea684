import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { CLOSE } from '../../../src/room/closeCodes';
import { LIMITS } from '../../../src/server/rooms/limits';
import type { LogEvent } from '../../../src/server/rooms/log';
import { NotNow } from '../../../src/server/rooms/store';
import { receive, type IngressOptions } from '../../../src/server/scale/ingress';
import { frames, mainOf } from './client';

class Person extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  code: number | undefined;
  close(code: number) {
    this.code = code;
    this.readyState = 2;
  }
  terminate() {
    this.emit('close');
  }
}

const CHAT = '19:meeting_abc@thread.v2';
const ROOM = mainOf({ place: { kind: 'chat', chat: CHAT }, start: 1_800_000_000_000 });
const NOWHERE: IngressOptions['peers']['open'] = () => {
  const socket = new EventEmitter();
  setImmediate(() => socket.emit('error', new Error('ECONNREFUSED')));
  return socket as WebSocket;
};
const NO_ADDRESS: IngressOptions['peers']['open'] = () => {
  throw new SyntaxError('Invalid URL: wss://what is this/relay');
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test.each([
  ['its process is not reached', () => Promise.resolve({ peer: 'b:1' }), NOWHERE, 'unreachable'],
  ['Redis names no address', () => Promise.resolve({ peer: 'what is this' }), NO_ADDRESS, 'unreachable'],
  ['nobody can tell whose it is', () => Promise.reject(new NotNow()), NOWHERE, 'unknown'],
])(
  'SC10 where %s somebody is told to come again after a while, and the log once',
  async (_why, owner, open, code) => {
    const log: LogEvent[] = [];
    const person = new Person();
    const never = () => {
      throw new Error('nobody has the room');
    };
    receive(
      { leases: { owner }, peers: { open }, limits: LIMITS, log: (event) => void log.push(event) },
      person as unknown as WebSocket,
      { address: '10.0.0.9', id: 'x', here: never, there: never },
    );
    person.emit('message', frames.token(ROOM, 'a token'), true);
    await jest.advanceTimersByTimeAsync(5000);
    expect(person.code).toBeUndefined();
    await jest.advanceTimersByTimeAsync(5000);
    expect(person.code).toBe(CLOSE.goingAway);
    expect(log).toEqual([{ event: 'peer', code }]);
  },
);
