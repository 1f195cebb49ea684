import * as v from 'valibot';
import { PortFailure } from '../app/ports/failure';
import type { Series } from '../domain/rhythm/series';
import { LONGEST_NAME, unturned } from '../domain/plainName';

/** The version that is written; each older one has a migration to the next. */
const VERSION = 1;

/** From version n (at n - 1) to n + 1: from what the file of the old version held to what the next one holds. */
const MIGRATIONS: readonly ((old: unknown) => unknown)[] = [];

/** UTF-16 units; a series of two hundred people over ten years takes a quarter of it. */
export const MAX_FILE_LENGTH = 1024 * 1024;

const text = (length: number) =>
  v.pipe(v.string(), v.maxLength(length), v.regex(/^\P{Cc}*$/u), v.transform(unturned));
const name = text(LONGEST_NAME);
const id = v.pipe(text(320), v.minLength(1));
const list = <T extends v.GenericSchema>(entry: T, length: number) =>
  v.pipe(v.array(entry), v.maxLength(length));
const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isDay));
const wallClock = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));
// Whether a name is a zone is the domain's to say, in a sentence that people can act on.
const zone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+\-/]{1,64}$/));
const instant = whole(0, 8.64e15);
const window = { weekday: whole(1, 7), from: wallClock, until: wallClock };
const hours = list(v.object(window), 100);
const period = v.object({ from: day, until: day, label: name });

const area = v.object({
  id,
  name,
  quorum: whole(0, 500),
  protectedTimes: list(v.object({ ...window, label: name }), 100),
  protectedPeriods: list(period, 100),
});

const member = v.object({
  id,
  name,
  mail: v.pipe(
    id,
    v.check((mail) => mail === mail.toLowerCase()),
  ),
  area: id,
  role: v.picklist(['key', 'optional', 'informed']),
  standsInFor: v.exactOptional(id),
  site: id,
  siteChosen: v.exactOptional(v.literal(true)),
  hours: v.exactOptional(hours),
  outsider: v.exactOptional(v.literal(true)),
});

const site = v.object({
  id,
  city: name,
  zone,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$|^$/)),
  region: v.exactOptional(text(20)),
  hours,
  closedDays: list(day, 1000),
  openDays: list(day, 1000),
  halfDays: list(v.object({ date: day, until: wallClock }), 1000),
});

const calendarSeries = v.object({
  eventId: v.exactOptional(text(1000)),
  joinUrl: v.exactOptional(v.pipe(text(4000), v.regex(/^https?:\/\/[^\s"'<>]+$/))),
  organiser: id,
  minutes: v.exactOptional(whole(1, 60)),
  starts: list(instant, 1000),
  alternatives: list(
    v.object({ original: instant, start: instant, state: v.picklist(['chosen', 'applied']) }),
    1000,
  ),
});

const SERIES = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.check(isSeriesId)),
    kind: v.picklist(['weekly', 'monthly']),
    title: name,
    language: v.picklist(['es', 'en']),
    minutes: whole(1, 60),
    every: whole(1, 52),
    times: whole(1, 1000),
    zone,
    areas: list(area, 20),
    people: list(member, 500),
    sites: list(site, 50),
    pauses: list(period, 100),
    chain: list(calendarSeries, 100),
  }),
  v.check((series) => hangsTogether(series)),
);

const ENVELOPE = v.object({
  format: v.literal('cadencia-series'),
  version: whole(1, 1_000_000),
  series: v.unknown(),
});

export type SeriesFile =
  | { readonly kind: 'series'; readonly series: Series }
  /** Written by a later Cadencia: it is kept aside as it is. */
  | { readonly kind: 'newer' }
  /** Anything else: a page of a proxy, a half-written or hand-edited file. It is named and never overwritten. */
  | { readonly kind: 'unreadable' };

/** What a file of a home holds; whatever it is, it is never an error. */
export function readSeriesFile(content: string): SeriesFile {
  if (content.length > MAX_FILE_LENGTH) return { kind: 'unreadable' };
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { kind: 'unreadable' };
  }
  const envelope = v.safeParse(ENVELOPE, json);
  if (!envelope.success) return { kind: 'unreadable' };
  const { version, series } = envelope.output;
  if (version > VERSION) return { kind: 'newer' };
  const migrated = MIGRATIONS.slice(version - 1).reduce((old, migrate) => migrate(old), series);
  const parsed = v.safeParse(SERIES, migrated, { abortEarly: true });
  return parsed.success ? { kind: 'series', series: parsed.output } : { kind: 'unreadable' };
}

/** The file of a series, readable without Cadencia. What could not be read back is refused as 'unwritable'. */
export function writeSeriesFile(series: Series): string {
  const content = JSON.stringify({ format: 'cadencia-series', version: VERSION, series }, undefined, 1);
  if (readSeriesFile(content).kind === 'series') return content;
  throw new PortFailure({ kind: 'refused', code: 'unwritable' });
}

/** Ids become names of files: a random UUID and nothing that could lead elsewhere. */
export function isSeriesId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

type Shape = {
  readonly areas: readonly { readonly id: string }[];
  readonly sites: readonly { readonly id: string }[];
  readonly people: readonly { readonly id: string; readonly area: string; readonly site: string }[];
};

/** Ids are unique, and everybody has an area and a site that exist. */
function hangsTogether({ areas, sites, people }: Shape): boolean {
  const [areaIds, siteIds, personIds] = [areas, sites, people].map(
    (list) => new Set(list.map((one) => one.id)),
  );
  return (
    areaIds?.size === areas.length &&
    siteIds?.size === sites.length &&
    personIds?.size === people.length &&
    people.every((person) => areaIds.has(person.area) && siteIds.has(person.site))
  );
}
