import { DateTime } from 'luxon';
import type { CalendarEntry } from '../mailbox';

/** An entry in its column of a day: minutes after midnight, and which lane of how many it has. */
export type Block = {
  readonly entry: CalendarEntry;
  readonly from: number;
  readonly until: number;
  readonly lane: number;
  readonly lanes: number;
};

/** The Monday of the week of a day, 'YYYY-MM-DD'. */
export function mondayOf(day: string): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return date.minus({ days: date.weekday - 1 }).toISODate() ?? day;
}

export const daysFrom = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? day;

/** Entries of a day that lie side by side where they overlap. */
export function blocksOf(entries: readonly CalendarEntry[], day: string): readonly Block[] {
  const sorted = entries
    .filter(
      ({ allDay, start, end }) =>
        !allDay && start < `${day}T24` && end > `${day}T00:00` && start.slice(0, 10) <= day,
    )
    .map((entry) => ({ entry, from: minuteOn(entry.start, day), until: minuteOn(entry.end, day) }))
    .sort((a, b) => a.from - b.from || b.until - a.until);
  const blocks: Block[] = [];
  let cluster: (Omit<Block, 'lanes'> & { lane: number })[] = [];
  const close = () => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane + 1));
    blocks.push(...cluster.map((one) => ({ ...one, lanes })));
    cluster = [];
  };
  for (const one of sorted) {
    if (cluster.every(({ until }) => until <= one.from)) close();
    let lane = 0;
    while (cluster.some((other) => other.lane === lane && other.until > one.from)) lane++;
    cluster.push({ ...one, lane });
  }
  close();
  return blocks;
}

export const allDayOf = (entries: readonly CalendarEntry[], day: string): readonly CalendarEntry[] =>
  entries.filter(({ allDay, start, end }) => allDay && start.slice(0, 10) <= day && end.slice(0, 10) > day);

function minuteOn(time: string, day: string): number {
  if (time.slice(0, 10) < day) return 0;
  if (time.slice(0, 10) > day) return 1440;
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}
