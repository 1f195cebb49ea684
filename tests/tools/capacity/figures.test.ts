import { createReceipts } from '../../../src/tools/capacity/receipts';
import { conditions, table } from '../../../src/tools/capacity/table';
import { verdictOf } from '../../../src/tools/load/flat';

const MB = 1024 * 1024;

test('CL1 a change is received by everybody else and kept by its writer; what never came is missing', () => {
  let now = 0;
  const receipts = createReceipts(() => now);
  const [ana, ben, eva] = [receipts.newcomer(), receipts.newcomer(), receipts.newcomer()];
  const frame = (id: string) => Buffer.from(`\u0001\u0000\u0002..${id}..title`, 'latin1');
  const first = receipts.sent(ana);
  receipts.expect(2);
  now = 4;
  receipts.received(frame(first), ana);
  receipts.received(frame(first), ben);
  expect(receipts.isWhole()).toBe(false);
  now = 10;
  receipts.received(frame(first), eva);
  receipts.acknowledged(ana);
  expect(receipts.isWhole()).toBe(true);
  receipts.sent(ben);
  receipts.expect(2);
  receipts.lost(4503);
  const { receipt, kept, missing, closed } = receipts.take();
  expect(receipt).toEqual({ many: 2, p50: 10, p99: 10, max: 10 });
  expect(kept).toEqual({ many: 1, p50: 10, p99: 10, max: 10 });
  expect([missing, closed]).toEqual([3, { 4503: 1 }]);
  expect(receipts.take().missing).toBe(0);
});

test('CL1 two changes in one frame are two receipts', () => {
  let now = 0;
  const receipts = createReceipts(() => now);
  const [ana, ben] = [receipts.newcomer(), receipts.newcomer()];
  const ids = [receipts.sent(ana), receipts.sent(ana)];
  now = 3;
  receipts.received(Buffer.from(ids.join('..'), 'latin1'), ben);
  expect(receipts.take().receipt.many).toBe(2);
});

test('CL2 the table has a row for each setting, and its conditions stand below it', () => {
  const times = { many: 10, p50: 3.21, p99: 41.2, max: 60 };
  const row = {
    rooms: 100,
    servers: 2,
    size: 8,
    shared: true,
    enteredMs: 2100,
    figures: { receipt: times, kept: times, missing: 2, closed: {} },
    cpu: 0.34,
    redisCpu: 0.01,
    postgresCpu: 0.2,
    idleBytes: 200 * MB,
    bytes: 280 * MB,
  };
  const [head, rule, only, ...more] = table([row]).split('\n');
  expect(more).toEqual([]);
  expect(head?.split('|')).toHaveLength(rule?.split('|').length ?? 0);
  expect(only).toContain(
    '| 2 | Redis, PostgreSQL | 100 × 8 | 2.1 s | 3.2 / 41 ms, 2 missing | 3.2 / 41 ms |',
  );
  expect(only).toContain('| 34 % | 20 %, 1 % | 200 MB → 280 MB | 102 KB |');
  expect(conditions({ size: 8, everyMs: 5000, before: [3.14, 2, 1] })).toMatch(
    /on \d+ cores .+Load of the machine before: 3\.1, .+Each of the 8 people writes every 5 s/s,
  );
});

describe('CL3', () => {
  const samples = (rssAt: (seconds: number) => number) =>
    Array.from({ length: 60 }, (_, at) => ({
      seconds: at * 10,
      rssBytes: rssAt(at * 10),
      heapBytes: (40 + (at % 7)) * MB,
    }));

  test('CL3 a server that grows while it warms up and then goes up and down is flat', () => {
    const { flat, rssSlope } = verdictOf(
      samples((seconds) => (seconds < 120 ? 80 + seconds : 200 + (seconds % 40)) * MB),
      120,
    );
    expect(flat).toBe(true);
    expect(Math.abs(rssSlope * 3600)).toBeLessThan(100 * MB);
  });

  test('CL3 one that grows by a twentieth and more is not, and the slope says by how much', () => {
    const { flat, rss, rssSlope } = verdictOf(
      samples((seconds) => (200 + seconds / 10) * MB),
      120,
    );
    expect(flat).toBe(false);
    expect(rssSlope / MB).toBeCloseTo(0.1);
    expect(rss[1]).toBeGreaterThan(rss[0]);
  });

  test('CL3 too few samples after the warm-up are refused', () => {
    expect(() =>
      verdictOf(
        samples(() => MB),
        530,
      ),
    ).toThrow('too short');
  });
});
