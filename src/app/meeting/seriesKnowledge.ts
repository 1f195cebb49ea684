import type { MeetingRecord } from '../../domain/meeting/record';
import type { Series } from '../../domain/rhythm/series';
import type { Instant } from '../../domain/time/types';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import { PortFailure } from '../ports/failure';
import type { MeetingAbout, Occurrence } from '../ports/meetings';
import type { RecordFile, Records } from '../ports/records';
import { minutesOf } from './afterView';
import type { Desk, Known, Opened } from './deskState';
import type { LastSession } from './meetingView';
import { peopleOf } from './seedPeople';

/** So many earlier meetings tell whose turn to chair it is. */
const MOST_RECORDS = 6;
/** From one monthly meeting to the next but one. */
const MOST_OF_WEEKLY = 10;

/** Reads what the files of the series tell. A home that does not let us in, or does not answer, tells nothing. */
export async function knowSeries(desk: Desk, opened: Opened): Promise<Known> {
  const { series: found, beside } = await seriesFor(desk, opened);
  const series = found && withMonthlyThere(found, beside);
  const [past, weeklies] = await Promise.all([
    series === null ? NONE : pastOf(desk, series.id, opened.start, MOST_RECORDS),
    Promise.all(weeklyOnesOf(series, beside).map(({ id }) => pastOf(desk, id, opened.start, MOST_OF_WEEKLY))),
  ]);
  return {
    read: true,
    series,
    people: peopleOf(opened, series),
    records: past?.records ?? null,
    weeklies: weeklies.flatMap((one) => (one === null ? [] : [one.records])),
    held: heldBefore(series, past?.starts ?? [], opened.start),
    last: lastOf(desk, opened, past?.records ?? null),
  };
}

/** A monthly series whose file is gone takes nothing any more. */
function withMonthlyThere(series: Series, beside: readonly Series[]): Series {
  const { followUp } = series;
  if (followUp === undefined || beside.some(({ id }) => id === followUp.monthly)) return series;
  const { monthly: _, ...rest } = followUp;
  return { ...series, followUp: rest };
}

/** Those that take to this monthly series what they do not decide. */
const weeklyOnesOf = (series: Series | null, beside: readonly Series[]): readonly Series[] =>
  series?.kind === 'monthly' ? beside.filter(({ followUp }) => followUp?.monthly === series.id) : [];

/** With a record, or held without one as somebody said. */
function heldBefore(series: Series | null, starts: readonly Instant[], start: Instant): number {
  const said = (series?.followUp?.marks ?? [])
    .filter(({ as }) => as === 'held')
    .map(({ original }) => original);
  return new Set([...starts, ...said.filter((original) => original < start)]).size;
}

/** Somebody from outside who can read the file all the same sees of it what the chat would say. */
function lastOf({ ports }: Desk, { me, about }: Opened, records: Known['records']): LastSession | null {
  const record = records?.[0];
  if (record === undefined) return null;
  const outside = about.members.find(({ id }) => id === me.id)?.outsider === true;
  return { start: record.start, minutes: minutesOf(ports.wording, record, outside) };
}

/** The records before that start, newest first; null when they could not be read. */
export const recordsBefore = async (
  desk: Desk,
  series: string,
  start: Instant,
): Promise<readonly MeetingRecord[] | null> =>
  (await pastOf(desk, series, start, MOST_RECORDS))?.records ?? null;

/** `starts` are those of all of them, also where they are not read. */
type Past = { readonly records: readonly MeetingRecord[]; readonly starts: readonly Instant[] };
const NONE: Past = { records: [], starts: [] };

async function pastOf(desk: Desk, series: string, start: Instant, most: number): Promise<Past | null> {
  let closed = true;
  for (const store of desk.ports.records) {
    try {
      const files = (await store.list(series, cancellable())).filter((file) => file.start < start);
      closed = false;
      if (files.length > 0)
        return {
          records: await readable(store, files.slice(0, most), series),
          starts: files.map((file) => file.start),
        };
    } catch (error) {
      if (!isClosedToUs(error)) return quietly(desk, error, null);
    }
  }
  // Where no home lets us in nobody can say that there is nothing left.
  return closed ? null : NONE;
}

/** One that holds no record of this series is passed over: it was put there by hand. */
async function readable(
  store: Records,
  files: readonly RecordFile[],
  series: string,
): Promise<readonly MeetingRecord[]> {
  const read = await Promise.all(
    files.map(async (file) => {
      try {
        return (await store.read(file, cancellable())).record;
      } catch (error) {
        if (error instanceof PortFailure && error.failure.kind === 'malformed') return undefined;
        throw error;
      }
    }),
  );
  return read.filter((record) => record?.series === series).filter((record) => record !== undefined);
}

/** The series that lives in this meeting. Only an organiser's own folder or mailbox can hold it beside the site. */
async function seriesFor(desk: Desk, { about, occurrence }: Opened): Promise<FoundHere> {
  for (const home of desk.ports.homes) {
    if (home.place !== 'site' && occurrence?.isOrganiser !== true) continue;
    try {
      const { series } = await home.list(cancellable());
      const found = series.find((stored) => livesIn(stored.series, about, occurrence));
      if (found !== undefined) return { series: found.series, beside: series.map(({ series: one }) => one) };
    } catch (error) {
      if (!isClosedToUs(error)) return quietly(desk, error, NOT_FOUND);
    }
  }
  return NOT_FOUND;
}

/** `beside` are all of its home. */
type FoundHere = { readonly series: Series | null; readonly beside: readonly Series[] };
const NOT_FOUND: FoundHere = { series: null, beside: [] };

function livesIn(
  { chain }: Series,
  { joinUrl, organiser }: MeetingAbout,
  occurrence: Occurrence | null,
): boolean {
  const links = chain.filter((link) => link.joinUrl !== undefined);
  if (joinUrl !== undefined && links.some((link) => linkKey(link.joinUrl ?? '') === linkKey(joinUrl)))
    return true;
  // Planned in a form that was not sent yet: it was kept without its link, and its dates tell.
  const last = chain.at(-1);
  return (
    last !== undefined &&
    last.joinUrl === undefined &&
    occurrence !== null &&
    last.organiser === organiser &&
    last.starts.includes(occurrence.original)
  );
}

/** What two spellings of one meeting's address have in common. */
function linkKey(url: string): string {
  let plain = url.split('?')[0] ?? '';
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // As it stands, then.
  }
  return plain.toLowerCase();
}

/** The meeting goes on without it; a fault of ours is told all the same. */
function quietly<T>(desk: Desk, error: unknown, instead: T): T {
  if (!(error instanceof PortFailure)) desk.ports.report(error);
  return instead;
}
