import * as fc from 'fast-check';
import { imbalance } from '../../../src/domain/balance/imbalance';

const of = (...seconds: number[]) =>
  imbalance(seconds.map((one) => ({ milliseconds: one * 1000, present: 3_600_000 })));

/** The definition, pair by pair. */
function byPairs(rates: readonly number[]): number {
  const n = rates.length;
  const mean = rates.reduce((sum, one) => sum + one, 0) / n;
  const apart = rates.flatMap((a) => rates.map((b) => Math.abs(a - b))).reduce((sum, one) => sum + one, 0);
  return ((apart / (2 * n * n * mean)) * n) / (n - 1);
}

describe('imbalance', () => {
  test('BA11 is 0 where all speak alike, 1 where one speaks, and what the literature says between', () => {
    expect(of(100, 100, 100)).toBe(0);
    expect(of(600, 0, 0, 0, 0, 0)).toBe(1);
    expect(of(25, 20, 18, 15, 12, 10)).toBeCloseTo(0.2, 2);
    expect(of(35, 20, 15, 12, 10, 8)).toBeCloseTo(0.34, 2);
    expect(of(50, 15, 12, 10, 8, 5)).toBeCloseTo(0.5, 2);
  });

  test('BA11 is of talk divided by presence', () => {
    const late = [
      { milliseconds: 600_000, present: 3_600_000 },
      { milliseconds: 300_000, present: 1_800_000 },
    ];
    expect(imbalance(late)).toBe(0);
  });

  test('BA11 is undefined below two people who were present, and below a minute of speech', () => {
    expect(of()).toBeNull();
    expect(of(600)).toBeNull();
    expect(imbalance([...[600, 0]].map((s) => ({ milliseconds: s * 1000, present: s * 1000 })))).toBeNull();
    expect(of(59.999, 0)).toBeNull();
    expect(of(60, 0)).toBe(1);
  });

  test('BA11 equals the definition pair by pair, whoever comes first', () => {
    const people = fc.array(
      fc.record({
        milliseconds: fc.nat({ max: 3_600_000 }),
        present: fc.integer({ min: 1, max: 3_600_000 }),
      }),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(people, (some) => {
        fc.pre(some.reduce((sum, { milliseconds }) => sum + milliseconds, 0) >= 60_000);
        const rates = some.map(({ milliseconds, present }) => milliseconds / present);
        expect(imbalance(some)).toBeCloseTo(byPairs(rates), 9);
        expect(imbalance([...some].reverse())).toBeCloseTo(byPairs(rates), 9);
      }),
    );
  });
});
