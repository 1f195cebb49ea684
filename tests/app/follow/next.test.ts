// FN1 to FN9: src/app/SPEC.md
import { loadNext, nextView } from '../../../src/app/follow/next';
import { settingsCommands } from '../../../src/app/follow/settings';
import type { Follow } from '../../../src/app/follow/followState';
import type { Series } from '../../../src/domain/rhythm/series';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { PortFailure } from '../../../src/app/ports/failure';
import { aRecord } from '../../support/aRecord';
import { aLink, aMember, anArea, aSite } from '../../support/aSeries';
import { fakeCalendar, type FakeMailbox } from '../../support/fakes/fakeCalendar';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { settle } from '../meeting/testTime';
import { aTeam, aWeekly, MINUTE, PEOPLE, START, WEEK } from './aFollow';
import { eventually } from '../../support/eventually';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = START - 3 * HOUR;
const STARTS = Array.from({ length: 12 }, (_, at) => START + at * WEEK);
const at = (nth: number): number => STARTS[nth] ?? 0;
const link = {
  eventId: 'event-1',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
  minutes: 35,
  starts: STARTS,
};
const weekly = (change: Partial<Series> = {}) => aWeekly({ pauses: [], chain: [aLink(link)], ...change });
const mailOf = (id: string) => `${id}@valdeolmo.example`;
const busyAt = (...starts: readonly number[]): FakeMailbox => ({
  busy: starts.map((from) => ({ from, until: from + 35 * MINUTE, status: 'busy' })),
});
/** Something else, which lies over the session and is not the session itself. */
const taken = (...starts: readonly number[]): FakeMailbox => ({
  busy: starts.map((from) => ({ from: from - 15 * MINUTE, until: from + 30 * MINUTE, status: 'busy' })),
});
const calendars = (own: Readonly<Record<string, FakeMailbox>> = {}) =>
  fakeCalendar(
    Object.fromEntries(PEOPLE.map(({ id, mail }) => [mail, own[id] ?? { busy: [] }])),
    mailOf('m01'),
  );
/** Nothing was held before, and somebody has looked. */
const read = (series: Series) => ({
  archives: { [series.id]: { summary: { series: series.id, files: [] }, aside: [], at: 0 } },
});
const viewIn = ({ state }: Follow) => nextView(state.get());

/** A tab whose next session was looked at, over these calendars and holidays. */
async function looked(
  own: Readonly<Record<string, FakeMailbox>> = {},
  series = weekly(),
  days: Parameters<typeof fakeHolidays>[0] = {},
) {
  const calendar = calendars(own);
  const { follow } = await aTeam(NOW, [series]).follow('m01', { calendar, holidays: fakeHolidays(days) });
  await loadNext(follow);
  return { follow, calendar, view: () => viewIn(follow) };
}

test('FN1 the session that comes is told with its other clocks, its chair and its meeting', async () => {
  const people = [...PEOPLE, aMember('s07', 'sales', { site: 'bogota' })];
  const series = weekly({ people });
  const { follow } = await aTeam(NOW, [series]).follow('s01', {}, read(series));
  expect(viewIn(follow)).toEqual({
    original: START,
    start: START,
    minutes: 35,
    cities: [{ city: 'Bogotá', zone: 'America/Bogota' }],
    forecast: null,
    chair: { id: 'm01', name: 'Irene Valcárcel' },
    link: link.joinUrl,
    mayPrepare: false,
    breaks: [],
    looked: 0,
  });
});

test('FN1 by turns nobody is named while the records are unread: only they tell whose turn it is', async () => {
  const { follow } = await aTeam(NOW, [weekly()]).follow('m01');
  expect(viewIn(follow)).toMatchObject({ chair: null, mayPrepare: false });
});

test('FN1 whoever chairs may prepare; after its last session nothing comes', async () => {
  const team = aTeam(NOW, [
    weekly({ followUp: { ...FOLLOW_UP, chairing: { kind: 'person', person: 's01' } } }),
  ]);
  const { follow } = await team.follow('s01');
  expect(viewIn(follow)).toMatchObject({ chair: { id: 's01' }, mayPrepare: true });
  team.time.set(at(11) + DAY);
  follow.change({});
  expect(viewIn(follow)).toBeNull();
});

test('FN1 the one after is next as soon as the present one has its record', async () => {
  const { follow } = await aTeam(START + 40 * MINUTE, [weekly()]).follow();
  expect(viewIn(follow)?.original).toBe(START);
  const record = aRecord({ start: START, planned: { start: START, minutes: 35 }, chair: 'm01' });
  const file = { id: 'r1', eTag: '1', name: 'r1.json', digest: digestOf(record) };
  const id = follow.state.get().chosen ?? '';
  follow.change({ archives: { [id]: { summary: { series: id, files: [file] }, aside: [], at: 0 } } });
  expect(viewIn(follow)).toMatchObject({ original: at(1), chair: { id: 's01' } });
});

test('FN2 who can come is counted by area; somebody whose calendar is unknown is not counted as coming', async () => {
  const { view } = await looked({ s02: taken(START), m02: 'failed' });
  expect(view()?.forecast).toEqual({
    held: true,
    areas: [
      { area: 'marketing', can: 1, of: 2 },
      { area: 'sales', can: 1, of: 2 },
    ],
  });
  expect(view()?.breaks).toEqual([]);
});

test('FN2 a stand-in is enough for a key person, and nobody for nobody', async () => {
  const standIn = await looked({ m01: taken(START) });
  expect(standIn.view()?.forecast?.held).toBe(true);
  const none = await looked({ s01: taken(START) });
  expect(none.view()?.forecast).toMatchObject({ held: false, areas: [{ can: 2 }, { can: 1 }] });
  expect(none.view()?.breaks).toMatchObject([
    { original: START, why: 'people', missing: ['Rodrigo Beltrán'] },
  ]);
});

test('FN2 where nobody’s calendar tells anything, nothing is said', async () => {
  const failed = Object.fromEntries(PEOPLE.map(({ id }) => [id, 'failed' as const]));
  expect((await looked(failed)).view()).toMatchObject({ forecast: null, breaks: [] });
});

test('FN3 a holiday is told with its countries, and with the best other time of the week', async () => {
  const { view } = await looked({ s02: taken(at(1) + DAY) }, weekly(), {
    ES: [{ date: '2026-12-08', name: 'Inmaculada' }],
  });
  const [first, ...others] = view()?.breaks ?? [];
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    original: at(1),
    start: at(1),
    why: 'holiday',
    countries: ['ES'],
    label: 'Inmaculada',
    alternative: { can: 4, of: 4 },
    asked: false,
  });
  const other = first?.alternative?.start ?? 0;
  expect(other).toBeGreaterThan(Date.UTC(2026, 11, 6, 23));
  expect(other).toBeLessThan(Date.UTC(2026, 11, 13, 23));
});

test('FN3 a protected period names itself where its own area lacks people; a holiday of one who would not matter does not', async () => {
  const areas = [
    anArea('marketing'),
    anArea('sales', {
      quorum: 2,
      protectedPeriods: [{ from: '2026-12-14', until: '2026-12-19', label: 'cierre' }],
    }),
  ];
  const sites = [aSite('madrid'), aSite('bogota', { city: 'Bogotá', zone: 'America/Bogota', country: 'CO' })];
  const people = PEOPLE.map((one) => (one.id === 'm02' ? { ...one, site: 'bogota' } : one));
  const { view } = await looked({ s02: taken(at(1), at(2)) }, weekly({ areas, sites, people }), {
    CO: [{ date: '2026-12-08', name: 'Inmaculada' }],
  });
  expect(view()?.breaks.map(({ why, label, countries }) => [why, label, countries])).toEqual([
    ['people', '', []],
    ['protected', 'cierre', []],
  ]);
});

test('FN4 six sessions cost one question over six weeks, and the series’ own events are no obstacle', async () => {
  const own = Object.fromEntries(PEOPLE.map(({ id }) => [id, busyAt(...STARTS)]));
  const { view, calendar } = await looked(own);
  expect(view()).toMatchObject({ looked: 6, forecast: { held: true }, breaks: [] });
  expect(calendar.asked).toHaveLength(1);
  const [window] = calendar.asked;
  expect((window?.until ?? 0) - (window?.from ?? 0)).toBeLessThanOrEqual(42 * DAY);
});

test('FN4 a week that is nearly over has no other time, and today is none either', async () => {
  const friday = Date.UTC(2026, 11, 4, 16);
  const chain = [aLink({ ...link, starts: [friday] })];
  const day: FakeMailbox = {
    busy: [{ from: Date.UTC(2026, 11, 4, 14), until: Date.UTC(2026, 11, 4, 17), status: 'busy' }],
  };
  const calendar = calendars({ s01: day });
  const { follow } = await aTeam(friday - 4 * HOUR, [weekly({ chain })]).follow('m01', { calendar });
  await loadNext(follow);
  expect(viewIn(follow)?.breaks).toMatchObject([{ why: 'people', alternative: null }]);
});

test('FN4 a date that somebody typed for a far year makes no endless question', async () => {
  const far = Date.UTC(9000, 0, 5, 16);
  const { calendar, view } = await looked({}, weekly({ chain: [aLink({ ...link, starts: [START, far] })] }));
  expect(calendar.asked.every(({ until }) => until < START + 400 * DAY)).toBe(true);
  expect(view()?.looked).toBe(1);
});

test('FN5 who may not read calendars sees no forecast and no failure; a service that is away is told', async () => {
  for (const kind of ['denied', 'offline'] as const) {
    const calendar = calendars();
    const { follow } = await aTeam(NOW, [weekly()]).follow('m01', { calendar });
    calendar.failNext({ kind });
    const told = await loadNext(follow).catch((error: unknown) => error);
    expect(told instanceof PortFailure ? told.failure.kind : 'none').toBe(kind === 'denied' ? 'none' : kind);
    expect(viewIn(follow)?.forecast).toBeNull();
  }
});

test('FN6 a newer reading takes the place of an older one', async () => {
  const calendar = calendars({ s01: taken(START) });
  const { follow } = await aTeam(NOW, [weekly()]).follow('m01', { calendar });
  let release = () => undefined as void;
  calendar.holdSchedules(new Promise((resolve) => (release = resolve)));
  const older = loadNext(follow).catch((error: unknown) => error);
  calendar.holdSchedules(Promise.resolve());
  calendar.mailboxes.set(mailOf('s01'), { busy: [] });
  await loadNext(follow);
  release();
  expect(await older).toBeInstanceOf(PortFailure);
  expect(viewIn(follow)?.forecast?.held).toBe(true);
});

test('FN7 a break that somebody asked about says so, and one that was moved, or has begun, is none any more', async () => {
  const { follow, view } = await looked({ s01: taken(at(1), at(2)) });
  const [found] = follow.state.get().all;
  if (found === undefined) throw new Error('no series');
  const { series } = found;
  const change = { kind: 'skip', original: at(2) } as const;
  const [own = aLink()] = series.chain;
  follow.change({
    all: [
      {
        ...found,
        series: {
          ...series,
          chain: [{ ...own, alternatives: [{ original: at(1), start: at(1) + DAY, state: 'applied' }] }],
          followUp: { ...FOLLOW_UP, asks: [{ id: 'a1', by: 's01', at: NOW, change }] },
        },
      },
    ],
  });
  expect(view()?.breaks.map(({ original, asked }) => [original, asked])).toEqual([[at(2), true]]);
  follow.change({ at: at(2) });
  expect(view()?.breaks).toEqual([]);
});

test('FN8 a monthly meeting finds its other time in the same month', async () => {
  const third = [Date.UTC(2026, 11, 21, 16), Date.UTC(2027, 0, 18, 16)];
  const series = weekly({ kind: 'monthly', chain: [aLink({ ...link, starts: third })] });
  const { view } = await looked(
    { s01: { busy: [{ from: Date.UTC(2026, 11, 14), until: Date.UTC(2026, 11, 25), status: 'oof' }] } },
    series,
  );
  const [first] = view()?.breaks ?? [];
  expect(first?.original).toBe(third[0]);
  expect(new Date(first?.alternative?.start ?? 0).toISOString()).toMatch(/^2026-12-(0|1[0-3]|2[5-9]|3)/);
});

test('FN9 another minimum is counted as soon as somebody sets it, by one reading for several edits', async () => {
  const calendar = calendars({ s02: taken(START) });
  const team = aTeam(NOW, [weekly()]);
  const { follow } = await team.follow('m01', { calendar });
  await loadNext(follow);
  expect(viewIn(follow)?.forecast?.held).toBe(true);
  const { area, series } = settingsCommands(follow);
  area('sales', { quorum: 2 });
  area('marketing', { quorum: 2 });
  series({ title: 'La de los martes' });
  await settle();
  await settle();
  expect(calendar.asked).toHaveLength(1);
  await team.time.pass(MINUTE);
  await eventually(() => viewIn(follow)?.forecast?.held === false);
  expect(viewIn(follow)?.forecast?.held).toBe(false);
  expect(calendar.asked).toHaveLength(2);
  series({ title: 'Otra vez' });
  await settle();
  await team.time.pass(MINUTE);
  expect(calendar.asked).toHaveLength(2);
});

test('FN9 a reading that fails after an edit is told, and not repeated by itself', async () => {
  const calendar = calendars();
  const team = aTeam(NOW, [weekly()]);
  const { follow } = await team.follow('m01', { calendar });
  await loadNext(follow);
  settingsCommands(follow).area('sales', { quorum: 2 });
  await settle();
  calendar.failNext({ kind: 'offline' });
  await team.time.pass(MINUTE);
  await team.time.pass(MINUTE);
  expect(follow.state.get().notice).toMatchObject({ kind: 'failed', during: 'search', again: true });
  expect(calendar.asked).toHaveLength(2);
  follow.end();
});
