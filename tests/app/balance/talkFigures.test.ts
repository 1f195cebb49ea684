import fc from 'fast-check';
import { talkByItem } from '../../../src/app/balance/talkByItem';
import { wholeShares } from '../../../src/app/balance/wholeShares';
import type { TalkPicture } from '../../../src/domain/balance/types';

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

const picture = fc
  .record({
    start: fc.integer({ min: 0, max: 1_000_000 }),
    step: fc.integer({ min: 1, max: 60_000 }),
    steps: fc.integer({ min: 1, max: 40 }),
    froms: fc.array(fc.integer({ min: -100_000, max: 3_000_000 }), { maxLength: 8 }),
    talk: fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 }),
  })
  .map(({ start, step, steps, froms, talk }): TalkPicture => ({
    start,
    step,
    areas: {
      marketing: talk.slice(0, steps).map((part) => part * step),
      sales: talk.slice(40, 40 + steps).map((part) => part * step),
    },
    items: froms.map((from, at) => ({ item: `i${at}`, from: start + from })),
  }));

test('TL14 the picture by items loses nothing, counts nothing twice, and covers its whole time in order', () => {
  fc.assert(
    fc.property(picture, (of) => {
      const items = talkByItem(of);
      const end = of.start + of.step * (of.areas['marketing']?.length ?? 0);
      expect(items[0]?.from).toBe(of.start);
      expect(items.at(-1)?.until).toBe(end);
      for (const [at, one] of items.entries()) {
        expect(one.from).toBeLessThan(one.until);
        if (at > 0) expect(one.from).toBe(items[at - 1]?.until);
      }
      for (const area of ['marketing', 'sales'])
        expect(sum(items.map(({ areas }) => areas[area] ?? 0))).toBeCloseTo(sum(of.areas[area] ?? []), 3);
    }),
  );
});

test('TL14 a step that two items share is shared out by how much each has of it', () => {
  const items = talkByItem({
    start: 0,
    step: 100,
    areas: { marketing: [100, 50] },
    items: [
      { item: 'a', from: 25 },
      { item: 'b', from: 150 },
    ],
  });
  expect(items).toEqual([
    { item: null, from: 0, until: 25, areas: { marketing: 25 } },
    { item: 'a', from: 25, until: 150, areas: { marketing: 100 } },
    { item: 'b', from: 150, until: 200, areas: { marketing: 25 } },
  ]);
});

test('TL15 shares are whole hundredths that sum to the whole, each within one of what it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
      const shares = wholeShares(parts);
      const all = sum(parts);
      expect(Math.round(100 * sum(shares))).toBe(all === 0 ? 0 : 100);
      parts.forEach((part, at) =>
        expect(Math.abs((shares[at] ?? 0) - (all === 0 ? 0 : part / all))).toBeLessThan(0.01 + 1e-9),
      );
    }),
  );
});
