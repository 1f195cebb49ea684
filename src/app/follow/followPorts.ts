import type { BalanceMode } from '../../domain/balance/types';
import type { ZoneName } from '../../domain/time/types';
import type { OpenTalk } from '../balance/talkPorts';
import type { Announcing } from '../ports/announcing';
import type { Calendar } from '../ports/calendar';
import type { Clock, Ids } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { FollowWording } from '../ports/followWording';
import type { Holidays } from '../ports/holidays';
import type { PersonIdentity } from '../ports/identity';
import type { OwnTalkStore } from '../ports/ownTalk';
import type { PlanBoard } from '../ports/planBoard';
import type { Records } from '../ports/records';
import type { SeriesArchive } from '../ports/seriesArchive';
import type { SeriesCalendar } from '../ports/seriesCalendar';
import type { SeriesHome } from '../ports/seriesHome';
import type { SlotSearch } from '../ports/slotSearch';
import type { TabHost } from '../ports/tabHost';
import type { TaskStore } from '../ports/taskStore';

/** Everything the channel's tab and the personal one stand on. */
export type FollowPorts = {
  readonly host: TabHost;
  readonly identity: PersonIdentity;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly seriesCalendar: SeriesCalendar;
  readonly search: SlotSearch;
  readonly holidays: Holidays;
  /** The most shared one first. */
  readonly homes: readonly SeriesHome[];
  /** Of the same places, in the same order. */
  readonly records: readonly Records[];
  readonly archives: readonly SeriesArchive[];
  readonly tasks: TaskStore;
  readonly board: PlanBoard;
  readonly announcing: Announcing;
  readonly ownTalk: OwnTalkStore;
  /** The most of the talk that the tenant lets a series measure. */
  readonly balanceCap: BalanceMode;
  /** What reads transcripts: fetched once somebody looks at a session; not there where nothing can. */
  readonly talk?: () => Promise<OpenTalk>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wording: FollowWording;
  readonly machineZone: ZoneName;
  /** Calls `run` once after so many milliseconds; answers how to take it back. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};
