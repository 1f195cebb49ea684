import type { CalendarItem, CalendarProblem } from '../company/types';
import { wallClockOf } from '../company/wallClock';
import { labelOf } from '../company/naming';
import { expandSeries, type Horizon, type Placing } from './expandSeries';
import { ianaOf, zonesOf, type FileZone, type ZoneLookup } from './fileZones';
import { calendarBlocks, type CalendarBlocks } from './icsBlocks';
import { readEvent, type FileEvent, type IsOwner } from './icsEvent';
import { contentLines } from './icsLines';
import { BadValue, readProperty, textOf } from './icsProperty';
import { MAX_ITEMS, MAX_STEPS_OF_FILE } from './limits';
import { EndlessRule } from './ruleStarts';

export interface ReadCalendar {
  /** False when nothing of the file can be trusted: an empty calendar would look like free time. */
  readonly usable: boolean;
  readonly items: readonly CalendarItem[];
  /** IANA name; undefined when the file says none. */
  readonly zone: string | undefined;
  readonly problems: readonly CalendarProblem[];
}

export interface ReadOptions {
  /** As problems name it. */
  readonly file: string;
  /** The label of the person whose calendar it is. */
  readonly key: string;
  /** Taken for floating times and whole days of a file that names no zone. */
  readonly zone: string;
  readonly horizon: Horizon;
}

const UTC: FileZone = { iana: 'UTC', clock: (local) => local };

/** Reads one calendar; an event that cannot be read is left out and told by its line, the rest is used. */
export function readCalendar(text: string, options: ReadOptions): ReadCalendar {
  const problems = problemList(options.file);
  const blocks = calendarBlocks(contentLines(text.replace(/^\uFEFF/, '')));
  if ('code' in blocks) {
    problems.add(blocks.code, blocks.line);
    return { usable: false, items: [], zone: undefined, problems: problems.all() };
  }
  const middle = (options.horizon.from + options.horizon.until) / 2;
  const lookup = zonesOf(blocks.zones, middle - (middle % 86_400_000));
  const zone = zoneOf(blocks, lookup);
  const home = zone ?? { iana: options.zone, clock: wallClockOf(options.zone) };
  const events = guarded(problems, blocks.events, (block) => [
    readEvent(block, ownerOf(blocks, options.key)),
  ]);
  const place = placing(lookup, home, (tzid, line) => problems.add('unknownZone', line, { zone: tzid }));
  const reach = { ...options.horizon, steps: { left: MAX_STEPS_OF_FILE } };
  const items: CalendarItem[] = [];
  for (const group of byUid(events)) {
    items.push(...guarded(problems, [group], (same) => expandSeries(same, place, reach)));
    if (items.length > MAX_ITEMS) {
      problems.add('tooManyItems', group[0]?.line, { limit: MAX_ITEMS });
      return { usable: false, items: [], zone: zone?.iana, problems: problems.all() };
    }
  }
  return { usable: true, items: distinct(items), zone: zone?.iana, problems: problems.all() };
}

function guarded<From, To>(
  problems: ReturnType<typeof problemList>,
  from: readonly From[],
  read: (one: From) => readonly To[],
): readonly To[] {
  return from.flatMap((one) => {
    try {
      return read(one);
    } catch (error) {
      if (error instanceof BadValue) problems.add('badValue', error.line);
      else if (error instanceof EndlessRule) problems.add('endlessRule', error.line);
      else throw error;
      return [];
    }
  });
}

/** What the file says of itself, else the zone that most of its events are written in. */
function zoneOf(blocks: CalendarBlocks, lookup: ZoneLookup): FileZone | undefined {
  const named = calendarProperty(blocks, 'X-WR-TIMEZONE');
  const iana = named === undefined ? undefined : ianaOf(named);
  if (iana !== undefined) return { iana, clock: wallClockOf(iana) };
  const times = new Map<string, number>();
  for (const { text } of blocks.events.flatMap(({ lines }) => lines)) {
    const [, quoted, plain] = /^DTSTART;(?:[^:]*;)?TZID=(?:"([^"]*)|([^;:]*))/i.exec(text) ?? [];
    const tzid = quoted ?? plain;
    if (tzid !== undefined) times.set(tzid, (times.get(tzid) ?? 0) + 1);
  }
  const ordered = [...times].sort((a, b) => b[1] - a[1]).flatMap(([tzid]) => lookup(tzid) ?? []);
  return ordered[0];
}

function calendarProperty(blocks: CalendarBlocks, name: string): string | undefined {
  const line = blocks.properties.find(({ text }) => text.toUpperCase().startsWith(`${name}:`));
  return line === undefined ? undefined : textOf(readProperty(line));
}

/** Google names the calendar by its owner's address; else the file's own name tells who it is. */
function ownerOf(blocks: CalendarBlocks, key: string): IsOwner {
  const named = calendarProperty(blocks, 'X-WR-CALNAME')?.toLowerCase();
  return ({ mail, name }) =>
    (named?.includes('@') === true && mail === named) ||
    labelOf(mail.split('@')[0] ?? '') === key ||
    labelOf(mail) === key ||
    (name !== '' && labelOf(name) === key);
}

function placing(lookup: ZoneLookup, home: FileZone, unknown: (tzid: string, line: number) => void): Placing {
  const put = (local: number, zone: FileZone) => ({ local, at: zone.clock(local), zone });
  return (stamp, line, floating) => {
    if (stamp.kind === 'utc') return put(stamp.local, UTC);
    if (stamp.kind === 'date') return put(stamp.local, home);
    if (stamp.kind === 'zoned') {
      const zone = lookup(stamp.tzid);
      if (zone === undefined) unknown(stamp.tzid, line);
      return put(stamp.local, zone ?? home);
    }
    return put(stamp.local, floating ?? home);
  };
}

function byUid(events: readonly FileEvent[]): readonly (readonly FileEvent[])[] {
  const groups = new Map<string, FileEvent[]>();
  for (const event of events) {
    const group = groups.get(event.uid);
    if (group === undefined) groups.set(event.uid, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}

function distinct(items: readonly CalendarItem[]): readonly CalendarItem[] {
  const seen = new Map<string, number>();
  return [...items]
    .sort((a, b) => a.from - b.from || a.until - b.until)
    .map((item) => {
      const times = seen.get(item.uid) ?? 0;
      seen.set(item.uid, times + 1);
      return times === 0 ? item : { ...item, uid: `${item.uid}#${times}` };
    });
}

type Detail = Pick<CalendarProblem, 'limit' | 'zone'>;

/** One sentence for each kind of trouble: the first line that has it, and how many more do. */
function problemList(file: string) {
  const found = new Map<
    string,
    { readonly first: CalendarProblem; readonly lines: Set<number | undefined> }
  >();
  return {
    add(code: CalendarProblem['code'], line?: number, detail: Detail = {}) {
      const key = `${code} ${detail.zone ?? ''}`;
      const first = { code, file, ...(line !== undefined && { line }), ...detail };
      const entry = found.get(key) ?? { first, lines: new Set() };
      entry.lines.add(line);
      found.set(key, entry);
    },
    all: (): readonly CalendarProblem[] =>
      [...found.values()].map(({ first, lines }) => ({
        ...first,
        ...(lines.size > 1 && { more: lines.size - 1 }),
      })),
  };
}
