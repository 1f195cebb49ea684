import type { Paid } from '../../domain/rhythm/fairness';
import type { NextSeries, RhythmChange } from '../../domain/rhythm/followUp';
import type { Proposal } from '../../domain/rhythm/proposal';
import { patternFrom } from '../../domain/rhythm/proposing';
import type { Series } from '../../domain/rhythm/series';
import { type Session, sessionsOf } from '../../domain/rhythm/sessions';
import { plannedDays } from '../../domain/rhythm/toSlotRequest';
import { Refusal } from '../../domain/refusal';
import type { RankedSlot } from '../../domain/slots/types';
import { addDays, localTime } from '../../domain/time/calendarDays';
import type { CalendarDay, Instant } from '../../domain/time/types';
import type { Cancellation } from '../ports/cancellation';
import { paidFor, withFairness } from '../planning/fairness';
import { optionsOf, SHOWN } from '../planning/options';
import type { PlanOption } from '../planning/planView';
import { chosenIn, digestsIn, type Follow } from './followState';
import type { ProposalView } from './followView';
import { askAbout, knowDays } from './knowing';
import { keepSeries } from './settings';

/** Two years of weeks: whoever edits the file by hand makes no search, and no reading of calendars, longer than that. */
const MOST_STEPS = 104;

type Option = NonNullable<ProposalView['options']>[number];

/**
 * Asks the search anew, over calendars as they are now and as if this series stood in none of them: from the next session
 * on for another time, behind the last one for a renewal. The best and clearly different ones, as changes that can be done.
 */
export async function findTimes(
  follow: Follow,
  { kind }: Proposal,
  cancel: Cancellation,
): Promise<readonly Option[]> {
  const state = follow.state.get();
  const { series } = chosenIn(state);
  const sessions = sessionsOf(series, digestsIn(state), follow.now());
  const asked = kind === 'renewal' ? renewalOf(series, sessions) : restOf(series, sessions, follow.now());
  const tomorrow = addDays(localTime(follow.now(), series.zone).day, 1);
  const from = asked.from < tomorrow ? tomorrow : asked.from;
  const times = Math.min(asked.times, Math.max(1, Math.floor(MOST_STEPS / series.every)));
  const wanted: Series = { ...series, times };
  const known = await knowDays(follow.ports, series, plannedDays(wanted, from), cancel);
  const request = askAbout(wanted, from, known);
  const { search } = follow.ports;
  const [answer, unreached] = await Promise.all([
    search.search(request, cancel),
    search.search({ ...request, reach: 0, top: 1 }, cancel),
  ]);
  // What is asked for is another time: the present one stays out, however good calendars say it is.
  const present = kind === 'renewal' ? null : patternFrom(series, sessions, follow.now());
  const slots = answer.slots.filter(isOther(present));
  const [contrast] = unreached.slots.filter(isOther(present));
  const found = optionsOf(wanted, { ...answer, slots }, contrast, known.holidays).slice(0, SHOWN);
  const options = await withFairness(found, series, request, follow.now());
  const gives = await paidFor(request, options);
  const why = kind === 'renewal' ? 'renewal' : 'otherTime';
  return options.flatMap((option, n) => optionView(wanted, option, gives[n] ?? {}, why));
}

/** The series has gone on at a time that the search found: what areas give up for it is there to compare next time. */
export async function keepGiven(follow: Follow, change: RhythmChange): Promise<void> {
  if (change.kind !== 'goOn') return;
  const { from } = change.plan;
  const options = Object.values(follow.state.get().rhythm.options).flat();
  const paid = options.find((one) => one.change === change)?.gives;
  if (paid === undefined) return;
  await keepSeries(follow, (kept) => {
    const last = kept.chain.at(-1);
    const first = last?.starts[0];
    if (last === undefined || first === undefined || localTime(first, kept.zone).day !== from) return kept;
    return { ...kept, chain: [...kept.chain.slice(0, -1), { ...last, paid }] };
  });
}

function optionView(
  { every, times }: Series,
  { slot, of, never, reasons }: PlanOption,
  gives: Paid,
  why: 'renewal' | 'otherTime',
): readonly Option[] {
  const { pattern, held, start, occurrences } = slot;
  const from = occurrences[0]?.date;
  if (pattern === undefined || from === undefined) return [];
  const { weekday, time, nth } = pattern;
  const plan = { every, times, weekday, time, ...(nth !== undefined && { nth }), from };
  const paid = reasons.flatMap((one) =>
    one.kind === 'paidLastTime' && one.now === 'less' ? [one.area] : [],
  );
  const shown = { held, of, start, never: never.map(({ id }) => id), paid, gives };
  return [{ change: { kind: 'goOn', why, plan }, ...shown }];
}

const isOther =
  (present: NextSeries | null) =>
  ({ pattern }: RankedSlot): boolean =>
    pattern?.weekday !== present?.weekday || pattern?.time !== present?.time || pattern?.nth !== present?.nth;

type Asked = { readonly from: CalendarDay; readonly times: number };

/** What is left of the series, at another time. */
function restOf(series: Series, sessions: readonly Session[], now: Instant): Asked {
  const rest = patternFrom(series, sessions, now);
  if (rest === null) throw new Refusal('follow/unknown-session');
  return rest;
}

/** As many sessions again, behind the last one. */
function renewalOf(series: Series, sessions: readonly Session[]): Asked {
  const last = sessions.at(-1);
  if (last === undefined) throw new Refusal('follow/unknown-session');
  const from = addDays(localTime(Math.max(last.start, last.original), series.zone).day, 1);
  return { from, times: series.chain.at(-1)?.starts.length || series.times };
}
