import type { OpenTalk } from '../balance/talkPorts';
import type { FollowPorts } from '../follow/followPorts';
import type { Calendar } from '../ports/calendar';
import type { Clock, Ids } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { PersonIdentity } from '../ports/identity';
import type { MeetingHost } from '../ports/meetingHost';
import type { Meetings } from '../ports/meetings';
import type { PlanBoard } from '../ports/planBoard';
import type { Records } from '../ports/records';
import type { Rooms } from '../ports/room';
import type { SeriesHome } from '../ports/seriesHome';
import type { TaskStore } from '../ports/taskStore';
import type { ToldHere } from '../ports/toldHere';
import type { MeetingWording } from '../ports/meetingWording';
import type { BalanceMode } from '../../domain/balance/types';
import type { ZoneName } from '../../domain/time/types';

export type ReachPorts = Pick<FollowPorts, 'announcing' | 'seriesCalendar' | 'holidays' | 'wording'>;

/** Everything the meeting's surfaces stand on. */
export type MeetingPorts = {
  readonly host: MeetingHost;
  readonly identity: PersonIdentity;
  readonly directory: Directory;
  readonly meetings: Meetings;
  readonly rooms: Rooms;
  /** The most shared one first. */
  readonly homes: readonly SeriesHome[];
  readonly records: readonly Records[];
  readonly tasks: TaskStore;
  readonly board: PlanBoard;
  /** The organiser's own events. */
  readonly calendar: Pick<Calendar, 'mergeBody'>;
  /** What the end of a meeting reaches people with: fetched then. */
  readonly reach: () => Promise<ReachPorts>;
  /** What reads transcripts: fetched once a meeting that measured has its record; not there where nothing can. */
  readonly talk?: () => Promise<OpenTalk>;
  /** What the tenant allows to measure, at most. */
  readonly balanceCap: BalanceMode;
  /** So that what is measured is told once. */
  readonly told: ToldHere;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wording: MeetingWording;
  readonly machineZone: ZoneName;
  /** Calls `run` once after so many milliseconds; answers how to take it back. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};
