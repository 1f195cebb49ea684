import fc from 'fast-check';
import { everybodyFree } from '../../../src/tools/bench/everybodyFree';
import { searchSlots } from '../../../src/domain/slots/search';
import { teamOf } from '../../../src/tools/bench/team';
import { intervalOperations, luxon } from '../../../src/tools/bench/peers';
import { anyRequest } from '../../domain/slots/anyRequest';
import { at, between, busy, person, request } from '../../domain/slots/aRequest';

describe('when everybody is free', () => {
  test('BE1 a slot lies in one of the stretches exactly when the search finds nobody missing', () => {
    let common = 0;
    fc.assert(
      fc.property(anyRequest, ({ repeat: _, pauses: __, ...asked }) => {
        const single = { ...asked, top: 1e6 };
        const stretches = everybodyFree(single);
        const length = asked.minutes * 60_000;
        const inside = (start: number) =>
          stretches.some(({ from, until }) => from <= start && start + length <= until);
        const overChange = (start: number) =>
          asked.people.some(({ zone }) => dateGoesBack(zone, start, start + length));
        const complete = new Map(
          searchSlots({
            ...single,
            areas: asked.areas.map((one) => ({ ...one, quorum: 1 })),
            people: asked.people.map((one) => ({ ...one, role: 'optional' as const })),
          }).slots.map(({ start, occurrences }) => [start, occurrences[0]?.missing.length === 0]),
        );
        for (const [start, nobodyMissing] of complete) {
          if (nobodyMissing) common++;
          if (nobodyMissing && !inside(start) && overChange(start)) continue;
          expect([start, inside(start)]).toEqual([start, nobodyMissing]);
        }
      }),
      { numRuns: 30 },
    );
    expect(common).toBeGreaterThan(0);
  });

  test('BE1 where the clock goes back over midnight it is the day before for a while, with its own hours', () => {
    // St John's, 2010-11-07: 00:00 at 02:30Z, one minute later 23:01 of Saturday, 00:00 again at 03:30Z.
    const hours = [{ weekday: 7, from: '00:00', until: '00:30' }];
    const ana = person('ana', { zone: 'America/St_Johns', hours });
    const window = { from: Date.parse('2010-11-07T00:00Z'), until: Date.parse('2010-11-07T12:00Z') };
    expect(everybodyFree(request({ people: [ana], window }))).toEqual([
      { from: Date.parse('2010-11-07T02:30Z'), until: Date.parse('2010-11-07T02:31Z') },
      { from: Date.parse('2010-11-07T03:30Z'), until: Date.parse('2010-11-07T04:00Z') },
    ]);
  });

  test('BE1 stretches as they stand, and none with somebody unknown', () => {
    const ana = person('ana', { busy: [busy('2026-12-01 10:00', '2026-12-01 16:00')] });
    const eva = person('eva', { busy: [busy('2026-12-01 08:00', '2026-12-01 09:30')] });
    expect(everybodyFree(request({ people: [ana, eva] }))).toEqual([
      between('2026-12-01 09:30', '2026-12-01 10:00'),
      between('2026-12-01 16:00', '2026-12-01 17:00'),
    ]);
    const window = { from: at('2026-12-01 09:45'), until: at('2026-12-01 16:10') };
    expect(everybodyFree(request({ people: [ana, eva], window }))).toEqual([
      between('2026-12-01 09:45', '2026-12-01 10:00'),
      between('2026-12-01 16:00', '2026-12-01 16:10'),
    ]);
    expect(everybodyFree(request({ people: [ana, person('unread', { busy: 'unknown' })] }))).toEqual([]);
  });

  test('BE1 the packages that the bench measures beside it give the same', () => {
    const team = teamOf({ people: 12, weeks: 4, eventsADay: 1 });
    const ours = everybodyFree(team.request);
    expect(ours.length).toBeGreaterThan(5);
    expect(intervalOperations.prepare(team)()).toEqual(ours);
    expect(luxon.prepare(team)()).toEqual(ours);
  });
});

/** Whether a later minute of the stretch has an earlier date there, asked of Intl alone. */
function dateGoesBack(zone: string, from: number, until: number): boolean {
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  let before = '';
  for (let at = from; at < until; at += 60_000) {
    const date = dates.format(at);
    if (date < before) return true;
    before = date;
  }
  return false;
}
