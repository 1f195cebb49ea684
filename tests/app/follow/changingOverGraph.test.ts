// FC and FE over the product's own Graph, on the demo tenant's Graph over HTTP, which is told to fail.
import { afterSessionOf } from '../../../src/app/follow/afterSession';
import { readArchive } from '../../../src/app/follow/archives';
import { changeCost } from '../../../src/app/follow/changing';
import { endOld, takeOver } from '../../../src/app/follow/changingSeries';
import type { FollowPorts } from '../../../src/app/follow/followPorts';
import { chosenIn, createFollow, digestsIn, type Follow } from '../../../src/app/follow/followState';
import { notifyAsked } from '../../../src/app/follow/noticing';
import { prepare, tellAfterSession } from '../../../src/app/follow/reaching';
import { keepSeries } from '../../../src/app/follow/settings';
import { taskCommands } from '../../../src/app/follow/tasks';
import { FOLLOW_UP, type RhythmChange } from '../../../src/domain/rhythm/followUp';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { agendaFromHtml, agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { sumOf } from '../../../src/domain/agenda/edit';
import { createSampleMeeting, type SampleMeeting } from '../../../src/demo/meeting/sampleMeeting';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowWording } from '../../../src/locale/follow/followWording';
import { failureOf, NEVER } from '../../contracts/outcome';
import { ALL_SCOPES, type Bed, type Json, openBed } from '../../demo/graph/bed';
import { LOG, schemaCheck } from '../../demo/graph/schemaCheck';
import { live, TEAMS_SCOPES, valuesOf } from '../../demo/graph/teamsBed';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { fakeSlotSearch } from '../../support/fakes/fakeSlotSearch';
import { fakeTabHost } from '../../support/fakes/fakeTabHost';
import { doChange } from './aRhythm';
import { eventually } from '../../support/eventually';

const SCOPES = [...ALL_SCOPES, ...TEAMS_SCOPES, 'TeamsActivity.Send'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
/** Tuesday, 1 December, 17:15 in Madrid. */
const START = Date.UTC(2026, 11, 1, 16, 15);
const at = (nth: number) => START + nth * WEEK;
const wording = createFollowWording(createLocale('es-ES'), { agendaTemplate, agendaToHtml });

let bed: Bed;
let made: SampleMeeting;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  bed.clock.now = START - 3 * 60 * MINUTE;
  const { company, emulator, clock } = bed;
  const options = { start: START, language: 'es', adHoc: false, guest: false, history: true } as const;
  made = await createSampleMeeting({ company, emulator, now: () => clock.now }, options);
});
afterEach(() => bed.close());

/** Somebody's tab of the weekly, its records read. */
async function tabOf(short: string): Promise<Follow> {
  const identity = bed.identity(short, SCOPES);
  const ports: FollowPorts = {
    ...createMicrosoft365({
      graph: bed.base,
      identity,
      clock: { now: () => bed.clock.now },
      random: () => 0,
      fetch: (url, init) => fetch(url, init),
      homeSite: bed.company.team?.siteId ?? '',
    }),
    host: fakeTabHost({ channel: undefined }),
    identity,
    search: fakeSlotSearch(),
    holidays: fakeHolidays({}),
    clock: { now: () => bed.clock.now },
    ids: { next: () => '00000000-0000-4000-8000-000000000001' },
    wording,
    balanceCap: 'persons',
    machineZone: 'Europe/Madrid',
    after: () => () => undefined,
    report(fault) {
      throw fault;
    },
  };
  const follow = createFollow(ports);
  const listed = await ports.homes[0]?.list(NEVER);
  const { id, name, mail } = bed.person(short);
  follow.change({
    screen: 'series',
    me: { id, name, mail },
    all: (listed?.series ?? []).map((stored) => ({ ...stored, home: 0 })),
    chosen: made.series,
  });
  await readArchive(follow, made.series ?? '');
  return follow;
}
const seriesOf = (follow: Follow) => chosenIn(follow.state.get()).series;
const mails = (id = made.eventId, who = 'm01') => bed.emulator.mails(bed.person(who).id, id);
/** Sessions ahead in somebody's own calendar, whoever's series they are of: start and minutes. */
async function calendarOf(short: string) {
  const window = `startDateTime=${new Date(START - DAY).toISOString()}&endDateTime=2027-04-01T00:00:00Z`;
  const { body } = await live(bed, short, 'GET', `/me/calendarView?${window}&$top=900`);
  const instant = (one: Json, which: string) =>
    Date.parse(`${String((one[which] as Json)['dateTime']).slice(0, 19)}Z`);
  return valuesOf(body)
    .filter(({ subject }) => subject === 'Semanal de Marketing y Ventas')
    .map((one) => [instant(one, 'start'), (instant(one, 'end') - instant(one, 'start')) / MINUTE]);
}

test('FC1 FC2 FC3 FC10 single sessions and another length, in everybody’s calendar, at the cost that was told', async () => {
  const follow = await tabOf('m01');
  const cost = async (change: RhythmChange) => {
    const before = mails();
    const told = changeCost(seriesOf(follow), change, bed.clock.now);
    await doChange(follow, change);
    expect([7, mails() - before]).toEqual([told.mails, told.each]);
  };
  await cost({ kind: 'move', original: at(1), start: at(1) + DAY });
  await cost({ kind: 'skip', original: at(2) });
  await cost({ kind: 'move', original: at(3), start: at(3), minutes: 15 });
  const now = [
    [at(0), 35],
    [at(1) + DAY, 35],
    [at(3), 15],
  ];
  expect(await calendarOf('s05')).toEqual(now);
  await cost({ kind: 'shorten', minutes: 25 });
  expect(await calendarOf('s05')).toEqual(now.map(([start, minutes = 0]) => [start, Math.min(25, minutes)]));
  const { body } = await live(bed, 'm01', 'GET', `/me/events/${encodeURIComponent(made.eventId)}`);
  const html = String((body['body'] as Json)['content']);
  expect(sumOf(agendaFromHtml(html)?.items ?? [])).toBe(25);
  expect(html).toContain('meetup-join');
  expect(body['isOnlineMeeting']).toBe(true);
});

test('FC4 fewer people leave the calendar of those who get the minutes from now on', async () => {
  const follow = await tabOf('m01');
  await doChange(follow, { kind: 'fewer', people: [bed.person('s05').id] });
  expect(await calendarOf('s05')).toEqual([]);
  expect(await calendarOf('s07')).toHaveLength(4);
});

const GO_ON: RhythmChange = {
  kind: 'goOn',
  why: 'renewal',
  plan: { every: 1, times: 6, weekday: 3, time: '16:30', from: '2026-12-16' },
};
const FROM = Date.UTC(2026, 11, 16, 15, 30);

test('FC5 FC6 FC7 it goes on through a lost answer and a full service, once', async () => {
  const follow = await tabOf('m01');
  await doChange(follow, { kind: 'move', original: at(1), start: at(1) + DAY });
  bed.emulator.faults.add({ kind: 'lost', when: 'after', method: 'POST', path: '^/me/events$', times: 1 });
  bed.emulator.faults.add({
    kind: 'status',
    status: 429,
    retryAfter: '600',
    method: 'PATCH',
    path: '^/me/events/',
    times: 1,
  });
  expect(await failureOf(doChange(follow, GO_ON))).toEqual({ kind: 'throttled', retryAfterMs: 600_000 });
  expect(seriesOf(follow).chain.map(({ toEnd }) => toEnd)).toEqual(['2026-12-16', undefined]);
  const both = await calendarOf('s01');
  expect(both).toHaveLength(4 + 6);

  const later = await tabOf('m01');
  await endOld(later);
  await doChange(later, GO_ON);
  const expected = [
    ...[at(0), at(1) + DAY, at(2)].map((start) => [start, 35]),
    ...[0, 1, 2, 3, 4, 5].map((nth) => [FROM + nth * WEEK, 35]),
  ];
  expect(await calendarOf('s01')).toEqual(expected);
  expect(seriesOf(await tabOf('s01')).chain).toMatchObject([
    {},
    { starts: expected.slice(3).map(([start]) => start) },
  ]);
});

test('FC8 FE4 a series is handed over: it stands once in everybody’s calendar afterwards', async () => {
  const follow = await tabOf('m01');
  bed.emulator.apps.install(made.chat);
  const heir = bed.person('s01').id;
  await doChange(follow, { kind: 'handOver', to: heir });
  expect(bed.emulator.notices.of(heir)).toMatchObject([
    {
      kind: 'handedOver',
      preview: `${bed.person('m01').name} te pasa «Semanal de Marketing y Ventas»: abre su pestaña para seguir`,
    },
  ]);
  const rodrigo = await tabOf('s01');
  await takeOver(rodrigo);
  expect(await calendarOf('s07')).toHaveLength(8);
  await endOld(await tabOf('m01'));
  expect(await calendarOf('s07')).toEqual([0, 1, 2, 3].map((nth) => [at(nth), 35]));
  expect(await calendarOf('m01')).toEqual([0, 1, 2, 3].map((nth) => [at(nth), 35]));
  expect(seriesOf(await tabOf('m01'))).toMatchObject({
    chain: [{ organiser: bed.person('m01').id }, { organiser: heir }],
    followUp: { handedOver: [{ ended: true }] },
  });
});

test('FE1 FE2 FE3 FE5 message, preparation and notice, once each', async () => {
  const follow = await tabOf('m01');
  bed.emulator.apps.install(made.chat);
  const told = afterSessionOf({
    series: seriesOf(follow),
    digests: digestsIn(follow.state.get()),
    planned: null,
    now: bed.clock.now,
  });
  await tellAfterSession(follow.ports, told, { kind: 'chat', chat: made.chat });
  const { body } = await live(bed, 's01', 'GET', `/chats/${encodeURIComponent(made.chat)}/messages`);
  const [said, ...more] = valuesOf(body).map((one) => String((one['body'] as Json)['content']));
  expect(more).toEqual([]);
  expect(said).toContain('Próxima sesión: mar 1 dic, 17:15 (Bogotá 11:15)');
  expect(said).toContain('Llamar a los 21 restantes');
  // Of an internal problem.
  expect(said).not.toContain('Tabla de precios');

  await keepSeries(follow, (series) => ({
    ...series,
    followUp: {
      ...(series.followUp ?? FOLLOW_UP),
      chairing: { kind: 'organiser' },
      asks: [
        { id: 'a1', by: bed.person('s01').id, at: START - DAY, change: { kind: 'skip', original: at(1) } },
      ],
    },
  }));
  await prepare(follow);
  await prepare(follow);
  const { body: events } = await live(
    bed,
    'm01',
    'GET',
    `/me/events?$filter=subject eq 'Preparar: Semanal de Marketing y Ventas'`,
  );
  expect(valuesOf(events)).toMatchObject([{ showAs: 'free', attendees: [] }]);

  const [ask] = seriesOf(follow).followUp?.asks ?? [];
  if (ask === undefined) throw new Error('nothing was asked');
  await notifyAsked(await tabOf('s01'), ask);
  await notifyAsked(await tabOf('s01'), ask);
  expect(bed.emulator.notices.of(bed.person('m01').id).map(({ preview }) => preview)).toEqual([
    `${bed.person('s01').name} propone saltar la sesión del mar 8 dic`,
  ]);
});

test('FE4 whoever is given a task gets a notice', async () => {
  const follow = await tabOf('m01');
  bed.emulator.apps.install(made.chat);
  const sergio = bed.person('s05').id;
  taskCommands(follow).change('t5', { owner: sergio });
  await eventually(() => bed.emulator.notices.of(sergio).length > 0);
  expect(bed.emulator.notices.of(sergio)).toMatchObject([
    {
      kind: 'taskForYou',
      preview: `${bed.person('m01').name} te da una tarea: Página de producto con precios`,
    },
  ]);
});

schemaCheck();
