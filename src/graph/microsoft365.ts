import type { AddInMemory } from '../app/ports/addInMemory';
import type { Announcing } from '../app/ports/announcing';
import type { Calendar } from '../app/ports/calendar';
import type { Clock } from '../app/ports/clock';
import type { Directory } from '../app/ports/directory';
import type { Identity } from '../app/ports/identity';
import type { Meetings } from '../app/ports/meetings';
import type { OwnTalkStore } from '../app/ports/ownTalk';
import type { PlanBoard } from '../app/ports/planBoard';
import type { Records } from '../app/ports/records';
import type { SeriesArchive } from '../app/ports/seriesArchive';
import type { SeriesCalendar } from '../app/ports/seriesCalendar';
import type { SeriesHome } from '../app/ports/seriesHome';
import type { TaskStore } from '../app/ports/taskStore';
import type { Transcripts } from '../app/ports/transcripts';
import type { ZoneName } from '../domain/time/types';
import { createAnnouncing } from './announcing/announcing';
import { createAddInMemory } from './calendar/addInMemory';
import { createCalendar } from './calendar/calendar';
import { createSeriesCalendar } from './calendar/seriesCalendar';
import { createGraph } from './client/graph';
import { realTiming } from './client/timing';
import type { Timing } from './client/timing';
import type { Fetch } from './client/transport';
import { createDirectory } from './directory/directory';
import { appFolder, siteFolder } from './home/place';
import { createSeriesHome } from './home/seriesHome';
import { createMeetings } from './meetings/meetings';
import { createOwnTalk } from './ownTalk';
import { createPlanBoard } from './planner/planBoard';
import { createTaskStore } from './planner/taskStore';
import { findTeam } from './planner/team';
import { createSeriesArchive } from './records/archive';
import { createRecords } from './records/records';
import { createTranscripts } from './transcripts/transcripts';

export type Microsoft365Options = {
  /** Base address of Graph, without a slash at the end. */
  readonly graph: string;
  readonly identity: Identity;
  readonly clock: Clock;
  /** 0 ≤ … < 1 */
  readonly random: () => number;
  readonly fetch: Fetch;
  /** The site that keeps the files of series. */
  readonly homeSite?: string;
  /** The group whose plan takes the tasks; without it the one to which the site belongs. */
  readonly team?: string;
  /** Our app's id in the organisation's catalogue, and the page of its tab; without either nobody adds the panel. */
  readonly teamsApp?: string;
  readonly tabAddress?: string;
  /** This machine's, where a mailbox names a zone that nobody knows; UTC without it. */
  readonly machineZone?: ZoneName;
  /** Tests bring a clock that jumps. */
  readonly timing?: Timing;
};

export type Microsoft365 = {
  readonly calendar: Calendar;
  readonly memory: AddInMemory;
  readonly seriesCalendar: SeriesCalendar;
  readonly announcing: Announcing;
  readonly directory: Directory;
  /** The most shared one first; the app folder always serves. */
  readonly homes: readonly SeriesHome[];
  readonly meetings: Meetings;
  readonly tasks: TaskStore;
  readonly board: PlanBoard;
  /** The most shared one first; the app folder always serves. */
  readonly records: readonly Records[];
  /** Of the same places, in the same order. */
  readonly archives: readonly SeriesArchive[];
  readonly transcripts: Transcripts;
  readonly ownTalk: OwnTalkStore;
};

/** Every port that Graph serves, over one client: its limits hold for all of them together. */
export function createMicrosoft365(options: Microsoft365Options): Microsoft365 {
  const { graph: base, identity, clock, random, fetch, homeSite } = options;
  const timing = options.timing ?? realTiming(clock, random);
  const graph = createGraph({ base, identity, timing, fetch });
  const places = [
    ...(homeSite === undefined ? [] : [{ kind: 'site' as const, place: siteFolder(graph, homeSite) }]),
    { kind: 'appFolder' as const, place: appFolder() },
  ];
  const team = findTeam(graph, options.team, homeSite);
  const app = { graph: base, teamsApp: options.teamsApp, tabAddress: options.tabAddress };
  return {
    calendar: createCalendar(graph, timing),
    memory: createAddInMemory(graph),
    seriesCalendar: createSeriesCalendar(graph, timing),
    announcing: createAnnouncing(graph, base),
    directory: createDirectory(graph, clock),
    homes: places.map(({ kind, place }) => createSeriesHome(graph, timing, kind, place)),
    meetings: createMeetings(graph, identity, app, options.machineZone ?? 'UTC'),
    tasks: createTaskStore(graph, timing, team, () => identity.account()?.id),
    board: createPlanBoard(graph, timing, team),
    records: places.map(({ kind, place }) => createRecords(graph, timing, kind, place)),
    archives: places.map(({ kind, place }) => createSeriesArchive(graph, kind, place)),
    transcripts: createTranscripts(graph, () => identity.account()?.id),
    ownTalk: createOwnTalk(graph, timing, appFolder()),
  };
}
