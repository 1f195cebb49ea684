import fc from 'fast-check';
import { clockOffset, type ClockSample } from '../../../src/domain/meeting/serverClock';

/** Clients show the same second when each is off by no more than this; milliseconds. */
const TOLERATED_ERROR = 250;

const exchange = (offset: number, sent: number, out: number, back: number): ClockSample => ({
  sent,
  received: sent + out + back,
  server: sent + out + offset,
});
const anyOffset = fc.integer({ min: -3 * 3600_000, max: 3 * 3600_000 });
const ways = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })), {
    minLength: 1,
    maxLength: 15,
  });

test('ME14 the offset is exact over equal ways, also on a laptop that is three hours off', () => {
  const samples = [80, 20, 400].map((way, at) => exchange(3 * 3600_000, at * 1000, way, way));
  expect(clockOffset(samples)).toEqual({ offset: 3 * 3600_000, error: 80 });
  expect(clockOffset([])).toBeNull();
  expect(clockOffset([{ sent: 10, received: 5, server: 7 }])).toBeNull();
});

test('ME14 however unlike the two ways, the true offset lies within the error that is told', () => {
  fc.assert(
    fc.property(anyOffset, ways(5000), (offset, trips) => {
      const found = clockOffset(trips.map(([out, back], at) => exchange(offset, at * 10_000, out, back)))!;
      expect(Math.abs(found.offset - offset)).toBeLessThanOrEqual(found.error);
    }),
  );
});

test('ME14 while half the answers come within half a second, the clock is right within 250 ms', () => {
  const quick = fc
    .integer({ min: 0, max: 500 })
    .chain((trip) => fc.integer({ min: 0, max: trip }).map((out) => [out, trip - out] as const));
  const most = fc.array(quick, { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(anyOffset, most, ways(20_000), (offset, good, slow) => {
      const trips = [...slow.slice(0, good.length), ...good];
      const found = clockOffset(trips.map(([out, back], at) => exchange(offset, at * 50_000, out, back)))!;
      expect(Math.abs(found.offset - offset)).toBeLessThanOrEqual(TOLERATED_ERROR);
    }),
  );
});
