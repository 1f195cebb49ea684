import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { CLOSE } from '../../../src/room/closeCodes';
import type { Bearer } from '../../../src/server/rooms/accessToken';
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

const ANA: Bearer = {
  ...{ id: 'ana', name: 'Ana', guest: false, expires: 2_000_000_000 },
  ...{ application: '', directoryRoles: [] },
};
const TRUSTING: Pick<IngressOptions, 'tokens' | 'limits' | 'now'> = {
  tokens: { check: () => Promise.resolve(ANA) },
  limits: LIMITS,
  now: () => 1_800_000_000_000,
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
      { ...TRUSTING, leases: { owner }, peers: { open }, log: (event) => void log.push(event) },
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

describe('SC13 nobody’s room is looked for, or taken, before the token was found good', () => {
  type Checked = Awaited<ReturnType<IngressOptions['tokens']['check']>>;
  const knock = (check: IngressOptions['tokens']['check']) => {
    const asked: string[] = [];
    const entered: number[] = [];
    const person = new Person();
    const tokens: string[] = [];
    receive(
      {
        ...TRUSTING,
        tokens: { check: (token, now) => (tokens.push(token), check(token, now)) },
        leases: { owner: (key) => (asked.push(key), Promise.resolve('mine')) },
        peers: { open: NOWHERE },
        log: () => undefined,
      },
      person as unknown as WebSocket,
      {
        ...{ address: '10.0.0.9', id: 'x' },
        here: (waiting) => void entered.push(waiting.length),
        there: () => undefined,
      },
    );
    person.emit('message', frames.token(ROOM, 'a token'), true);
    return { asked, entered, person, tokens };
  };

  test.each(['invalid', 'unknown'] as const)('SC13 %s: they are answered here', async (said) => {
    const { asked, entered, tokens } = knock(() => Promise.resolve(said));
    await jest.advanceTimersByTimeAsync(0);
    expect({ asked, entered, tokens }).toEqual({ asked: [], entered: [1], tokens: ['a token'] });
  });

  test('SC13 a good one: the room is asked about then, and what came meanwhile goes along', async () => {
    let say: (who: Checked) => void = () => undefined;
    const { asked, entered, person } = knock(() => new Promise((done) => (say = done)));
    person.emit('message', frames.update(ROOM, Uint8Array.of(0, 0)), true);
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([]);
    say(ANA);
    await jest.advanceTimersByTimeAsync(0);
    expect({ asked, entered }).toEqual({ asked: [ROOM], entered: [2] });
  });

  test('SC13 while it is not known, the time and the bytes of whoever is unknown hold', async () => {
    const { asked, person } = knock(() => new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(LIMITS.helloMs + 10);
    expect({ code: person.code, asked }).toEqual({ code: CLOSE.noHello, asked: [] });
  });
});
