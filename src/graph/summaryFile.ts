import * as v from 'valibot';
import type { SeriesSummary } from '../domain/rhythm/digest';
import { recordNameOf } from './recordFile';
import { RECORD, text, things } from './recordSchema';
import { readVersioned, writeVersioned, type VersionedContent, type VersionedFormat } from './versionedFile';

/** The name of the summary among the records of its series. */
export const SUMMARY_NAME = 'summary.json';

/** UTF-16 units; ten years of weekly records that leave twenty tasks each take half of it. */
export const MAX_SUMMARY_LENGTH = 8 * 1024 * 1024;

const filed = v.pipe(
  v.object({
    id: v.pipe(text(1000), v.minLength(1)),
    eTag: v.pipe(text(1000), v.minLength(1)),
    name: text(400),
    digest: v.omit(RECORD, ['about', 'items', 'ideas']),
  }),
  v.check(({ name, digest }) => name === `${recordNameOf(digest.start)}.json`),
);

const SUMMARY = v.pipe(
  v.object({ series: v.pipe(text(1000), v.minLength(1)), files: things(filed, 1000) }),
  v.check(({ series, files }) => files.every(({ digest }) => digest.series === series)),
);

const FORMAT: VersionedFormat<'summary', SeriesSummary> = {
  format: 'cadencia-summary',
  word: 'summary',
  // What an older one lacks is in the records: it is made again, and so needs no migration. The second one says more of
  // talk, which an older Cadencia must not drop.
  version: 2,
  migrations: [(old) => old],
  schema: SUMMARY,
  longest: MAX_SUMMARY_LENGTH,
};

export type SummaryContent = VersionedContent<'summary', SeriesSummary>;

/** What a file of a summary holds; whatever it is, it is never an error. */
export const readSummaryFile = (content: string): SummaryContent => readVersioned(FORMAT, content);

/** The file of a summary. What could not be read back is refused as 'unwritable'. */
export const writeSummaryFile = (summary: SeriesSummary): string => writeVersioned(FORMAT, summary);
