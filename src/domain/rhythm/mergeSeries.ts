import type { BalanceMode } from '../balance/types';
import { type BalanceAgreement, FOLLOW_UP, type FollowUp, type HandOver } from './followUp';
import type { Alternative, Area, CalendarSeries, Member, Series, Site } from './series';
import { decided, entries, fields, keyed, type Merger, type Path, same, values, whole } from './threeWay';

export type SeriesMerge = {
  readonly series: Series;
  /** What both sides changed differently, as the path to it: there theirs stands, or the entry that one side removed. */
  readonly conflicts: readonly Path[];
};

const AREA: Merger<Area> = fields<Area>({
  id: whole(),
  name: whole(),
  quorum: whole(),
  protectedTimes: values(),
  protectedPeriods: values(),
});

const MEMBER: Merger<Member> = fields<Member>({
  id: whole(),
  name: whole(),
  mail: whole(),
  area: whole(),
  role: whole(),
  standsInFor: whole(),
  site: whole(),
  siteChosen: whole(),
  hours: whole(),
  outsider: whole(),
});

const SITE: Merger<Site> = fields<Site>({
  id: whole(),
  city: whole(),
  zone: whole(),
  country: whole(),
  region: whole(),
  hours: whole(),
  closedDays: values(),
  openDays: values(),
  halfDays: entries((day) => day.date, fields({ date: whole(), until: whole() })),
});

const CALENDAR_SERIES: Merger<CalendarSeries> = fields<CalendarSeries>({
  eventId: whole(),
  joinUrl: whole(),
  organiser: whole(),
  minutes: whole(),
  starts: whole(),
  paid: whole(),
  toEnd: whole(),
  alternatives: entries(
    (one) => `${one.original}`,
    fields<Alternative>({ original: whole(), start: whole(), minutes: whole(), state: whole() }),
  ),
});

const MODES: readonly BalanceMode[] = ['off', 'areas', 'persons'];
const more = (a: BalanceMode, b: BalanceMode): boolean => MODES.indexOf(a) > MODES.indexOf(b);

const AGREEMENT: Merger<BalanceAgreement> = fields<BalanceAgreement>({
  since: decided<number>(Math.max),
  asked: fields<NonNullable<BalanceAgreement['asked']>>({
    mode: whole(),
    by: whole(),
    at: whole(),
    yes: values(),
  }),
  people: keyed(decided((a, b) => (a === 'declined' ? a : b))),
  nudge: whole(),
  names: keyed(whole()),
});

const FOLLOWED: Merger<FollowUp> = fields<FollowUp>({
  chairing: whole(),
  balance: decided<BalanceMode>((a, b) => (more(a, b) ? b : a)),
  agreement: AGREEMENT,
  pulse: whole(),
  reach: fields({ message: whole(), prepare: whole(), notices: whole() }),
  channel: whole(),
  monthly: whole(),
  marks: entries((mark) => `${mark.original}`, fields({ original: whole(), as: whole() })),
  asks: entries((ask) => ask.id, whole()),
  handedOver: entries(
    (one) => `${one.at}`,
    fields<HandOver>({ from: whole(), to: whole(), at: whole(), ended: whole() }),
  ),
  noticed: values() as Merger<NonNullable<FollowUp['noticed']>>,
});

/** A series about which nobody had said anything was followed up as FOLLOW_UP says. */
const FOLLOW: Merger<FollowUp | undefined> = (base, mine, theirs, path, conflicts) => {
  if (mine === undefined) return theirs;
  if (theirs === undefined) return mine;
  return withoutAnswered(FOLLOWED(base ?? FOLLOW_UP, mine, theirs, path, conflicts));
};

/** What one side asked once more while the other one's yes brought it into force waits for nobody. */
function withoutAnswered(followUp: FollowUp): FollowUp {
  const { agreement, balance } = followUp;
  if (agreement?.asked === undefined || more(agreement.asked.mode, balance)) return followUp;
  const { asked: _, ...rest } = agreement;
  return { ...followUp, agreement: rest };
}

const SERIES: Merger<Series> = fields<Series>({
  id: whole(),
  kind: whole(),
  title: whole(),
  language: whole(),
  minutes: whole(),
  every: whole(),
  times: whole(),
  zone: whole(),
  areas: entries((area) => area.id, AREA),
  people: entries((person) => person.id, MEMBER),
  sites: entries((site) => site.id, SITE),
  pauses: values(),
  // The calendar's own id comes late, when the invitation has been sent: it cannot be the key.
  chain: entries((one) => `${one.organiser} ${one.starts[0] ?? ''}`, CALENDAR_SERIES),
  followUp: FOLLOW as Merger<FollowUp>,
});

/**
 * Two edits of one series as one (MS1 to MS6): field by field, and entry by entry for areas, people, sites and days.
 * What only one side changed is kept from that side; what both changed differently is theirs, and reported.
 */
export function mergeSeries(base: Series, mine: Series, theirs: Series): SeriesMerge {
  if (base.id !== mine.id || base.id !== theirs.id) throw new Error('edits of different series');
  if (same(base, theirs)) return { series: mine, conflicts: [] };
  if (same(base, mine)) return { series: theirs, conflicts: [] };
  const conflicts: Path[] = [];
  const merged = SERIES(base, mine, theirs, [], conflicts);
  const sources = [theirs, mine, base];
  const { people } = merged;
  return {
    series: {
      ...merged,
      areas: withUsed(
        merged.areas,
        sources.map((one) => one.areas),
        people.map((one) => one.area),
        'areas',
        conflicts,
      ),
      sites: withUsed(
        merged.sites,
        sources.map((one) => one.sites),
        people.map((one) => one.site),
        'sites',
        conflicts,
      ),
      people: withoutDangling(people, [mine, theirs], conflicts),
    },
    conflicts,
  };
}

/** What one side removed while the other came to use it comes back (MS6). */
function withUsed<T extends { readonly id: string }>(
  present: readonly T[],
  sources: readonly (readonly T[])[],
  used: readonly string[],
  list: string,
  conflicts: Path[],
): readonly T[] {
  const have = new Set(present.map((one) => one.id));
  const missing = [...new Set(used)].filter((id) => !have.has(id));
  const back = missing.flatMap((id) =>
    sources
      .flat()
      .filter((one) => one.id === id)
      .slice(0, 1),
  );
  for (const one of back) conflicts.push([list, one.id]);
  return [...present, ...back];
}

/** Who stands in for somebody whom the other side removed stands in no more (MS6). */
function withoutDangling(
  people: readonly Member[],
  sides: readonly Series[],
  conflicts: Path[],
): readonly Member[] {
  const has = (list: readonly Member[], id: string) => list.some((one) => one.id === id);
  return people.map((person) => {
    const { standsInFor, ...rest } = person;
    if (standsInFor === undefined || has(people, standsInFor)) return person;
    const stood = sides.some(
      (side) =>
        has(side.people, standsInFor) &&
        side.people.some((one) => one.id === person.id && one.standsInFor === standsInFor),
    );
    if (!stood) return person;
    conflicts.push(['people', person.id, 'standsInFor']);
    return rest;
  });
}
