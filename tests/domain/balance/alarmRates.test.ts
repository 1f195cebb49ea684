import { alarms, EACH_LOOK, isRaised } from '../../../src/tools/simulate/alarms';
import { STEADY } from '../../../src/tools/simulate/marking';
import { MINUTE, SECOND } from '../../../src/tools/simulate/turnTaking';

// The figures of docs/balance.md are of more meetings; these are enough to see them move.
const MEETINGS = 250;
const GROUPS = [
  [2, 2],
  [3, 3],
  [4, 4],
  [6, 6],
  [8, 8],
  [3, 6],
];
const HELD = { share: 0.75, from: 10 * MINUTE, until: 25 * MINUTE, by: 'turns' } as const;
const group = (areas: readonly number[]) => ({ areas, turn: 20 * SECOND });
const mean = (rates: readonly number[]) => rates.reduce((sum, one) => sum + one, 0) / rates.length;

test('BA13 who looks every few seconds sees no alarm that the looks of five minutes do not have', () => {
  const often = { every: 5 * SECOND, after: 0 };
  const raised = Array.from({ length: 12 }, (_, at) => {
    const held = { ...HELD, share: at % 2 === 0 ? 0.67 : 0.75 };
    const one = { group: group([2, 3]), minutes: 25, held: at % 3 === 0 ? null : held, marking: null };
    expect([at, isRaised(one, often, at)]).toEqual([at, isRaised(one, EACH_LOOK, at)]);
    return isRaised(one, often, at);
  });
  expect(new Set(raised).size).toBe(2);
});

describe('an alarm, looked for over the whole meeting', () => {
  test('BA14 is raised in none of 95 of 100 fair meetings of an hour', () => {
    const rates = GROUPS.map((areas) =>
      alarms({ group: group(areas), minutes: 60, held: null, marking: null }, EACH_LOOK, MEETINGS, 1),
    );
    expect(mean(rates)).toBeLessThanOrEqual(0.05);
    // Of one group there are few meetings here.
    expect(Math.max(...rates)).toBeLessThanOrEqual(0.085);
  });

  test('BA14 is raised in 95 of 100 meetings in which one area holds 75 % from minute 10 to 25', () => {
    const rates = GROUPS.map((areas) =>
      alarms({ group: group(areas), minutes: 25, held: HELD, marking: null }, EACH_LOOK, MEETINGS, 1),
    );
    expect(mean(rates)).toBeGreaterThanOrEqual(0.95);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.92);
  });

  test('BA14 hardly more or less often where turns come from marks', () => {
    const marked = (held: typeof HELD | null, minutes: number) =>
      alarms({ group: group([4, 4]), minutes, held, marking: STEADY }, EACH_LOOK, 100, 1);
    expect(marked(null, 35)).toBeLessThanOrEqual(0.1);
    expect(marked(HELD, 25)).toBeGreaterThanOrEqual(0.9);
  });
});
