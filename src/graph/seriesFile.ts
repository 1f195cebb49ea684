import * as v from 'valibot';
import type { Series } from '../domain/rhythm/series';
import { LONGEST_NAME, unturned } from '../domain/plainName';
import { readVersioned, writeVersioned, type VersionedContent, type VersionedFormat } from './versionedFile';

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
/** Up to the end of the year 9998: days around it still have four figures of a year. */
const instant = whole(0, 253_370_764_799_999);
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
  paid: v.exactOptional(v.record(id, v.pipe(v.number(), v.finite(), v.minValue(0)))),
  toEnd: v.exactOptional(day),
  alternatives: list(
    v.object({
      original: instant,
      start: instant,
      minutes: v.exactOptional(whole(1, 60)),
      state: v.picklist(['chosen', 'applied']),
    }),
    1000,
  ),
});

const nextSeries = v.object({
  every: whole(1, 52),
  times: whole(1, 1000),
  weekday: whole(1, 7),
  time: wallClock,
  nth: v.exactOptional(v.picklist([1, 2, 3, 4, 'last'])),
  from: day,
});

const change = v.variant('kind', [
  v.object({
    kind: v.literal('move'),
    original: instant,
    start: instant,
    minutes: v.exactOptional(whole(1, 60)),
  }),
  v.object({ kind: v.literal('skip'), original: instant }),
  v.object({ kind: v.literal('shorten'), minutes: whole(1, 60) }),
  v.object({ kind: v.literal('fewer'), people: list(id, 100) }),
  v.object({
    kind: v.literal('goOn'),
    why: v.picklist(['fortnightly', 'otherTime', 'renewal']),
    plan: nextSeries,
  }),
  v.object({ kind: v.literal('handOver'), to: id }),
]);

const part = v.picklist(['declined', 'shown']);
const means = v.variant('kind', [
  v.object({ kind: v.literal('person'), person: id }),
  v.object({ kind: v.literal('shared') }),
  v.object({ kind: v.literal('nobody') }),
]);
/** Names of prototypes are no keys: the schema passes over them. */
const map = <K extends v.GenericSchema<string, string>, T extends v.GenericSchema>(key: K, entry: T) =>
  v.pipe(
    v.record(key, entry),
    v.check((all) => Object.keys(all).length <= 500),
  );

const agreement = v.object({
  since: instant,
  asked: v.exactOptional(
    v.object({ mode: v.picklist(['areas', 'persons']), by: id, at: instant, yes: list(id, 500) }),
  ),
  people: map(id, part),
  nudge: v.boolean(),
  names: map(name, means),
});

const followUp = v.object({
  chairing: v.variant('kind', [
    v.object({ kind: v.literal('turns') }),
    v.object({ kind: v.literal('organiser') }),
    v.object({ kind: v.literal('person'), person: id }),
  ]),
  balance: v.picklist(['off', 'areas', 'persons']),
  agreement: v.exactOptional(agreement),
  pulse: v.boolean(),
  reach: v.object({ message: v.boolean(), prepare: v.boolean(), notices: v.boolean() }),
  channel: v.exactOptional(v.object({ team: id, channel: id })),
  monthly: v.exactOptional(v.pipe(v.string(), v.check(isSeriesId))),
  marks: list(v.object({ original: instant, as: v.picklist(['skipped', 'held']) }), 2000),
  asks: list(v.object({ id, by: id, at: instant, change }), 100),
  handedOver: list(v.object({ from: id, to: id, at: instant, ended: v.exactOptional(v.literal(true)) }), 100),
  noticed: v.exactOptional(list(v.object({ person: id, day }), 500)),
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
    followUp: v.exactOptional(followUp),
  }),
  v.check((series) => hangsTogether(series)),
);

const FORMAT: VersionedFormat<'series', Series> = {
  format: 'cadencia-series',
  word: 'series',
  version: 3,
  // The first one said nothing of following up, the second nothing of how measuring was agreed: an older Cadencia must
  // not drop what this one says.
  migrations: [(old) => old, (old) => old],
  schema: SERIES,
  longest: MAX_FILE_LENGTH,
};

export type SeriesFile = VersionedContent<'series', Series>;

/** What a file of a home holds; whatever it is, it is never an error. */
export const readSeriesFile = (text: string): SeriesFile => readVersioned(FORMAT, text);

/** The file of a series, readable without Cadencia. What could not be read back is refused as 'unwritable'. */
export const writeSeriesFile = (series: Series): string => writeVersioned(FORMAT, series);

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
