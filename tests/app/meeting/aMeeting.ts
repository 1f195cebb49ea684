import { createMeetingDesk } from '../../../src/app/meeting/createMeetingDesk';
import type { MeetingPorts } from '../../../src/app/meeting/meetingPorts';
import type { MeetingScreen, MeetingView } from '../../../src/app/meeting/meetingView';
import type { MeetingWording } from '../../../src/app/ports/meetingWording';
import type { Occurrence } from '../../../src/app/ports/meetings';
import type { Connection } from '../../../src/app/ports/room';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import type { CalendarSeries, Series } from '../../../src/domain/rhythm/series';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { aLink, aMember, aSeries } from '../../support/aSeries';
import { fakeDirectory } from '../../support/fakes/fakeDirectory';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import {
  anAbout,
  aPlaceMember,
  FAKE_CHAT,
  FAKE_JOIN_URL,
  fakeMeetings,
} from '../../support/fakes/fakeMeetings';
import { fakeRecords } from '../../support/fakes/fakeRecords';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { fakeTaskStore, type FakePlans } from '../../support/fakes/fakeTaskStore';
import { testBoard } from './testBoard';
import { testReach } from './testReach';
import { testRooms } from './testRooms';
import { settle, testTime } from './testTime';

export const MINUTE = 60_000;
/** Tuesday, 1 December, 17:15 in Madrid. */
export const START = Date.UTC(2026, 11, 1, 16, 15);
export const CHAT = { kind: 'chat', chat: FAKE_CHAT } as const;
export const CHANNEL = { kind: 'channel', team: 't', channel: '19:c@thread.tacv2', message: '1' } as const;

export const PEOPLE = [
  aMember('m01', 'marketing', { name: 'Irene Valcárcel', role: 'key' }),
  aMember('m02', 'marketing', { name: 'Hugo Santos', standsInFor: 'm01' }),
  aMember('s01', 'sales', { name: 'Rodrigo Beltrán', role: 'key', site: 'bogota' }),
  aMember('s02', 'sales', { name: 'Hugo Lledó' }),
  aMember('x@out.example', 'sales', { name: 'Vera Out', mail: 'x@out.example', outsider: true }),
  aMember('m09', 'marketing', { name: 'Nuria Informe', role: 'informed' }),
];

/** "Name: text @day" is a task, "idea: text" and "acordado: text" what they say; the product's own stands in locale. */
const wording: MeetingWording = {
  language: 'es',
  tabName: 'Cadencia',
  template: (kind) => agendaTemplate(kind, 'es'),
  toDecide: (what, more, deciders) => `Decidir: ${what} +${more} (${deciders.join(', ')})`,
  review: (language, open) => ({
    title: `Pendiente (${language})`,
    lines: open.map(({ text, owner, due }) => [owner, text, due].join(' · ')),
  }),
  taskNote: (problem, doneBy) => [problem, doneBy ?? ''].join('|'),
  minutes: (record, outside) =>
    [outside ? 'fuera' : 'dentro', ...record.tasks.map(({ text }) => text)].join('\n'),
  minutesSubject: ({ about }) => `Acta: ${about.title}`,
  understand(line, people) {
    const [, name = '', text = '', due] = /^([^:]*): ([^@]*?)(?: @(\S+))?$/.exec(line) ?? [];
    if (name === 'idea' || name === '') return { kind: 'idea', text: text === '' ? line : text };
    if (name === 'acordado') return { kind: 'decision', text };
    const owner = people.find((one) => one.name.startsWith(name))?.id;
    return {
      kind: 'task',
      draft: { text, ...(owner !== undefined && { owner }), ...(due !== undefined && { due }) },
    };
  },
};

export type Told = {
  readonly me?: string;
  readonly connection?: Connection;
  /** What this machine's clock is behind the server's. */
  readonly skew?: number;
  readonly ports?: Partial<MeetingPorts>;
  /** My copy of the invitation; null for somebody who has none. */
  readonly occurrence?: Partial<Occurrence> | null;
  readonly plans?: FakePlans;
};

/** One occurrence of a weekly meeting, in memory; `open` opens a panel of somebody on it. */
export function aMeeting(
  now = START - 2 * MINUTE,
  link: Partial<CalendarSeries> = { joinUrl: FAKE_JOIN_URL },
  change: Partial<Series> = {},
) {
  const time = testTime(now);
  const folder = fakeFolder();
  const series = aSeries({
    people: PEOPLE,
    chain: [aLink({ ...link, starts: [START] })],
    ...change,
  });
  folder.put(`series-${series.id}.json`, writeSeriesFile(series));
  const home = fakeSeriesHome(folder);
  const records = fakeRecords();
  const rooms = testRooms(() => time.now());
  const plans: FakePlans = { plan: 'plan-1', tasks: [] };
  const faults: unknown[] = [];
  const planned = testBoard();
  const reached = testReach();
  /** What the one device of these tests has told. */
  const heard = new Set<string>();
  const bodies: [event: string, html: string][] = [];
  const members = PEOPLE.filter(({ role }) => role !== 'informed').map(({ id, name, mail, outsider }) =>
    aPlaceMember(outsider === true ? 'x01' : id, { name, mail, outsider: outsider === true }),
  );
  const occurrence: Partial<Occurrence> = {
    time: { from: START, until: START + 35 * MINUTE },
    original: START,
    bodyHtml: agendaToHtml(agendaTemplate('weekly', 'es')),
    place: 'Sala Encina',
    attendees: members
      .filter(({ id }) => id !== 'm01')
      .map(({ mail, name, id }) => ({
        mail,
        name,
        type: id === 's01' ? 'required' : 'optional',
        answer: id === 's02' ? 'declined' : 'accepted',
      })),
  };
  let id = 0;
  const open = (told: Told = {}) => {
    const { me = 'm01', skew = 0 } = told;
    const device = rooms.device(skew, told.connection);
    const mine = PEOPLE.find((one) => one.id === me) ?? { name: 'Vera Out', mail: 'x@out.example' };
    const calendar =
      told.occurrence === null ? [] : [{ ...occurrence, isOrganiser: me === 'm01', ...told.occurrence }];
    const meetings = fakeMeetings(anAbout({ organiser: 'm01', members }), calendar);
    const tasks = fakeTaskStore(() => time.now(), me, told.plans ?? plans);
    const identity = fakeIdentity();
    const host = fakeMeetingHost({ place: CHAT });
    const ports: MeetingPorts = {
      host,
      identity,
      directory: fakeDirectory({ me: { id: me, name: mine.name, mail: mine.mail }, people: [] }),
      meetings,
      rooms: device.rooms,
      homes: [home],
      records: [records],
      tasks,
      board: planned.board,
      calendar: {
        mergeBody: async (id, merge) =>
          void bodies.push([id, merge(told.occurrence?.bodyHtml ?? occurrence.bodyHtml ?? '')]),
      },
      reach: async () => reached,
      balanceCap: 'persons',
      told: { has: async (what) => heard.has(what), add: async (what) => void heard.add(what) },
      clock: { now: () => time.now() - skew },
      ids: { next: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}` },
      wording,
      machineZone: 'Europe/Madrid',
      after: time.after,
      report: (fault) => void faults.push(fault),
      ...told.ports,
    };
    const desk = createMeetingDesk(ports);
    const screen = (): MeetingScreen => {
      const view: MeetingView = desk.view.get();
      if (view.screen !== 'meeting') throw new Error(`${JSON.stringify(view)} shown`);
      return view;
    };
    return { desk, screen, device, host, meetings, tasks, identity, running: () => runningOf(screen()) };
  };
  return {
    time,
    home,
    folder,
    series,
    records,
    rooms,
    plans,
    planned,
    reached,
    bodies,
    heard,
    faults,
    /** Opens a panel, and waits until nothing moves any more. */
    async open(told: Told = {}) {
      const opened = open(told);
      await settle();
      return opened;
    },
    /** Opens the organiser's panel and starts the meeting in time. */
    async started(told: Told = {}) {
      const opened = await this.open(told);
      await time.pass(START - time.now());
      opened.desk.command({ kind: 'start' });
      await settle();
      return opened;
    },
  };
}

export type AMeeting = ReturnType<typeof aMeeting>;
export type Panel = Awaited<ReturnType<AMeeting['open']>>;

function runningOf({ running }: MeetingScreen) {
  if (running === null) throw new Error('no agenda');
  return running;
}

/** Types a line and saves it. */
export function capture({ desk }: Panel, line: string): void {
  desk.capture.type(line);
  desk.capture.save();
}
