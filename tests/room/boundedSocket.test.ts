import { BoundedSocket } from '../../src/room/quietProvider';

/** As much of a WebSocket as the library asks for; the test says what becomes of it. */
class Line extends EventTarget {
  static made: Line[] = [];
  readyState = 0;
  binaryType = '';
  sent: unknown[] = [];
  constructor() {
    super();
    Line.made.push(this);
  }
  send(message: unknown): void {
    this.sent.push(message);
  }
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  say(): void {
    this.dispatchEvent(new MessageEvent('message', { data: new Uint8Array([9]).buffer }));
  }
  lose(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code: 1006, reason: '' }));
  }
  close(): void {
    this.lose();
  }
}
const last = (): Line => Line.made.at(-1) as Line;

let socket: BoundedSocket;
let closed: number;
beforeEach(() => {
  jest.useFakeTimers();
  Line.made = [];
  closed = 0;
  socket = new BoundedSocket({
    url: 'ws://room',
    autoConnect: false,
    delay: 100,
    minDelay: 50,
    maxDelay: 4000,
    factor: 2,
    jitter: false,
    onClose: () => (closed += 1),
    WebSocketPolyfill: Line,
  });
  void socket.connect();
});
afterEach(() => {
  socket.destroy();
  jest.useRealTimers();
});
/** Until the next line is tried. */
const nextTry = async (): Promise<Line> => {
  const before = Line.made.length;
  for (let waited = 0; Line.made.length === before && waited < 10_000; waited += 10)
    await jest.advanceTimersByTimeAsync(10);
  return last();
};

test('RD26 a line that is open is never given up for another', async () => {
  await jest.advanceTimersByTimeAsync(0);
  // Pauses have grown when one opens and is lost before the server's first word.
  last().lose();
  (await nextTry()).lose();
  (await nextTry()).lose();
  const early = await nextTry();
  early.open();
  early.lose();
  const good = await nextTry();
  good.open();
  good.say();
  const [made, lost] = [Line.made.length, closed];
  await jest.advanceTimersByTimeAsync(20_000);
  expect(Line.made.length).toBe(made);
  expect(good.readyState).toBe(1);
  expect(closed).toBe(lost);
});

test('RD26 a line that is lost after the server was heard is opened again, by one', async () => {
  await jest.advanceTimersByTimeAsync(0);
  for (let round = 0; round < 3; round++) {
    last().open();
    last().say();
    const made = Line.made.length;
    last().lose();
    await nextTry();
    expect(Line.made.length).toBe(made + 1);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(Line.made.length).toBe(made + 1);
  }
});
