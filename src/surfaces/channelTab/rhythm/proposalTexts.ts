import type { ProposalView } from '../../../app/follow/followView';
import type { Proposal } from '../../../domain/rhythm/proposal';
import type { Weekday } from '../../../domain/time/types';
import type { PartProps } from '../partProps';
import { namesIn } from './rhythmNames';

type Option = NonNullable<ProposalView['options']>[number];

/** The facts that speak for a proposal. */
export function whyText({ kind, why }: Proposal, props: PartProps): string {
  const { view, locale } = props;
  const words = locale.follow.rhythm.proposals;
  const { format } = locale;
  const named = namesIn(props);
  if (kind === 'renewal' && why.last !== undefined)
    return words.ending(why.left ?? 0, format.day(format.dayOf(why.last, view.zone)));
  if (why.period !== undefined) return words.period(named.area(why.period.area), why.period.label);
  return [
    why.skipped > 0 ? words.fades(why.skipped, why.of) : words.fadesOnly,
    ...(why.late ? [words.late(why.late)] : []),
    ...(why.withoutQuorum ? [words.withoutQuorum(why.withoutQuorum, (why.areas ?? []).map(named.area))] : []),
  ].join(', ');
}

/** What is proposed. */
export function whatText({ kind, change, why }: Proposal, props: PartProps): string {
  const { locale } = props;
  const words = locale.follow.rhythm.proposals.what;
  const { format } = locale;
  const named = namesIn(props);
  switch (kind) {
    case 'shorten':
    case 'short': {
      const minutes = change !== null && 'minutes' in change ? change.minutes : undefined;
      return words[kind](minutes === undefined ? '' : format.minutes(minutes));
    }
    case 'fewer':
      return words.fewer(
        format.list(
          (change?.kind === 'fewer' ? change.people : (why.people ?? [])).map((id) => named.person(id)),
        ),
      );
    case 'fortnightly':
    case 'otherTime':
    case 'renewal':
      return words[kind]('');
  }
}

/** One time that the search found: when, how many sessions, who never can, and which area gave up more last time. */
export function optionText({ change, held, of, start, never, paid }: Option, props: PartProps): string {
  const { view, locale } = props;
  const words = locale.follow.rhythm.proposals;
  const { format } = locale;
  const named = namesIn(props);
  const from = format.day(format.dayOf(start, view.zone));
  const rhythm = () => {
    if (change.kind !== 'goOn') return format.dayAndTime(start, view.zone);
    const { every, weekday, time, nth } = change.plan;
    const day = format.weekdayInFull(weekday as Weekday);
    return nth === undefined
      ? words.weekly(every, day, format.clock(time))
      : words.monthly(every, nth, day, format.clock(time));
  };
  return [
    words.option(rhythm(), from),
    words.held(held, of),
    ...(never.length > 0 ? [words.never(never.map((id) => named.person(id)))] : []),
    ...(paid.length > 0 ? [words.paid(paid.map((id) => named.area(id)))] : []),
  ].join(' · ');
}
