import type { ZoneName } from '../../domain/time/types';
import type { AddInMemory } from '../ports/addInMemory';
import type { Calendar } from '../ports/calendar';
import type { Clock, Ids } from '../ports/clock';
import type { ComposeHost } from '../ports/composeHost';
import type { Directory } from '../ports/directory';
import type { Holidays } from '../ports/holidays';
import type { PersonIdentity } from '../ports/identity';
import type { SeriesHome } from '../ports/seriesHome';
import type { SlotSearch } from '../ports/slotSearch';
import type { Wording } from '../ports/wording';

/** Everything planning needs from outside. */
export type PlanningPorts = {
  /** Undefined in a plain browser window: there is no appointment beside us. */
  readonly host: ComposeHost | undefined;
  readonly identity: PersonIdentity;
  readonly calendar: Calendar;
  /** What the add-in wrote under another of its ids; without it only what Office tells. */
  readonly memory?: AddInMemory;
  readonly directory: Directory;
  /** The most shared one first; the next one serves when one is not allowed. */
  readonly homes: readonly SeriesHome[];
  readonly search: SlotSearch;
  readonly holidays: Holidays;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wording: Wording;
  /** The machine's own zone: the first guess where the host tells none. */
  readonly machineZone: ZoneName;
  /** Hears of faults of ours; the person sees a notice. */
  readonly report?: (fault: unknown) => void;
};
