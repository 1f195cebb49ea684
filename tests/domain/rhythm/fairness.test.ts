// FA2, FA3: src/domain/SPEC.md
import { paidMoreLastTime, paysNow } from '../../../src/domain/rhythm/fairness';
import { aLink, aSeries } from '../../support/aSeries';
import { weekly } from './aRhythm';

const STARTS = weekly('2026-09-01T17:15', 10);
const NOW = Date.UTC(2026, 10, 23);
const lastTime = (...paid: readonly (Readonly<Record<string, number>> | undefined)[]) =>
  paidMoreLastTime(
    aSeries({ chain: paid.map((one) => aLink({ starts: STARTS, ...(one && { paid: one }) })) }),
    NOW,
  );

test('FA2 the area that gave up half an hour a session more is told, less is not worth a word', () => {
  expect(lastTime({ marketing: 500, sales: 800 })).toBe('sales');
  expect(lastTime({ marketing: 500, sales: 799 })).toBeNull();
  expect(lastTime({ marketing: 500, sales: 800, product: 700 })).toBeNull();
  expect(lastTime({ sales: 800 })).toBeNull();
  expect(lastTime()).toBeNull();
});

test('FA2 the last time that is known counts, and what was planned just now is not the last time', () => {
  expect(lastTime({ marketing: 900, sales: 0 }, { marketing: 0, sales: 900 })).toBe('sales');
  expect(lastTime({ marketing: 900, sales: 0 }, undefined)).toBe('marketing');
  const series = aSeries({
    chain: [
      aLink({ starts: STARTS, paid: { marketing: 900, sales: 0 } }),
      aLink({ starts: weekly('2026-12-01T17:15', 3), paid: { marketing: 0, sales: 900 } }),
    ],
  });
  expect(paidMoreLastTime(series, NOW)).toBe('marketing');
  expect(paidMoreLastTime({ ...series, chain: [] }, NOW)).toBeNull();
});

test('FA3 now the same area gives up more, less, or about the same', () => {
  expect(paysNow('sales', { marketing: 0, sales: 300 }, 10)).toBe('more');
  expect(paysNow('sales', { marketing: 300, sales: 0 }, 10)).toBe('less');
  expect(paysNow('sales', { marketing: 300, sales: 1 }, 10)).toBe('same');
  expect(paysNow('sales', {}, 0)).toBe('same');
});
