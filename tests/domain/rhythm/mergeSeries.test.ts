import fc from 'fast-check';
import { mergeSeries } from '../../../src/domain/rhythm/mergeSeries';
import type { Series } from '../../../src/domain/rhythm/series';
import { type BalanceAgreement, FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import type { BalanceMode } from '../../../src/domain/balance/types';
import { aMember, anAgreement, anArea, anySeries, aSeries, aSite } from '../../support/aSeries';

const changeMember = (series: Series, id: string, change: object): Series => ({
  ...series,
  people: series.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
});
const changeArea = (series: Series, id: string, change: object): Series => ({
  ...series,
  areas: series.areas.map((area) => (area.id === id ? { ...area, ...change } : area)),
});
const without = (series: Series, id: string): Series => ({
  ...series,
  people: series.people.filter((person) => person.id !== id),
});
const merge = (mine: Series, theirs: Series) => mergeSeries(aSeries(), mine, theirs);

test('MS1 what only one side changed is kept from that side, in any list and any field', () => {
  const mine = changeMember({ ...aSeries(), minutes: 40 }, 'm02', { role: 'informed' });
  const theirs = changeArea(
    changeMember({ ...aSeries(), title: 'Otra' }, 'm02', { site: 'bogota' }),
    'sales',
    { quorum: 2 },
  );
  const { series, conflicts } = merge(mine, theirs);
  expect(conflicts).toEqual([]);
  expect(series).toMatchObject({ minutes: 40, title: 'Otra' });
  expect(series.people[1]).toMatchObject({ role: 'informed', site: 'bogota' });
  expect(series.areas[1]).toMatchObject({ quorum: 2 });
});

test('MS1 a field that one side left out stays out', () => {
  const { standsInFor: _, ...alone } = aSeries().people[1]!;
  const mine = {
    ...aSeries(),
    people: aSeries().people.map((person) => (person.id === 'm02' ? alone : person)),
  };
  const { series } = merge(mine, changeMember(aSeries(), 'm02', { role: 'key' }));
  expect(series.people[1]).toEqual({ ...alone, role: 'key' });
});

test('MS2 what both changed differently is theirs and reported; changed alike it is neither', () => {
  const both = merge({ ...aSeries(), minutes: 40, every: 2 }, { ...aSeries(), minutes: 45, every: 2 });
  expect(both.series).toMatchObject({ minutes: 45, every: 2 });
  expect(both.conflicts).toEqual([['minutes']]);
  const member = merge(
    changeMember(aSeries(), 's01', { role: 'optional' }),
    changeMember(aSeries(), 's01', { role: 'informed' }),
  );
  expect(member.conflicts).toEqual([['people', 's01', 'role']]);
  expect(member.series.people[2]?.role).toBe('informed');
});

test('MS3 people that each side added are both there; the same person added twice is there once', () => {
  const mine = {
    ...aSeries(),
    people: [...aSeries().people, aMember('m03', 'marketing'), aMember('x', 'sales')],
  };
  const theirs = {
    ...aSeries(),
    people: [...aSeries().people, aMember('s03', 'sales'), aMember('x', 'sales', { role: 'key' })],
  };
  const { series, conflicts } = merge(mine, theirs);
  expect(series.people.map(({ id }) => id).sort()).toEqual(['m01', 'm02', 'm03', 's01', 's02', 's03', 'x']);
  expect(conflicts).toEqual([['people', 'x', 'role']]);
});

test('MS3 who one side removed is gone, also when the other side changed somebody else', () => {
  const { series, conflicts } = merge(
    without(aSeries(), 's02'),
    changeMember(aSeries(), 's01', { role: 'optional' }),
  );
  expect(series.people.map(({ id }) => id)).toEqual(['m01', 'm02', 's01']);
  expect(conflicts).toEqual([]);
});

test.each([
  ['mine', 0],
  ['theirs', 1],
])('MS4 an entry removed by one side and changed by the other stays: removed by %s', (_, at) => {
  const sides = [without(aSeries(), 's02'), changeMember(aSeries(), 's02', { role: 'key' })];
  if (at === 1) sides.reverse();
  const { series, conflicts } = merge(sides[0]!, sides[1]!);
  expect(series.people.find(({ id }) => id === 's02')?.role).toBe('key');
  expect(conflicts).toEqual([['people', 's02']]);
});

test('MS5 days, pauses and protected times merge one by one', () => {
  const window = (weekday: number) => ({ weekday, from: '10:00', until: '12:00', label: '' });
  const base = aSeries({
    areas: [anArea('marketing', { protectedTimes: [window(1), window(2)] })],
    people: [],
    sites: [
      aSite('madrid', { closedDays: ['2026-12-24'], halfDays: [{ date: '2026-12-31', until: '14:00' }] }),
    ],
  });
  const mine = {
    ...changeArea(base, 'marketing', { protectedTimes: [window(1)] }),
    pauses: [...base.pauses, { from: '2027-08-01', until: '2027-09-01', label: 'Agosto' }],
    sites: [
      aSite('madrid', {
        closedDays: ['2026-12-24', '2026-12-31'],
        halfDays: [{ date: '2026-12-31', until: '13:00' }],
      }),
    ],
  };
  const theirs = {
    ...changeArea(base, 'marketing', { protectedTimes: [window(1), window(2), window(3)] }),
    pauses: [],
    sites: [
      aSite('madrid', {
        closedDays: ['2026-12-24', '2027-01-05'],
        halfDays: [{ date: '2026-12-31', until: '15:00' }],
      }),
    ],
  };
  const { series, conflicts } = mergeSeries(base, mine, theirs);
  expect(series.areas[0]?.protectedTimes.map(({ weekday }) => weekday)).toEqual([1, 3]);
  expect(series.pauses.map(({ label }) => label)).toEqual(['Agosto']);
  expect(series.sites[0]?.closedDays).toEqual(['2026-12-24', '2026-12-31', '2027-01-05']);
  expect(conflicts).toEqual([['sites', 'madrid', 'halfDays', '2026-12-31', 'until']]);
});

test('MS5 a calendar series that gets its id meanwhile is still the same one, and moves chosen on both sides are all there', () => {
  const link = { organiser: 'm01', starts: [1000, 2000, 3000], alternatives: [] };
  const base = aSeries({ chain: [link] });
  const move = (original: number) => ({ original, start: original + 5, state: 'chosen' as const });
  const mine = { ...base, chain: [{ ...link, eventId: 'AAA', alternatives: [move(2000)] }] };
  const theirs = { ...base, chain: [{ ...link, alternatives: [move(3000)] }] };
  const { series, conflicts } = mergeSeries(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(series.chain).toEqual([{ ...link, eventId: 'AAA', alternatives: [move(2000), move(3000)] }]);
});

test('MS6 an area or site that one side removed while the other put somebody there comes back, reported', () => {
  const base = aSeries({ people: [aMember('m01', 'marketing')] });
  const mine = { ...base, areas: [anArea('marketing')], sites: [aSite('madrid')] };
  const theirs = { ...base, people: [...base.people, aMember('s01', 'sales', { site: 'bogota' })] };
  const { series, conflicts } = mergeSeries(base, mine, theirs);
  expect(series.areas.map(({ id }) => id)).toEqual(['marketing', 'sales']);
  expect(series.sites.map(({ id }) => id)).toEqual(['madrid', 'bogota']);
  expect(conflicts).toEqual([
    ['areas', 'sales'],
    ['sites', 'bogota'],
  ]);
});

test('MS6 a stand-in for somebody whom the other side removed stands in no more, reported', () => {
  const base = aSeries({ people: [aMember('m01', 'marketing'), aMember('m02', 'marketing')] });
  const mine = changeMember(base, 'm02', { standsInFor: 'm01' });
  const { series, conflicts } = mergeSeries(base, mine, without(base, 'm01'));
  expect(series.people).toEqual([aMember('m02', 'marketing')]);
  expect(conflicts).toEqual([['people', 'm02', 'standsInFor']]);
});

describe('MS1 for any edits', () => {
  test('MS1 with one side untouched the other is the answer; both alike need no merging', () => {
    fc.assert(
      fc.property(anySeries, anySeries, (base, edit) => {
        expect(mergeSeries(base, edit, base)).toEqual({ series: edit, conflicts: [] });
        expect(mergeSeries(base, base, edit)).toEqual({ series: edit, conflicts: [] });
        expect(mergeSeries(base, edit, edit)).toEqual({ series: edit, conflicts: [] });
      }),
    );
  });

  test('MS2 both sides find the same conflicts, and without any the same series but for the order of lists', () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map((one) => JSON.stringify(sorted(one))).sort()
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort()
                .map(([key, one]) => [key, sorted(one)]),
            )
          : value;
    fc.assert(
      fc.property(anySeries, anySeries, anySeries, (base, mine, theirs) => {
        const one = mergeSeries(base, mine, theirs);
        const other = mergeSeries(base, theirs, mine);
        expect(one.conflicts.length === 0).toBe(other.conflicts.length === 0);
        if (one.conflicts.length === 0) expect(sorted(one.series)).toEqual(sorted(other.series));
      }),
    );
  });

  test('MS6 everybody has an area and a site, nothing is in a list twice', () => {
    fc.assert(
      fc.property(anySeries, anySeries, anySeries, (base, mine, theirs) => {
        const { series } = mergeSeries(base, mine, theirs);
        for (const list of [series.areas, series.sites, series.people]) {
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        }
        for (const person of series.people) {
          expect(series.areas.map(({ id }) => id)).toContain(person.area);
          expect(series.sites.map(({ id }) => id)).toContain(person.site);
        }
      }),
    );
  });

  test('MS3 nobody whom a side added is lost', () => {
    fc.assert(
      fc.property(anySeries, anySeries, anySeries, (base, mine, theirs) => {
        const had = base.people.map(({ id }) => id);
        const added = [...mine.people, ...theirs.people]
          .map(({ id }) => id)
          .filter((id) => !had.includes(id));
        const merged = mergeSeries(base, mine, theirs).series.people.map(({ id }) => id);
        for (const id of added) expect(merged).toContain(id);
      }),
    );
  });
});

test('MS1 edits of different series are a bug, not a merge', () => {
  expect(() => mergeSeries(aSeries(), aSeries({ id: 'other' }), aSeries())).toThrow('different series');
});

describe('MS7 how measuring was agreed', () => {
  const with_ = (balance: BalanceMode, change: Partial<BalanceAgreement> = {}) =>
    aSeries({ followUp: { ...FOLLOW_UP, balance, agreement: anAgreement(change) } });
  const base = with_('areas');
  const { asked, people, names } = anAgreement();
  const merged = (mine: Series, theirs: Series) => {
    const { series, conflicts } = mergeSeries(base, mine, theirs);
    return { followUp: series.followUp!, conflicts };
  };

  test('MS7 people, names and yeses of both sides are there', () => {
    const { followUp, conflicts } = merged(
      with_('areas', {
        people: { ...people, m01: 'shown' },
        names: { 'Sala 3': { kind: 'shared' } },
        asked: { ...asked!, yes: ['m01', 's02'] },
      }),
      with_('areas', {
        people: { m02: 'shown' },
        names: { ...names, 'Speaker 1': { kind: 'nobody' } },
        asked: { ...asked!, yes: ['m01', 's01'] },
      }),
    );
    expect(conflicts).toEqual([]);
    expect(followUp.agreement).toEqual(
      anAgreement({
        people: { m02: 'shown', m01: 'shown' },
        names: { 'Sala 3': { kind: 'shared' }, 'Speaker 1': { kind: 'nobody' } },
        asked: { ...asked!, yes: ['m01', 's02', 's01'] },
      }),
    );
  });

  test.each([
    ['mine', 0],
    ['theirs', 1],
  ])('MS7 the less that is measured stands, whoever said it: %s', (_, at) => {
    const sides = [
      with_('off', { since: 5, people: { ...people, m02: 'declined' } }),
      with_('persons', { since: 9, people: { s01: 'declined' } }),
    ];
    sides[1] = {
      ...sides[1]!,
      followUp: {
        ...sides[1]!.followUp!,
        agreement: anAgreement({ since: 9, people: { s01: 'shown', m02: 'shown' } }),
      },
    };
    if (at === 1) sides.reverse();
    const { followUp, conflicts } = merged(sides[0]!, sides[1]!);
    expect(conflicts).toEqual([]);
    expect(followUp.balance).toBe('off');
    expect(followUp.agreement?.since).toBe(9);
    expect(followUp.agreement?.people['m02']).toBe('declined');
  });

  test('MS7 whoever declines on one device and is shown on another one is not counted', () => {
    const { followUp, conflicts } = merged(
      with_('areas', { people: { s01: 'declined', m02: 'shown', s02: 'declined' } }),
      with_('areas', { people: { s01: 'declined', m02: 'shown', s02: 'shown' } }),
    );
    expect([followUp.agreement?.people['s02'], conflicts]).toEqual(['declined', []]);
  });

  test('MS7 what is asked is not asked any more once a yes brought it into force', () => {
    const { asked: _, ...answered } = anAgreement({ since: Date.UTC(2026, 10, 3) });
    const inForce = aSeries({ followUp: { ...FOLLOW_UP, balance: 'persons', agreement: answered } });
    for (const [mine, theirs] of [
      [inForce, with_('areas', { asked: { ...asked!, yes: ['m01', 'm02'] } })],
      [with_('areas', { asked: { ...asked!, yes: ['m01', 'm02'] } }), inForce],
    ] as const)
      expect(merged(mine, theirs).followUp).toEqual(inForce.followUp);
  });
});
