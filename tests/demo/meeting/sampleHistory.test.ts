// EM34 and EM35: src/demo/graph/SPEC.md
import path from 'node:path';
import { companyFromCalendars } from '../../../src/demo/calendars/companyFromCalendars';
import type { SampleMeeting, SampleMeetingOptions } from '../../../src/demo/meeting/sampleMeeting';
import { createSampleMeeting } from '../../../src/demo/meeting/sampleMeeting';
import { meetingDoor } from '../../../src/demo/meeting/meetingHttp';
import { leftOver } from '../../../src/domain/meeting/carryOver';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { healthOf } from '../../../src/domain/rhythm/health';
import { proposalsFor } from '../../../src/domain/rhythm/proposing';
import type { Series } from '../../../src/domain/rhythm/series';
import { sessionsOf } from '../../../src/domain/rhythm/sessions';
import { boardTasks } from '../../../src/domain/tasks/boardTasks';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { NEVER } from '../../contracts/outcome';
import { sampleCompany, SAMPLE_SEED } from '../../../src/demo/company/sampleCompany';
import { ALL_SCOPES, type Bed, openBed } from '../graph/bed';
import { LOG, schemaCheck } from '../graph/schemaCheck';
import { valuesOf } from '../graph/teamsBed';
import { answerOf } from './doorAnswer';

/** Tuesday, 1 December, 17:15 in Madrid, three hours before. */
const START = Date.UTC(2026, 11, 1, 16, 15);
const NOW = START - 3 * 3_600_000;

type Opened = {
  readonly bed: Bed;
  readonly made: SampleMeeting;
  readonly weekly: Series;
  readonly monthly: Series;
  readonly records: readonly MeetingRecord[];
};

async function open(change: Partial<SampleMeetingOptions> = {}, more: Parameters<typeof openBed>[0] = {}) {
  const bed = await openBed({ log: LOG, ...more });
  bed.clock.now = NOW;
  const { company, emulator, clock } = bed;
  const tenant = { company, emulator, now: () => clock.now };
  const options = {
    start: START,
    language: 'es',
    adHoc: false,
    guest: true,
    history: true,
    ...change,
  } as const;
  const made = await createSampleMeeting(tenant, options);
  return { bed, made };
}

/** As the product reads it, in the name of the other head. */
async function read(change: Partial<SampleMeetingOptions> = {}): Promise<Opened> {
  const { bed, made } = await open(change);
  const scopes = [...ALL_SCOPES, 'Files.ReadWrite.All', 'Tasks.ReadWrite'];
  const { homes, records, archives } = createMicrosoft365({
    graph: bed.base,
    identity: bed.identity('s01', scopes),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    homeSite: bed.company.team?.siteId ?? '',
  });
  const listed = await homes[0]?.list(NEVER);
  expect(listed?.unreadable).toEqual([]);
  const series = (id: string | null) => {
    const found = listed?.series.find((one) => one.series.id === id);
    if (found === undefined) throw new Error('there is no such series');
    return found.series;
  };
  const files = (await records[0]?.list(made.series ?? '', NEVER)) ?? [];
  const kept: MeetingRecord[] = [];
  for (const file of files) kept.push((await records[0]?.read(file, NEVER))?.record as MeetingRecord);
  const digests = await archives[0]?.digests(made.series ?? '', () => undefined, NEVER);
  expect(digests?.aside).toEqual([]);
  expect(digests?.summary.files).toHaveLength(9);
  return { bed, made, weekly: series(made.series), monthly: series(made.monthly), records: kept };
}

describe('EM34 a meeting to try that has run for twelve weeks', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await read();
  });
  afterAll(() => opened.bed.close());

  test('EM34 nine sessions held, one skipped, two in a pause, four to come', () => {
    const { weekly, records } = opened;
    const sessions = sessionsOf(weekly, records.map(digestOf), NOW);
    expect(sessions.map(({ state }) => state[0]).join('')).toBe('hhhshhpphhhhcccc');
    expect(sessions[12]?.original).toBe(START);
    expect(sessions.map(({ original }) => new Date(original).getUTCHours())).toEqual([
      ...Array.from({ length: 7 }, () => 15),
      ...Array.from({ length: 9 }, () => 16),
    ]);
    expect(weekly.followUp?.monthly).toBe(opened.made.monthly);
  });

  test('EM34 the figures of the sheet', () => {
    const { weekly, records } = opened;
    const sessions = sessionsOf(weekly, records.map(digestOf), NOW);
    const health = healthOf(weekly, sessions);
    expect(health).toMatchObject({
      held: 9,
      skipped: 1,
      paused: 2,
      startedOnTime: { is: 8, of: 9 },
      endedOnTime: { is: 8, of: 9 },
      quorum: { is: 8, of: 9 },
      promises: { marketing: { is: 5, of: 7 }, sales: { is: 7, of: 11 } },
      balance: { measured: 6, estimated: 3 },
      pulse: { worth: { is: 11, of: 15 }, said: { is: 9, of: 15 } },
    });
    const { marketing = 0, sales = 0 } = health.balance?.areas ?? {};
    expect(Math.round((100 * marketing) / (marketing + sales))).toBe(56);
    expect(proposalsFor(weekly, sessions, NOW).map(({ kind }) => kind)).toEqual(['renewal']);
  });

  test('EM34 talk as it was agreed: in areas, six times from a transcript, with its course under the agenda', () => {
    const { weekly, records, bed } = opened;
    expect(weekly.followUp).toMatchObject({
      balance: 'areas',
      agreement: { people: { [bed.person('s07').id]: 'declined' }, nudge: true },
    });
    expect(weekly.followUp?.agreement?.since).toBeLessThan(Math.min(...records.map(({ start }) => start)));
    expect(records.map(({ talk }) => talk?.source[0]).join('')).toBe('mmemmemme');
    for (const { talk, startedAt, endedAt, items } of records) {
      const { areas, fair, picture, off } = talk!;
      expect(off === undefined).toBe(talk?.source === 'estimate');
      expect(Object.values(fair ?? {}).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
      for (const [area, sum] of Object.entries(areas)) {
        const steps = picture?.areas[area] ?? [];
        expect(steps.reduce((total, one) => total + one, 0)).toBe(sum);
        expect(Math.max(...steps)).toBeLessThanOrEqual(60_000);
      }
      expect(picture?.start).toBe(startedAt);
      for (const { item, from } of picture?.items ?? []) {
        expect(items.map(({ id }) => id)).toContain(item);
        expect(from).toBeLessThan(endedAt);
      }
    }
    // Nobody's id stands anywhere in it.
    const kept = JSON.stringify(records.map(({ talk }) => talk));
    for (const { id } of bed.company.people) expect(kept).not.toContain(id);
  });

  test('EM34 the story: problems, decisions, and what opens the next session', () => {
    const { records, bed } = opened;
    const [last] = records;
    expect(last?.problems.map(({ title, readings, goal }) => [title, readings.at(-1)?.value, goal])).toEqual([
      ['Leads de feria sin llamar', 21, 0],
      ['No hay acuerdo sobre qué es un lead aceptado', undefined, undefined],
      ['Precio de Gota 3 en Colombia', undefined, undefined],
      ['La web de México no pide el tamaño de la finca', 55, 80],
      ['Casos de éxito sin permiso del cliente', 2, 6],
    ]);
    const decisions = records.flatMap((record) => record.decisions);
    expect(decisions).toHaveLength(4);
    expect(decisions.filter(({ replacedBy }) => replacedBy !== undefined).map(({ id }) => id)).toEqual([
      'd3',
    ]);
    const left = leftOver(records, null);
    expect(left.tasks.map(({ id, carried }) => `${id} ${carried}`)).toEqual([
      ...['t1 1', 't2 2', 't3 3', 't4 1', 't5 1', 't6 1', 't7 3', 't8 1'],
    ]);
    expect(left.tasks.find(({ id }) => id === 't8')?.doneBy).toBe(bed.person('g01').id);
  });

  test('EM34 seven tasks in the team’s plan as people left them, and one that waits', async () => {
    const { bed, records, weekly } = opened;
    const scopes = [...ALL_SCOPES, 'Files.ReadWrite.All', 'Tasks.ReadWrite'];
    const { board } = createMicrosoft365({
      graph: bed.base,
      identity: bed.identity('s01', scopes),
      clock: { now: () => bed.clock.now },
      random: () => 0,
      fetch: (url, init) => fetch(url, init),
      homeSite: bed.company.team?.siteId ?? '',
    });
    const plan = await board.plan(NEVER);
    const planned = await board.list(plan ?? '', () => undefined, NEVER);
    expect(planned).toHaveLength(7);
    const tasks = boardTasks({
      digests: records.map(digestOf),
      planned: new Map(planned.map((task) => [task.id, task])),
      hasPlan: true,
      series: weekly,
      today: '2026-12-01',
    }).filter(({ id }) => !id.startsWith('past'));
    expect(tasks.map((task) => [task.id, task.state, task.in, task.late])).toEqual([
      ['t1', 'inProgress', 'plan', false],
      ['t2', 'notStarted', 'plan', true],
      ['t3', 'notStarted', 'plan', true],
      ['t4', 'notStarted', 'plan', false],
      ['t5', 'notStarted', 'waiting', false],
      ['t6', 'done', 'plan', false],
      ['t7', 'inProgress', 'plan', false],
      ['t8', 'inProgress', 'plan', false],
    ]);
    expect(tasks.filter(({ mustDecide }) => mustDecide).map(({ id }) => id)).toEqual(['t3']);
    expect(tasks.every(({ area }) => area !== '')).toBe(true);
  });

  test('EM34 the monthly series of the other head, ahead of us', () => {
    const { monthly, bed } = opened;
    expect(monthly).toMatchObject({
      kind: 'monthly',
      minutes: 50,
      title: 'Mensual de dirección de Marketing y Ventas',
    });
    const [link] = monthly.chain;
    expect(link?.organiser).toBe(bed.person('s01').id);
    // Third Mondays at 17:00 in Madrid, over the change of the clock.
    expect(link?.starts.map((start) => new Date(start).toISOString().slice(0, 16))).toEqual([
      ...['2026-12-21T16:00', '2027-01-18T16:00', '2027-02-15T16:00', '2027-03-15T16:00', '2027-04-19T15:00'],
    ]);
    expect(monthly.people.filter(({ role }) => role === 'key')).toHaveLength(4);
  });
});

test('EM34 whoever comes has nothing else at that time, also where calendars are full', async () => {
  const company = sampleCompany({ today: '2026-12-01', seed: SAMPLE_SEED });
  const window = { from: START, until: START + 35 * 60_000 };
  const full = company.people.filter(({ items }) =>
    items.some(({ from, until }) => from < window.until && until > window.from),
  );
  expect(full.map(({ key }) => key)).toEqual(expect.arrayContaining(['irene', 'bruno', 'rodrigo']));
  const { bed } = await open({}, { company });
  for (const short of ['m01', 'm02', 'm04', 'm07', 's01', 's02', 's05', 's07']) {
    const where = '/me/calendarView?startDateTime=2026-12-01T16:15:00Z&endDateTime=2026-12-01T16:50:00Z';
    const { body } = await bed.call(short, 'GET', `${where}&$top=50&$select=subject,showAs`);
    const busy = valuesOf(body).filter(({ showAs }) => showAs !== 'free');
    expect(busy.map(({ subject }) => subject)).toEqual(['Semanal de Marketing y Ventas']);
  }
  await bed.close();
});

test('EM34 in English too, and beside a second one', async () => {
  const { bed, records, weekly } = await read({ language: 'en', guest: false });
  expect(records[0]?.problems[0]?.title).toBe('Leads from the fair that nobody called');
  expect(weekly).toMatchObject({ language: 'en', title: 'Marketing and Sales Weekly' });
  const { company, emulator } = bed;
  const tenant = { company, emulator, now: () => NOW };
  const again = { start: START, language: 'es', adHoc: false, guest: false, history: true } as const;
  expect((await createSampleMeeting(tenant, again)).series).not.toBe(weekly.id);
  await bed.close();
});

test('EM34 a company of own calendars has the same past, without a plan where it has no team', async () => {
  const folder = path.resolve(__dirname, '../ics/company');
  const company = companyFromCalendars(folder, { today: '2026-11-23' });
  const { bed, made } = await open({}, { company });
  expect([made.series, made.monthly]).toEqual([expect.any(String), expect.any(String)]);
  await bed.close();
});

test('EM35 notices are read at a door of the demo, by its own pages only', async () => {
  const bed = await openBed({ log: LOG });
  const { company, emulator, clock } = bed;
  const door = meetingDoor({ company, emulator, now: () => clock.now });
  const [irene, rodrigo] = [bed.person('m01'), bed.person('s01')];
  emulator.notices.add({
    from: rodrigo.id,
    to: irene.id,
    kind: 'asked',
    preview: 'Saltar la sesión',
    parameters: { series: 'Semanal' },
    place: 'chat',
  });
  const [told, other, nobody, foreign] = await answerOf(door, [
    { path: '/demo/notices?person=irene' },
    { path: '/demo/notices?person=rodrigo' },
    { path: '/demo/notices?person=none' },
    { path: '/demo/notices?person=irene', headers: { origin: 'https://evil.example' } },
  ]);
  expect(told).toMatchObject({ status: 200, body: [{ kind: 'asked', preview: 'Saltar la sesión' }] });
  expect(other).toEqual({ status: 200, body: [] });
  expect([nobody?.status, foreign?.status]).toEqual([404, 403]);
  const bad = await answerOf(door, [
    { path: '/demo/meeting', body: { history: 'long' } },
    { path: '/demo/meeting', body: { history: true, adHoc: true } },
  ]);
  expect(bad.map(({ status }) => status)).toEqual([400, 400]);
  await bed.close();
});

schemaCheck();
