import type { FollowPorts } from '../../../src/app/follow/followPorts';
import {
  createFollow,
  type Follow,
  type FollowState,
  type FoundSeries,
} from '../../../src/app/follow/followState';
import { cancellable } from '../../../src/app/cancel';
import { PortFailure } from '../../../src/app/ports/failure';
import type { FollowWording } from '../../../src/app/ports/followWording';
import type { MeetingRecord } from '../../../src/domain/meeting/record';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import type { Series } from '../../../src/domain/rhythm/series';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { aRecord } from '../../support/aRecord';
import { aLink, aMember, aSeries } from '../../support/aSeries';
import { fakeCalendar } from '../../support/fakes/fakeCalendar';
import { fakeDirectory } from '../../support/fakes/fakeDirectory';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakePlanBoard } from '../../support/fakes/fakePlanBoard';
import { fakeRecords } from '../../support/fakes/fakeRecords';
import { fakeSeriesArchive } from '../../support/fakes/fakeSeriesArchive';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { fakeSlotSearch } from '../../support/fakes/fakeSlotSearch';
import { fakeTabHost } from '../../support/fakes/fakeTabHost';
import { fakeTaskStore, type FakePlans } from '../../support/fakes/fakeTaskStore';
import { testTime } from '../meeting/testTime';

export const MINUTE = 60_000;
export const WEEK = 7 * 24 * 60 * MINUTE;
/** Tuesday, 1 December, 17:15 in Madrid. */
export const START = Date.UTC(2026, 11, 1, 16, 15);

export const PEOPLE = [
  aMember('m01', 'marketing', { name: 'Irene Valcárcel', role: 'key' }),
  aMember('m02', 'marketing', { name: 'Hugo Santamarta', standsInFor: 'm01' }),
  aMember('s01', 'sales', { name: 'Rodrigo Beltrán', role: 'key' }),
  aMember('s02', 'sales', { name: 'Sergio Manrique' }),
];

/** Ten sessions from eight weeks before START to one week after it, the organiser is Irene. */
export const aWeekly = (change: Partial<Series> = {}): Series =>
  aSeries({
    people: PEOPLE,
    times: 10,
    chain: [
      aLink({
        eventId: 'event-1',
        joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
        minutes: 35,
        starts: Array.from({ length: 10 }, (_, at) => START + (at - 8) * WEEK),
      }),
    ],
    ...change,
  });

/** Said plainly, so that a test reads what was said; the product's own stands in locale. */
const wording: FollowWording = {
  language: 'es',
  template: (kind, language) => agendaTemplate(kind, language),
  agendaHtml: (agenda) => agendaToHtml(agenda),
  afterSession: ({ promises, next }) =>
    [next?.start ?? 'none', ...promises.map(({ text, owner, due }) => `${text}|${owner}|${due}`)].join('\n'),
  prepareEntry: ({ title }) => ({ subject: `Preparar: ${title}`, html: '' }),
  notice: (kind, { by, what }) => ({ kind, preview: `${by}: ${what}`, parameters: {} }),
  cancelled: ({ title }) => `cancelada: ${title}`,
  asked: (_, { kind }) => kind,
  measures: (mode) => `measures ${mode}`,
  measuring: (mode) => `measuring ${mode}`,
  taskNote: (problem, doneBy) => [problem, doneBy ?? ''].join('|'),
};

/** A port that a test has not brought: every call fails as a service that is away. */
const away = <T extends object>(): T =>
  new Proxy({} as T, {
    get: (_, name) =>
      name === 'then' ? undefined : () => Promise.reject(new PortFailure({ kind: 'unavailable' })),
  });

/** What several people's tabs stand over: the files of the site, the plan of the team, a clock. */
export function aTeam(now = START - 3 * 60 * MINUTE, series: readonly Series[] = [aWeekly()]) {
  const time = testTime(now);
  const folder = fakeFolder();
  for (const one of series) folder.put(`series-${one.id}.json`, writeSeriesFile(one));
  const home = fakeSeriesHome(folder);
  const records = fakeRecords();
  const plans: FakePlans = { plan: 'plan-1', tasks: [] };
  const faults: unknown[] = [];
  let id = 0;
  const portsOf = (me: string, ports: Partial<FollowPorts> = {}) => {
    const mine = PEOPLE.find((one) => one.id === me) ?? { name: 'Nadie', mail: 'nadie@valdeolmo.example' };
    const host = fakeTabHost();
    const made: FollowPorts = {
      host,
      identity: fakeIdentity(),
      directory: fakeDirectory({ me: { id: me, name: mine.name, mail: mine.mail }, people: [] }),
      calendar: fakeCalendar(Object.fromEntries(PEOPLE.map(({ mail }) => [mail, { busy: [] }])), mine.mail),
      seriesCalendar: away(),
      search: fakeSlotSearch(),
      holidays: fakeHolidays({}),
      homes: [home],
      records: [records],
      archives: [fakeSeriesArchive(records.folder)],
      tasks: fakeTaskStore(() => time.now(), me, plans),
      board: fakePlanBoard(plans, me),
      announcing: away(),
      ownTalk: away(),
      balanceCap: 'persons',
      clock: { now: () => time.now() },
      ids: { next: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}` },
      wording,
      machineZone: 'Europe/Madrid',
      after: time.after,
      report: (fault) => void faults.push(fault),
      ...ports,
    };
    return { host, ports: made };
  };
  return {
    time,
    folder,
    home,
    records,
    plans,
    faults,
    portsOf,
    /** The session that many weeks before START was held, and this is its record. */
    held: (weeks: number, change: Partial<MeetingRecord> = {}) => {
      const start = START - weeks * WEEK;
      const seriesId = series[0]?.id ?? '';
      return records.create(
        aRecord({
          series: seriesId,
          start,
          planned: { start, minutes: 35 },
          startedAt: start,
          endedAt: start + 35 * MINUTE,
          ...change,
        }),
        cancellable(),
      );
    },
    /** A tab of somebody whose series are read already, without the desk around it: for the parts. */
    async follow(me = 'm01', ports: Partial<FollowPorts> = {}, change: Partial<FollowState> = {}) {
      const made = portsOf(me, ports);
      const follow: Follow = createFollow(made.ports);
      const listed = await home.list(cancellable());
      const all: FoundSeries[] = listed.series.map((stored) => ({ ...stored, home: 0 }));
      const { name, mail } = PEOPLE.find((one) => one.id === me) ?? { name: '', mail: '' };
      follow.change({
        screen: 'series',
        me: { id: me, name, mail },
        all,
        chosen: all[0]?.series.id ?? null,
        ...change,
      });
      return { ...made, follow, now: () => follow.state.get() };
    },
  };
}
