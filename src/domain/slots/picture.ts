import type { SlotRequest } from './types';
import type { WallClock, Weekday } from '../time/types';

/** Who can when: a typical week, hour by hour, counted over all weeks of the window. */
export type WeekPicture = {
  /** Only weekdays and hours in which somebody works. */
  readonly weekdays: readonly Weekday[];
  readonly hours: readonly WallClock[];
  readonly cells: readonly WeekCell[];
};

export type WeekCell = {
  readonly weekday: Weekday;
  readonly time: WallClock;
  readonly areas: readonly {
    readonly area: string;
    /** Dates on which the area is complete enough: its quorum and its key people or their stand-ins. */
    readonly ready: number;
    /** Mean number of available people, over the dates. */
    readonly available: number;
  }[];
  /** Dates of this weekday in the window on which the time exists. */
  readonly of: number;
  /** Dates on which every area is ready at once. */
  readonly held: number;
};

/** See SPEC SL. */
export function weekPicture(_request: SlotRequest): WeekPicture {
  throw new Error('being built');
}
