import { closedDaysOf, plannedDays, toSlotRequest } from '../../../src/domain/rhythm/toSlotRequest';
import { aMember, anArea, aSeries, aSite } from '../../support/aSeries';

const at = (iso: string): number => Date.parse(iso);

describe('the question to the search', () => {
  test('RH4 informed members are left out; outsiders and unread calendars are unknown', () => {
    const series = aSeries({
      people: [
        aMember('m01', 'marketing', { role: 'key' }),
        aMember('m02', 'marketing'),
        aMember('m03', 'marketing', { role: 'informed' }),
        aMember('x@out.example', 'sales', { outsider: true }),
      ],
    });
    const known = { busy: [] };
    const calendars = new Map([
      ['m01@valdeolmo.example', known],
      ['x@out.example@valdeolmo.example', known],
    ]);
    const { people } = toSlotRequest({ series, from: '2026-11-30', calendars, holidays: {} });
    expect(people.map(({ id, busy }) => [id, busy])).toEqual([
      ['m01', []],
      ['m02', 'unknown'],
      ['x@out.example', 'unknown'],
    ]);
  });

  test('RH4 pauses are whole days of the series zone, over the clock change as well', () => {
    const series = aSeries({ pauses: [{ from: '2027-03-28', until: '2027-03-29', label: '' }] });
    const { pauses } = toSlotRequest({ series, from: '2026-11-30', calendars: new Map(), holidays: {} });
    expect(pauses).toEqual([{ from: at('2027-03-27T23:00Z'), until: at('2027-03-28T22:00Z') }]);
  });

  test('RH4 a half day ends in an absence until midnight in the zone of the site', () => {
    const site = aSite('kathmandu', {
      zone: 'Asia/Kathmandu',
      halfDays: [{ date: '2026-12-24', until: '14:00' }],
    });
    const series = aSeries({ sites: [site], people: [aMember('m01', 'marketing', { site: 'kathmandu' })] });
    const calendars = new Map([['m01@valdeolmo.example', { busy: [] }]]);
    const { people } = toSlotRequest({ series, from: '2026-11-30', calendars, holidays: {} });
    expect(people[0]?.busy).toEqual([
      { from: at('2026-12-24T08:15Z'), until: at('2026-12-24T18:15Z'), status: 'oof' },
    ]);
  });

  test('RH4 closed days are holidays without the days the site works, and the days of the company', () => {
    const site = aSite('madrid', { closedDays: ['2026-12-24'], openDays: ['2026-12-07'] });
    expect(closedDaysOf(site, ['2026-12-08', '2026-12-07', '2026-12-24'])).toEqual(
      ['2026-12-08', '2026-12-24'].sort(),
    );
    expect(closedDaysOf(site, ['2026-12-08', '2026-12-07'])).toEqual(['2026-12-08', '2026-12-24']);
  });

  test('RH4 a stand-in of another area stands in for nobody', () => {
    const series = aSeries({
      areas: [anArea('marketing'), anArea('sales')],
      people: [
        aMember('m01', 'marketing', { role: 'key' }),
        aMember('s02', 'sales', { standsInFor: 'm01' }),
        aMember('m02', 'marketing', { standsInFor: 'm01' }),
      ],
    });
    const { people } = toSlotRequest({ series, from: '2026-11-30', calendars: new Map(), holidays: {} });
    expect(people.map(({ standsInFor }) => standsInFor)).toEqual([undefined, undefined, 'm01']);
  });

  test('RH5 a weekly series of 25 needs 25 weeks, a monthly one of 5 five months and nine days', () => {
    expect(plannedDays({ kind: 'weekly', every: 1, times: 25 }, '2026-11-30')).toEqual({
      from: '2026-11-30',
      until: '2027-05-24',
    });
    expect(plannedDays({ kind: 'monthly', every: 1, times: 5 }, '2026-11-30').until).toBe('2027-05-09');
  });

  test('RH5 from whatever day, every monthly pattern has room for all its dates', () => {
    const DAY = 86_400_000;
    for (let first = Date.UTC(2026, 10, 30); first < Date.UTC(2028, 2, 1); first += DAY) {
      const from = new Date(first).toISOString().slice(0, 10);
      const until = Date.parse(plannedDays({ kind: 'monthly', every: 1, times: 6 }, from).until);
      const room = new Map<string, number>();
      for (let day = first; day < until; day += DAY) {
        const date = new Date(day);
        const weekday = date.getUTCDay();
        const nth = Math.ceil(date.getUTCDate() / 7);
        const isLast = new Date(day + 7 * DAY).getUTCMonth() !== date.getUTCMonth();
        for (const name of [`${weekday}/${nth}`, ...(isLast ? [`${weekday}/last`] : [])])
          room.set(name, (room.get(name) ?? 0) + 1);
      }
      const few = [...room].filter(([name, times]) => times < 6 && !name.endsWith('/5'));
      expect([from, ...few]).toEqual([from]);
    }
  });
});
