import { BoundedSocket } from '../../src/room/quietProvider';
import { until } from '../contracts/roomContract';

const [OPEN, CLOSING, CLOSED] = [1, 2, 3];

/** A line whose state the test decides. */
class Line extends EventTarget {
  static readonly all: Line[] = [];
  readyState = 0;
  binaryType = '';
  readonly sent: unknown[] = [];
  constructor() {
    super();
    Line.all.push(this);
  }
  send(data: unknown): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = CLOSED;
  }
  opens(): void {
    this.readyState = OPEN;
    this.dispatchEvent(new Event('open'));
    // The server's first word: a ping.
    this.dispatchEvent(new MessageEvent('message', { data: Uint8Array.of(9).buffer }));
  }
}

test('RD26 what is written while a line closes is not the first thing on the next one', async () => {
  const socket = new BoundedSocket({
    url: 'ws://localhost/rooms',
    autoConnect: false,
    WebSocketPolyfill: Line,
    delay: 1,
    minDelay: 1,
    maxDelay: 1,
    jitter: false,
  });
  try {
    void socket.connect();
    await until(() => Line.all.length === 1, 'a first line');
    const [first] = Line.all as [Line];
    first.opens();
    socket.send(Uint8Array.of(1));
    expect(first.sent).toContainEqual(Uint8Array.of(1));
    first.readyState = CLOSING;
    socket.send(Uint8Array.of(2));
    first.readyState = CLOSED;
    first.dispatchEvent(Object.assign(new Event('close'), { code: 4503, reason: '' }));
    await until(() => Line.all.length === 2, 'a second line');
    const second = Line.all[1] as Line;
    second.opens();
    expect(second.sent).not.toContainEqual(Uint8Array.of(2));
    socket.send(Uint8Array.of(3));
    expect(second.sent).toContainEqual(Uint8Array.of(3));
  } finally {
    socket.destroy();
  }
});
