import type { Decision, Problem, Task } from '../meeting/captured';
import type { MeetingRecord } from '../meeting/record';

/**
 * What the channel's tab needs of one record: everything but its ideas and items. A summary of a series is the digests of
 * its records, each with the version of the file it was made from, so that it can be rebuilt from them at any time.
 */
export type RecordDigest = Pick<
  MeetingRecord,
  'series' | 'start' | 'planned' | 'startedAt' | 'endedAt' | 'chair' | 'people' | 'talk' | 'pulse' | 'planner'
> & {
  readonly problems: readonly Problem[];
  readonly decisions: readonly Decision[];
  readonly tasks: readonly Task[];
};

export type SeriesSummary = {
  readonly series: string;
  readonly files: readonly DigestedFile[];
};

/** `id`, `eTag` and `name` of the record's file. */
export type DigestedFile = {
  readonly id: string;
  readonly eTag: string;
  readonly name: string;
  readonly digest: RecordDigest;
};
