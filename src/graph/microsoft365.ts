import type { Calendar } from '../app/ports/calendar';
import type { Clock } from '../app/ports/clock';
import type { Directory } from '../app/ports/directory';
import type { Identity } from '../app/ports/identity';
import type { SeriesHome } from '../app/ports/seriesHome';
import { createCalendar } from './calendar/calendar';
import { createGraph } from './client/graph';
import { realTiming } from './client/timing';
import type { Timing } from './client/timing';
import type { Fetch } from './client/transport';
import { createDirectory } from './directory/directory';
import { appFolder, siteFolder } from './home/place';
import { createSeriesHome } from './home/seriesHome';

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
  /** Tests bring a clock that jumps. */
  readonly timing?: Timing;
};

export type Microsoft365 = {
  readonly calendar: Calendar;
  readonly directory: Directory;
  /** The most shared one first; the app folder always serves. */
  readonly homes: readonly SeriesHome[];
};

/** Every port that Graph serves, over one client: its limits hold for all of them together. */
export function createMicrosoft365(options: Microsoft365Options): Microsoft365 {
  const { graph: base, identity, clock, random, fetch, homeSite } = options;
  const timing = options.timing ?? realTiming(clock, random);
  const graph = createGraph({ base, identity, timing, fetch });
  const site =
    homeSite === undefined ? [] : [createSeriesHome(graph, timing, 'site', siteFolder(graph, homeSite))];
  return {
    calendar: createCalendar(graph, timing),
    directory: createDirectory(graph, clock),
    homes: [...site, createSeriesHome(graph, timing, 'appFolder', appFolder())],
  };
}
