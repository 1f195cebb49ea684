import type { Talk } from '../balance/types';
import type { MeetingRecord } from '../meeting/record';
import type { DigestedFile, RecordDigest, SeriesSummary } from './digest';

/** What the channel's tab needs of a record (DG1): of the talk, its sums. */
export function digestOf(record: MeetingRecord): RecordDigest {
  const { series, start, planned, startedAt, endedAt, chair, people } = record;
  const { pulse, planner, problems, decisions, tasks } = record;
  return {
    ...{ series, start, planned, startedAt, endedAt, chair, people },
    ...(record.talk !== undefined && { talk: withoutPicture(record.talk) }),
    ...(pulse !== undefined && { pulse }),
    ...{ problems, decisions, tasks, planner },
  };
}

function withoutPicture({ picture: _, ...talk }: Talk): Talk {
  return talk;
}

/** The summary with that file in it as it stands now, in the place of what it said of it before (DG2). */
export function withFile(summary: SeriesSummary, file: DigestedFile): SeriesSummary {
  const others = summary.files.filter(({ id }) => id !== file.id);
  return { ...summary, files: newestFirst([...others, file]) };
}

/** Files in the order in which they are told: the newest session first, equal ones by name. */
export const newestFirst = (files: readonly DigestedFile[]): readonly DigestedFile[] =>
  [...files].sort((a, b) => b.digest.start - a.digest.start || (a.name < b.name ? -1 : 1));
