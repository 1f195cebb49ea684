// FA1: src/domain/SPEC.md
import fc from 'fast-check';
import { paidByArea } from '../../../src/domain/slots/paid';
import { searchSlots } from '../../../src/domain/slots/search';
import { anyRequest } from './anyRequest';
import { crowdedRequest } from './crowdedRequest';
import { area, between, daily, person, request } from './aRequest';

const toMs = (minutes: number): number => Math.round(minutes * 60_000);

test('FA1 what the areas give up is together what the cost of each answer says', () => {
  let paid = 0;
  fc.assert(
    fc.property(fc.oneof(anyRequest, crowdedRequest), (asked) => {
      const { slots } = searchSlots(asked);
      const held = slots.map(({ occurrences }) =>
        occurrences.flatMap(({ held: on, start }) => (on && start !== null ? [start] : [])),
      );
      const split = paidByArea(asked, held);
      slots.forEach(({ parts }, n) => {
        const sum = Object.values(split[n] ?? {}).reduce((total, minutes) => total + toMs(minutes), 0);
        expect(sum).toBe(toMs(parts.focusLoss) + toMs(parts.protectedTime));
        if (sum > 0) paid++;
      });
    }),
    { numRuns: 150 },
  );
  expect(paid).toBeGreaterThan(20);
});

test('FA1 protected hours are paid by their area alone, focus by whoever loses it', () => {
  const asked = request({
    minutes: 60,
    areas: [area('m', { protectedTimes: daily(['09:00', '10:00']) }), area('s'), area('empty')].slice(0, 2),
    people: [
      person('ana'),
      person('eva', {
        area: 's',
        busy: [{ ...between('2026-12-01 10:00', '2026-12-01 17:00'), status: 'busy' }],
      }),
    ],
  });
  const [nine] = searchSlots(asked).slots;
  // Ana has eight hours of focus time and keeps seven; of Eva's single hour nothing was focus time.
  expect(paidByArea(asked, [[nine?.start ?? 0]])).toEqual([{ m: 120, s: 0 }]);
  expect(paidByArea({ ...asked, areas: [...asked.areas, area('empty')] }, [[], [0]])).toEqual([
    { m: 0, s: 0, empty: 0 },
    { m: 0, s: 0, empty: 0 },
  ]);
});
