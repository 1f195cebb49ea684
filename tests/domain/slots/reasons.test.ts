import fc from 'fast-check';
import { searchSlots } from '../../../src/domain/slots/search';
import type { Reason, SlotRequest } from '../../../src/domain/slots/types';
import { anyRequest } from './anyRequest';
import { crowdedRequest } from './crowdedRequest';
import { area, at, busy, daily, person, request } from './aRequest';

const from = at('2026-11-30 00:00');
const HOURS = daily(['10:00', '11:00']);

/** Four Tuesdays from 2026-12-01 at ten. */
function tuesdays(people: SlotRequest['people'], other: Partial<SlotRequest> = {}): readonly Reason[] {
  const window = { from, until: from + 28 * 24 * 3_600_000 };
  const asked = request({ window, people, repeat: { kind: 'weekly', every: 1, times: 4 }, ...other });
  const slot = searchSlots(asked).slots.find(
    ({ pattern }) => pattern?.weekday === 2 && pattern.time === '10:00',
  );
  if (slot === undefined) throw new Error('not held');
  return slot.reasons;
}

/** Busy at ten on these days of December, the first nine. */
const out = (...days: readonly number[]) => ({
  busy: days.map((day) => busy(`2026-12-0${day} 10:00`, `2026-12-0${day} 11:00`)),
});
const ofKind = <K extends Reason['kind']>(reasons: readonly Reason[], kind: K) =>
  reasons.filter((one): one is Extract<Reason, { kind: K }> => one.kind === kind);

describe('reasons', () => {
  test('SL12 everybody can', () => {
    expect(tuesdays([person('ana', { hours: HOURS })])[0]).toEqual({ kind: 'everyone' });
  });

  test('SL12 who can never come, and who of the others misses most', () => {
    const people = [
      person('ana', { hours: HOURS }),
      person('never', { hours: [] }),
      person('unread', { busy: 'unknown' }),
      person('once', { hours: HOURS, ...out(8) }),
      person('twice', { hours: HOURS, ...out(1, 8) }),
    ];
    expect(tuesdays(people).slice(0, 2)).toEqual([
      { kind: 'never', people: ['never', 'unread'] },
      { kind: 'mostMissed', person: 'twice', times: 2, of: 4 },
    ]);
  });

  test('SL12 what breaks occurrences, each once, with the people who decide', () => {
    const key = person('key', {
      role: 'key',
      hours: HOURS,
      closedDays: ['2026-12-08'],
      ...out(1),
    });
    const late = person('late', { hours: HOURS, busy: [busy('2026-12-22 10:00', '2026-12-22 11:00')] });
    const reasons = tuesdays([key, late, person('ana', { hours: HOURS })]);
    expect(ofKind(reasons, 'broken')).toEqual([
      { kind: 'broken', why: 'closed', times: 1, people: ['key'] },
      { kind: 'broken', why: 'busy', times: 1, people: ['key'] },
    ]);
  });

  test('SL12 one change, what it wins and costs', () => {
    const people = [
      person('key', { role: 'key', hours: HOURS, ...out(1, 8) }),
      person('ana', { hours: HOURS, busy: [busy('2026-12-15 10:00', '2026-12-15 11:00')] }),
      person('eva', { hours: HOURS, ...out(8) }),
    ];
    const reasons = tuesdays(people, { areas: [area('m', { quorum: 2 })] });
    // On the 1st only the key person is missing; on the 8th the minimum is not met either.
    expect(ofKind(reasons, 'change')).toEqual([
      { kind: 'change', relax: { kind: 'keyPerson', person: 'key' }, wins: 1, costs: 300 },
    ]);
  });

  test('SL12 another time on the same dates', () => {
    const people = [person('ana', { hours: daily(['10:00', '12:00']), ...out(1, 8) })];
    expect(ofKind(tuesdays(people), 'change')).toEqual([
      { kind: 'change', relax: { kind: 'time', time: '11:00' }, wins: 2, costs: 0 },
    ]);
  });

  test('SL12 no other time that somebody reaches less', () => {
    const people = [
      person('ana', { hours: daily(['10:00', '12:00']), ...out(1, 8) }),
      person('luz', { hours: daily(['10:00', '11:00']) }),
    ];
    const changes = (reach: number) => ofKind(tuesdays(people, { reach }), 'change').length;
    expect([changes(0), changes(0.5)]).toEqual([0, 0]);
  });

  test('SL12 protected time taken from an area', () => {
    const areas = [area('m', { protectedTimes: [{ weekday: 2, from: '10:30', until: '12:00' }] })];
    const people = [person('ana', { hours: HOURS }), person('eva', { hours: HOURS, ...out(1) })];
    expect(ofKind(tuesdays(people, { areas }), 'protected')).toEqual([
      { kind: 'protected', area: 'm', minutes: 30 * 7 },
    ]);
  });

  test('SL12 the least focus time lost is told where it differs', () => {
    const hours = [
      { weekday: 2, from: '10:00', until: '13:00' },
      { weekday: 3, from: '10:00', until: '11:00' },
    ];
    const window = { from, until: from + 7 * 24 * 3_600_000 };
    const asked = request({
      window,
      people: [person('ana', { hours })],
      repeat: { kind: 'weekly', every: 1, times: 1 },
    });
    const least = searchSlots(asked).slots.map(({ pattern, reasons }) => [
      pattern?.weekday,
      ofKind(reasons, 'leastFocusLoss').length,
    ]);
    expect(least[0]).toEqual([3, 1]);
    expect(least.slice(1).every(([, told]) => told === 0)).toBe(true);
    expect(ofKind(tuesdays([person('ana', { hours: HOURS })]), 'leastFocusLoss')).toEqual([]);
  });

  test('SL12 every change of a rule really wins and costs what it says', () => {
    let named = 0;
    fc.assert(
      fc.property(crowdedRequest, (asked) => {
        for (const slot of searchSlots(asked).slots) {
          for (const { relax, wins, costs } of ofKind(slot.reasons, 'change')) {
            if (relax.kind === 'time') continue;
            named++;
            const { slots } = searchSlots({
              ...asked,
              top: 1e6,
              areas: asked.areas.map((one) =>
                relax.kind === 'quorum' && relax.area === one.id ? { ...one, quorum: relax.to } : one,
              ),
              people: asked.people.map((one) =>
                relax.kind === 'keyPerson' && relax.person === one.id ? { ...one, role: 'optional' } : one,
              ),
            });
            const same = slots.find(
              ({ start, pattern }) =>
                start === slot.start &&
                pattern?.weekday === slot.pattern?.weekday &&
                pattern?.nth === slot.pattern?.nth,
            );
            expect(same?.held).toBe(slot.held + wins);
            expect(same?.cost).toBeCloseTo(slot.cost + costs, 6);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(named).toBeGreaterThan(20);
  });

  test('SL12 reasons name ids and figures, never anything of a calendar', () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const ids = new Set([...asked.people, ...asked.areas].map(({ id }) => id));
        for (const { reasons } of searchSlots(asked).slots) {
          for (const reason of reasons) {
            const people = reason.kind === 'never' || reason.kind === 'broken' ? reason.people : [];
            expect(people.every((id) => ids.has(id))).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
