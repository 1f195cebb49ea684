// FE1 to FE6: src/app/SPEC.md
import { afterSessionOf } from '../../../src/app/follow/afterSession';
import { chatOf, meetingLinkOf } from '../../../src/app/follow/meetingChat';
import { notifyAsked, notifyTask } from '../../../src/app/follow/noticing';
import { enterPrepare } from '../../../src/app/follow/preparing';
import { prepare, tellAfterSession } from '../../../src/app/follow/reaching';
import type { Ask } from '../../../src/domain/rhythm/followUp';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { Refusal } from '../../../src/domain/refusal';
import type { Task } from '../../../src/domain/meeting/captured';
import type { PlanTask } from '../../../src/domain/tasks/board';
import { instantOf } from '../../../src/domain/time/calendarDays';
import { failureOf } from '../../contracts/outcome';
import { aRecord } from '../../support/aRecord';
import { aLink, aSeries, aSite } from '../../support/aSeries';
import { fakeAnnouncing } from '../../support/fakes/fakeAnnouncing';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { fakeSeriesCalendar } from '../../support/fakes/fakeSeriesCalendar';
import { MINUTE, START } from './aFollow';
import { aRhythm, at, CHAT, DAY, JOIN } from './aRhythm';

const CHANNEL = { team: 'team-1', channel: '19:c@thread.tacv2' };
const aTask = (id: string, change: Partial<Task> = {}): Task => ({
  id,
  problem: 'p1',
  text: `Tarea ${id}`,
  owner: 's01',
  due: '2026-12-04',
  carried: 0,
  state: 'open',
  ...change,
});
const record = (tasks: readonly Task[], change: Parameters<typeof aRecord>[0] = {}) =>
  aRecord({
    start: at(0),
    planned: { start: at(0), minutes: 35 },
    startedAt: at(0),
    endedAt: at(0) + 35 * MINUTE,
    chair: 'm01',
    problems: [
      { id: 'p1', title: 'Leads', by: 's01', area: 'sales', readings: [] },
      { id: 'p2', title: 'Precio', by: 's01', area: 'sales', readings: [], internal: true },
    ],
    decisions: [],
    ideas: [],
    tasks,
    planner: {},
    ...change,
  });
const NOW = at(0) + 40 * MINUTE;

describe('FE1 what the message after a session tells', () => {
  test('FE1 the next one and its chair, what is promised by day, and the next break', async () => {
    const { kept } = await aRhythm({
      pauses: [{ from: '2026-12-21', until: '2027-01-07', label: 'Navidad' }],
    });
    const digests = [digestOf(record([aTask('t1', { due: '2026-12-10' }), aTask('t2')]))];
    const told = afterSessionOf({ series: kept(), digests, planned: null, now: NOW });
    expect(told).toMatchObject({
      next: { start: at(1), chair: 'Rodrigo Beltrán' },
      promises: [
        { text: 'Tarea t2', owner: 'Rodrigo Beltrán', due: '2026-12-04' },
        { text: 'Tarea t1', owner: 'Rodrigo Beltrán', due: '2026-12-10' },
      ],
      more: 0,
      breakAhead: { start: at(3), why: 'pause', label: 'Navidad' },
    });
  });

  test('FE1 nothing that is internal, done, taken away or deleted; so many, and how many more', async () => {
    const { kept } = await aRhythm({
      pauses: [],
      followUp: { ...FOLLOW_UP, marks: [{ original: at(1), as: 'skipped' }] },
    });
    const planTask = (id: string, percent: number): PlanTask => ({
      id,
      eTag: 'e',
      title: `Tarea ${id}`,
      owners: ['s01'],
      due: '2026-12-04',
      percent,
      createdAt: at(0),
      completedAt: null,
      categories: [],
    });
    const tasks = [
      aTask('secret', { internal: true }),
      aTask('price', { problem: 'p2' }),
      aTask('done', { state: 'done' }),
      aTask('monthly', { state: 'monthly' }),
      aTask('parts', { state: 'split' }),
      aTask('doneThere'),
      aTask('gone'),
      ...Array.from({ length: 10 }, (_, nth) => aTask(`open${nth}`, { owner: 'left' })),
    ];
    const planner = { doneThere: 'P1', gone: 'P2' };
    const planned = new Map([['P1', planTask('P1', 100)]]);
    const digests = [digestOf(record(tasks, { planner }))];
    const told = afterSessionOf({ series: kept(), digests, planned, now: NOW });
    expect(told.promises.map(({ text, owner }) => `${text} ${owner}`)).toEqual(
      Array.from({ length: 8 }, (_, nth) => `Tarea open${nth} …`),
    );
    expect(told.more).toBe(2);
    expect(told.next?.start).toBe(at(2));
    expect(told.breakAhead).toEqual({ start: at(1), why: 'skipped', label: '' });
  });

  test('FE1 a pause that is far away is no news, and without a session ahead there is none', async () => {
    const { kept } = await aRhythm({
      pauses: [{ from: '2027-01-25', until: '2027-03-01', label: 'Feria' }],
    });
    const told = (now: number) => afterSessionOf({ series: kept(), digests: [], planned: null, now });
    expect(told(NOW).breakAhead).toBeNull();
    expect(told(NOW + 21 * DAY).breakAhead).toMatchObject({ start: at(8), label: 'Feria' });
    expect(told(at(20)).next).toBeNull();
  });
});

describe('FE2 the message goes out where the meeting is', () => {
  test('FE2 at the end of a meeting into its chat or channel, unless the series has it switched off', async () => {
    const { kept, team } = await aRhythm();
    const { wording } = team.portsOf('m01').ports;
    const announcing = fakeAnnouncing();
    const told = afterSessionOf({ series: kept(), digests: [], planned: null, now: NOW });
    const ports = { announcing, wording };
    expect(await tellAfterSession(ports, told, { kind: 'chat', chat: CHAT })).toBe(true);
    expect(await tellAfterSession(ports, told, { kind: 'channel', ...CHANNEL })).toBe(true);
    expect(announcing.said).toEqual([{ chat: CHAT, html: `${at(1)}` }]);
    expect(announcing.posted).toEqual([{ channel: CHANNEL, html: `${at(1)}` }]);
    const reach = { ...FOLLOW_UP.reach, message: false };
    const off = { ...told, series: { ...told.series, followUp: { ...FOLLOW_UP, reach } } };
    expect(await tellAfterSession(ports, off, { kind: 'chat', chat: CHAT })).toBe(false);
    expect(announcing.said).toHaveLength(1);
  });

  test('FE2 a message that was refused is told, and not said again', async () => {
    const { announcing, kept, team } = await aRhythm();
    const { wording } = team.portsOf('m01').ports;
    const told = afterSessionOf({ series: kept(), digests: [], planned: null, now: NOW });
    announcing.failNext({ kind: 'throttled', retryAfterMs: 90_000 });
    const said = tellAfterSession({ announcing, wording }, told, { kind: 'chat', chat: CHAT });
    expect(await failureOf(said)).toMatchObject({ kind: 'throttled' });
    expect([announcing.said, announcing.posted]).toEqual([[], []]);
  });
});

test.each([
  [JOIN, CHAT],
  ['https://teams.example/l/meetup-join/19%3ameeting_Ym8%40thread.v2/0', CHAT],
  ['https://teams.example/meet/123', undefined],
  ['https://teams.example/l/meetup-join/%E0%A4%A/0', undefined],
  ['https://teams.example/l/meetup-join/..%2f..%2fusers/0', undefined],
])('FE4 the chat of %s', (joinUrl, chat) => {
  expect(chatOf(aSeries({ chain: [aLink({ joinUrl })] }))).toBe(chat);
});

describe('FE3 the preparation in my own calendar', () => {
  const entered = async (
    change: Parameters<typeof aSeries>[0],
    start: number,
    now = start - 10 * DAY,
    holidays: Parameters<typeof fakeHolidays>[0] = {},
  ) => {
    const { team } = await aRhythm();
    const seriesCalendar = fakeSeriesCalendar();
    const { wording } = team.portsOf('m01').ports;
    const ports = { seriesCalendar, wording, holidays: fakeHolidays(holidays) };
    const session = { original: start, start, minutes: 35 };
    const series = aSeries(change);
    await enterPrepare(ports, series, session, 'm01', now);
    await enterPrepare(ports, series, session, 'm01', now);
    return [...seriesCalendar.entries.entries()];
  };
  const madrid = (day: string, time: string) => instantOf(day, time, 'Europe/Madrid');

  test('FE3 on the working day before, once, by series and session', async () => {
    const [[key, entry] = [], ...more] = await entered({}, START);
    expect(more).toEqual([]);
    expect(key).toBe(`cadencia-prepare-${aSeries().id}-${START}`);
    expect(entry).toMatchObject({
      subject: 'Preparar: Semanal de Marketing y Ventas',
      time: { from: madrid('2026-11-30', '09:00'), until: madrid('2026-11-30', '09:15') },
      zone: 'Europe/Madrid',
    });
  });

  test('FE3 weekends, holidays and closed days are no working days; hours typed by hand count', async () => {
    const friday = await entered({}, madrid('2026-11-30', '17:15'));
    expect(friday[0]?.[1].time.from).toBe(madrid('2026-11-27', '09:00'));
    const wednesday = madrid('2026-12-09', '17:15');
    const holidays = { ES: [{ date: '2026-12-08', name: 'Inmaculada' }] };
    const sites = [aSite('madrid', { closedDays: ['2026-12-07'] })];
    const people = aSeries().people.filter(({ site }) => site === 'madrid');
    const before = await entered({ sites, people }, wednesday, undefined, holidays);
    expect(before[0]?.[1].time.from).toBe(madrid('2026-12-04', '09:00'));
    const open = [aSite('madrid', { openDays: ['2026-12-08'] })];
    const worked = await entered({ sites: open, people }, wednesday, undefined, holidays);
    expect(worked[0]?.[1].time.from).toBe(madrid('2026-12-08', '09:00'));
    const hours = [{ weekday: 3, from: '10:30', until: '14:00' }];
    const own = people.map((one) => (one.id === 'm01' ? { ...one, hours } : one));
    const typed = await entered({ people: own }, wednesday);
    expect(typed[0]?.[1].time.from).toBe(madrid('2026-12-02', '10:30'));
  });

  test('FE3 where that day is over, at the next quarter of an hour before the session', async () => {
    const soon = await entered({}, START, START - 95 * MINUTE);
    expect(soon[0]?.[1].time).toEqual({ from: START - 90 * MINUTE, until: START - 75 * MINUTE });
    const last = await entered({}, START, START - MINUTE);
    expect(last[0]?.[1].time.until).toBe(START);
  });

  test('FE3 by a press of whoever chairs next, and nobody else', async () => {
    const { irene, rodrigo, seriesCalendar } = await aRhythm();
    const { follow, now } = await irene();
    await prepare(follow);
    expect([...seriesCalendar.entries.keys()]).toEqual([`cadencia-prepare-${aSeries().id}-${at(0)}`]);
    expect(now().notice).toEqual({ kind: 'done', what: 'prepare' });
    const other = (await rodrigo()).follow;
    await expect(prepare(other)).rejects.toThrow(Refusal);
  });
});

const ask = (id: string, change: Partial<Ask> = {}): Ask => ({
  id,
  by: 's01',
  at: START - DAY,
  change: { kind: 'skip', original: at(1) },
  ...change,
});
const asked = (...asks: readonly Ask[]) => ({ followUp: { ...FOLLOW_UP, asks } });

describe('FE4 a notice to whoever is asked something', () => {
  test('FE4 reaches the organiser in the team, else in the meeting’s chat', async () => {
    const { rodrigo, announcing } = await aRhythm(asked(ask('a1')));
    await notifyAsked((await rodrigo()).follow, ask('a1'));
    expect(announcing.notified).toEqual([
      {
        where: { kind: 'chat', chat: CHAT },
        to: 'm01',
        notice: { kind: 'asked', preview: 'Rodrigo Beltrán: skip', parameters: {} },
      },
    ]);
    const inTeam = await aRhythm({ followUp: { ...FOLLOW_UP, channel: CHANNEL, asks: [ask('a1')] } });
    await notifyAsked((await inTeam.rodrigo()).follow, ask('a1'));
    expect(inTeam.announcing.notified[0]?.where).toEqual({ kind: 'team', team: 'team-1' });
  });

  test('FE4 not to oneself, not where it is switched off, not to somebody of no roster', async () => {
    const { irene, rodrigo, announcing } = await aRhythm(asked(ask('a1')));
    await notifyAsked((await irene()).follow, ask('a1'));
    const { follow } = await rodrigo();
    await notifyAsked(follow, ask('unknown'));
    await notifyTask(follow, aSeries().id, 'nobody', 'Llamar');
    const reach = { ...FOLLOW_UP.reach, notices: false };
    const off = await aRhythm({ followUp: { ...FOLLOW_UP, reach, asks: [ask('a1')] } });
    await notifyAsked((await off.rodrigo()).follow, ask('a1'));
    expect([announcing.notified, off.announcing.notified]).toEqual([[], []]);
  });
});

describe('FE5 one notice a day for a person', () => {
  test('FE5 from whichever device, and again the next day', async () => {
    const { rodrigo, announcing, kept, team } = await aRhythm(asked(ask('a1'), ask('a2')));
    await notifyAsked((await rodrigo()).follow, ask('a1'));
    expect(kept().followUp?.noticed).toEqual([{ person: 'm01', day: '2026-12-01' }]);
    await notifyAsked((await rodrigo()).follow, ask('a2'));
    expect(announcing.notified).toHaveLength(1);
    const other = await rodrigo();
    await notifyTask(other.follow, aSeries().id, 's02', 'Llamar');
    expect(announcing.notified.map(({ to }) => to)).toEqual(['m01', 's02']);
    await team.time.pass(DAY);
    await notifyAsked((await rodrigo()).follow, ask('a2'));
    expect(announcing.notified).toHaveLength(3);
    await team.time.pass(3 * DAY);
    await notifyAsked((await rodrigo()).follow, ask('a2'));
    expect(kept().followUp?.noticed).toEqual([{ person: 'm01', day: '2026-12-05' }]);
  });

  test('FE5 days that nobody has reached yet, typed into the file by hand, do not stay', async () => {
    const far = Array.from({ length: 500 }, (_, nth) => ({ person: `p${nth}`, day: '9998-01-01' }));
    const { followUp } = asked(ask('a1'));
    const { rodrigo, kept } = await aRhythm({ followUp: { ...followUp, noticed: far } });
    await notifyAsked((await rodrigo()).follow, ask('a1'));
    expect(kept().followUp?.noticed).toEqual([{ person: 'm01', day: '2026-12-01' }]);
  });

  test('FE5 of two who send at the same moment both may; the file keeps one', async () => {
    const { rodrigo, kept } = await aRhythm(asked(ask('a1')));
    const [one, other] = [await rodrigo(), await rodrigo()];
    await Promise.all([notifyAsked(one.follow, ask('a1')), notifyAsked(other.follow, ask('a1'))]);
    expect(kept().followUp?.noticed).toHaveLength(1);
  });
});

test('FE6 a notice that cannot be sent is no failure of what it is about', async () => {
  const { rodrigo, announcing, team } = await aRhythm(asked(ask('a1')));
  announcing.failNext({ kind: 'consent', tier: 'live' });
  await notifyAsked((await rodrigo()).follow, ask('a1'));
  const tab = await rodrigo();
  team.home.failNext({ kind: 'unavailable' });
  await notifyTask(tab.follow, aSeries().id, 's02', 'Llamar');
  expect(announcing.notified).toEqual([]);
});

test.each([
  ['https://teams.microsoft.com/l/meetup-join/19%3ameeting_Ym8%40thread.v2/0?context=x', true],
  ['https://gov.teams.microsoft.us/l/meetup-join/1', true],
  ['https://teams.cloud.microsoft/meet/123', true],
  ['https://teams.live.com/meet/123', true],
  ['http://teams.microsoft.com/l/meetup-join/1', false],
  ['https://teams.microsoft.com.evil.example/l/meetup-join/1', false],
  ['https://teams.microsoft.com@evil.example/l', false],
  ['https://teams.microsoft.com\\@evil.example/l', false],
  ['https://evil.example/teams.microsoft.com/', false],
  ['https://evilteams.microsoft.com/', false],
  ['javascript:alert(1)//https://teams.microsoft.com/', false],
])('FE7 an address in a file opens only meetings of Teams: %s', (joinUrl, opens) => {
  expect(meetingLinkOf(aLink({ joinUrl }))).toBe(opens ? joinUrl : null);
});
