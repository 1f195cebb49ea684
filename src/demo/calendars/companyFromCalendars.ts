import { closeSync, openSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { guidOf, labelOf } from '../company/naming';
import type { Area, CalendarProblem, Company, Day, Person } from '../company/types';
import { wallClockOf } from '../company/wallClock';
import type { Horizon } from './expandSeries';
import { decoded } from './icsLines';
import { MAX_FILE_BYTES, MAX_FILES } from './limits';
import { personOf } from './personOf';
import { readCalendar, type ReadCalendar } from './readCalendar';

const DAY_MS = 86_400_000;
/** Two months back and fourteen ahead, with a little to spare: endless series end there. */
const DAYS_BACK = 62;
const DAYS_AHEAD = 430;
/** Of calendars that name no zone, in a folder where nobody does. */
const DEFAULT_ZONE = 'Europe/Madrid';

type File = { readonly area: string; readonly name: string };
type Read = File & { readonly key: string; readonly calendar: ReadCalendar };

/**
 * The people of `FOLDER/<area>/<person>.ics`: areas are folder names, the organiser is the first person of the first
 * area whose calendar can be read. Dates stay as they are. A file that cannot be read leaves its person in the company
 * with a calendar that nobody knows, and a problem that names file and line.
 */
export function companyFromCalendars(folder: string, options: { readonly today: Day }): Company {
  const problems: CalendarProblem[] = [];
  const files = filesIn(folder, problems);
  const horizon = horizonAround(options.today);
  const keys = new Set<string>();
  const first = files.map((file): Read => {
    const key = uniqueKey(labelOf(path.parse(file.name).name.split('@')[0] ?? ''), keys);
    return { ...file, key, calendar: read(folder, file, key, DEFAULT_ZONE, horizon) };
  });
  // A file without a zone takes that of its colleagues, which is known only now.
  const common = mostCommon(first.flatMap(({ calendar }) => calendar.zone ?? [])) ?? DEFAULT_ZONE;
  const all = first.map((one) =>
    one.calendar.zone === undefined && one.calendar.usable && common !== DEFAULT_ZONE
      ? { ...one, calendar: read(folder, one, one.key, common, horizon) }
      : one,
  );
  const domain = 'empresa.example';
  const people = all.map((one) =>
    personOf(
      { ...one, usable: one.calendar.usable, zone: one.calendar.zone ?? common, domain },
      one.calendar.items,
    ),
  );
  const areas = areasOf(all, people);
  const organiser = people.find(({ fails }) => fails !== true) ?? people[0];
  return {
    name: capitalised(path.basename(path.resolve(folder))),
    domain,
    today: options.today,
    organiser: organiser?.id ?? '',
    people,
    areas,
    rooms: [],
    team:
      people.length === 0
        ? undefined
        : {
            id: guidOf(domain, 'team'),
            name: areas.map(({ name }) => name).join(' + '),
            groupId: guidOf(domain, 'team'),
            siteId: `empresa.sharepoint.example,${guidOf(domain, 'collection')},${guidOf(domain, 'web')}`,
            members: people.map(({ id }) => id),
          },
    problems: [...problems, ...all.flatMap(({ calendar }) => calendar.problems)],
  };
}

/** The instants that a calendar is read for, from midnight UTC. */
function horizonAround(today: Day): Horizon {
  const midnight = wallClockOf('UTC')(Date.parse(`${today}T00:00Z`));
  return { from: midnight - DAYS_BACK * DAY_MS, until: midnight + DAYS_AHEAD * DAY_MS };
}

function filesIn(folder: string, problems: CalendarProblem[]): readonly File[] {
  const shown = path.basename(path.resolve(folder));
  const isFolder = (name: string) => statOf(path.join(folder, name))?.isDirectory() === true;
  if (statOf(folder)?.isDirectory() !== true) {
    problems.push({ code: 'folderMissing', file: shown });
    return [];
  }
  const names = (below: string, called: string): readonly string[] => {
    try {
      return readdirSync(below)
        .filter((name) => !name.startsWith('.'))
        .sort();
    } catch {
      problems.push({ code: 'unreadable', file: called });
      return [];
    }
  };
  const files = names(folder, shown)
    .filter(isFolder)
    .flatMap((area) =>
      names(path.join(folder, area), area)
        .filter((name) => /\.ics$/i.test(name))
        .map((name) => ({ area, name })),
    );
  if (files.length === 0) problems.push({ code: 'folderEmpty', file: shown });
  if (files.length > MAX_FILES) problems.push({ code: 'tooManyFiles', file: shown, limit: MAX_FILES });
  return files.slice(0, MAX_FILES);
}

function read(folder: string, file: File, key: string, zone: string, horizon: Horizon): ReadCalendar {
  const shown = `${file.area}/${file.name}`;
  const unusable = (code: CalendarProblem['code'], limit?: number): ReadCalendar => ({
    usable: false,
    items: [],
    zone: undefined,
    problems: [{ code, file: shown, ...(limit !== undefined && { limit }) }],
  });
  const full = path.join(folder, file.area, file.name);
  const size = readableSize(full);
  if (size === undefined) return unusable('unreadable');
  if (size > MAX_FILE_BYTES) return unusable('tooLarge', MAX_FILE_BYTES);
  return readCalendar(decoded(readFileSync(full)), { file: shown, key, zone, horizon });
}

/** Undefined for what is not there: also a link to itself, or a way that is closed to us. */
function statOf(name: string): Stats | undefined {
  try {
    return statSync(name);
  } catch {
    return undefined;
  }
}

/** Undefined for what is no plain file, or may not be opened. */
function readableSize(file: string): number | undefined {
  const stat = statOf(file);
  if (stat?.isFile() !== true) return undefined;
  try {
    closeSync(openSync(file, 'r'));
    return stat.size;
  } catch {
    return undefined;
  }
}

function areasOf(files: readonly File[], people: readonly Person[]): readonly Area[] {
  const areas = new Map<string, string[]>();
  files.forEach(({ area }, index) => {
    const id = people[index]?.id;
    if (id !== undefined) areas.set(area, [...(areas.get(area) ?? []), id]);
  });
  return [...areas].map(([name, ids], index) => ({
    id: labelOf(name) || `area-${index + 1}`,
    name: capitalised(name),
    people: ids,
    head: ids[0] ?? '',
  }));
}

function uniqueKey(wanted: string, taken: Set<string>): string {
  const base = wanted === '' ? 'persona' : wanted;
  let key = base;
  for (let next = 2; taken.has(key); next += 1) key = `${base}-${next}`;
  taken.add(key);
  return key;
}

function mostCommon(zones: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const zone of zones) times.set(zone, (times.get(zone) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
