import { LIMITS } from '../../../src/domain/balance/stints';
import { SETTINGS } from '../../../src/tools/simulate';
import { errorsOf } from '../../../src/tools/simulate/errors';
import { NOBODY_MARKS, STEADY, type Marking } from '../../../src/tools/simulate/marking';

const errors = (marking: Marking) =>
  errorsOf({ settings: SETTINGS, marking, limits: LIMITS, meetings: 4, seed: 77 });

describe('the live estimate, of people who mark 1.5 s late, miss turns under 2 s and forget every twentieth', () => {
  test('BA18 is at most 3 percentage points from the truth, for a person’s share and for an area’s', () => {
    const { person, area, attributed } = errors(STEADY);
    expect(person).toBeLessThanOrEqual(3);
    expect(area).toBeLessThanOrEqual(3);
    expect(attributed).toBeGreaterThan(95);
  });

  test('BA18 is so without a signal, without owners, 5 s late, and forgetting every fifth too', () => {
    for (const worse of [
      { signal: false },
      { owners: false },
      { late: 5000 },
      { forgetsOneOf: 5 },
    ] as const) {
      const { person, area } = errors({ ...STEADY, ...worse });
      expect(Math.max(person, area)).toBeLessThanOrEqual(3);
    }
  });

  test('BA18 is not when nobody marks, and says so by what is attributed', () => {
    const { person, attributed } = errors(NOBODY_MARKS);
    expect(person).toBeGreaterThan(3);
    expect(attributed).toBeLessThan(75);
  });
});
