// CT the product's own search over the sample company: as the naive one, and the four lines of its story
import { searchSlots } from '../../src/domain/slots/search';
import type { RankedSlot } from '../../src/domain/slots/types';
import { SITES } from '../../src/demo/company/sites';
import { localTime } from '../../src/domain/time/calendarDays';
import { naiveWeekly } from './naiveWeekly';
import { trueHours, weeklyOfSample, ZONE, type Knowledge } from './weeklyOfSample';

const MAILBOX: Knowledge = { hours: 'mailbox', reach: 0, illness: false, standIns: false };
const TRUE_HOURS: Knowledge = { ...MAILBOX, hours: 'true' };
const REACH: Knowledge = { ...TRUE_HOURS, reach: 0.5 };
const ILL: Knowledge = { ...REACH, illness: true };
const STAND_INS: Knowledge = { ...ILL, standIns: true };

const SEED = 20261123;
const SEEDS = Array.from({ length: 11 }, (_, index) => SEED + index);
const search = (knows: Knowledge, seed = SEED) => searchSlots(weeklyOfSample(seed, knows)).slots;
const heldBy = (slots: readonly RankedSlot[]) => slots[0]?.held ?? 0;
const shown = (slots: readonly RankedSlot[]) =>
  slots.map(({ pattern, held, cost }) => [pattern?.weekday, pattern?.time, held, cost]);

/** Whether a session lies in Madrid's working hours, outside lunch, on a day that is no holiday. */
function isOpen(start: number): boolean {
  const from = localTime(start, ZONE);
  const until = localTime(start + 35 * 60_000, ZONE);
  return (
    !SITES.ES.holidays.includes(from.day) &&
    trueHours('ES').some(
      (one) => one.weekday === from.weekday && one.from <= from.time && until.time <= one.until,
    )
  );
}
const heldStarts = (slots: readonly RankedSlot[]) =>
  slots.flatMap(({ occurrences }) =>
    occurrences.flatMap(({ start, held }) => (held && start !== null ? [start] : [])),
  );

test.each([
  ['mailbox hours', MAILBOX],
  ['true hours', TRUE_HOURS],
  ['reach', REACH],
  ['stand-ins', STAND_INS],
])('CT1 the first eight, their sessions and costs are those of the naive enumeration: %s', (_, knows) => {
  const naive = naiveWeekly(weeklyOfSample(SEED, knows)).slice(0, 8);
  expect(shown(search(knows))).toEqual(
    naive.map(({ weekday, time, held, cost }) => [weekday, time, held, cost]),
  );
});

test.each(SEEDS)('CT2 seed %i: the order of the four lines', (seed) => {
  const held = [MAILBOX, TRUE_HOURS, REACH, ILL].map((knows) => heldBy(search(knows, seed)));
  expect([...held].sort((a, b) => b - a)).toEqual(held);
  expect(held[0]).toBeGreaterThan(held[2] ?? 0);
  expect(held[2]).toBeGreaterThan(held[3] ?? 0);
  expect(heldBy(search(STAND_INS, seed)) - (held[3] ?? 0)).toBeGreaterThanOrEqual(3);
});

test.each(SEEDS)(
  'CT3 seed %i: no held session of the first eight lies at lunch, on a closed afternoon or a holiday',
  (seed) => {
    for (const knows of [TRUE_HOURS, REACH, ILL, STAND_INS]) {
      const starts = heldStarts(search(knows, seed));
      expect(starts.length).toBeGreaterThan(8 * 8);
      expect(starts.filter((start) => !isOpen(start))).toEqual([]);
    }
  },
);

test('CT3 what mailboxes tell would put all of the first eight there', () => {
  const firsts = search(MAILBOX).map(({ start }) => start);
  expect(firsts).toHaveLength(8);
  expect(firsts.filter(isOpen)).toEqual([]);
});

test('CT4 Tuesday 17:15, because everybody can come to at least half', () => {
  const [slot] = search(REACH);
  expect(slot).toMatchObject({ pattern: { weekday: 2, time: '17:15' }, held: 18 });
  const missed = slot?.occurrences.filter(({ held }) => !held).map(({ date }) => date) ?? [];
  // A holiday in both countries, the kick-off in Madrid.
  for (const date of ['2026-12-08', '2027-01-19']) expect(missed).toContain(date);
});
