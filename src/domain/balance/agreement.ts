import type { PersonId } from '../meeting/types';
import { Refusal } from '../refusal';
import { FOLLOW_UP, type BalanceAgreement, type FollowUp } from '../rhythm/followUp';
import type { Member, Series } from '../rhythm/series';
import type { Instant } from '../time/types';
import type { BalanceMode, TakesPart } from './types';

const MODES: readonly BalanceMode[] = ['off', 'areas', 'persons'];

/** The smaller of two, such as what is agreed and what the tenant allows. */
const lesser = (one: BalanceMode, other: BalanceMode): BalanceMode => (isMore(one, other) ? other : one);

export const isMore = (one: BalanceMode, than: BalanceMode): boolean =>
  MODES.indexOf(one) > MODES.indexOf(than);

/** What counts for meetings whose agenda comes now; null where nothing is measured (AT1, AT2). */
export function inForce(
  { followUp }: Pick<Series, 'followUp'>,
  cap: BalanceMode,
): {
  readonly mode: 'areas' | 'persons';
  readonly since: Instant;
  readonly nudge: boolean;
  readonly declined: readonly PersonId[];
} | null {
  const agreement = followUp?.agreement;
  if (followUp === undefined || agreement === undefined) return null;
  const mode = lesser(followUp.balance, cap);
  if (mode === 'off') return null;
  const { since, nudge, people } = agreement;
  const declined = Object.keys(people).filter((id) => people[id] === 'declined');
  return { mode, since, nudge, declined };
}

/** Asks for more than is measured now; whoever asks says yes for their own area (AT3, AT4). */
export function askFor(
  series: Series,
  mode: 'areas' | 'persons',
  by: PersonId,
  at: Instant,
  cap: BalanceMode,
): Series {
  if (isMore(mode, cap)) throw new Refusal('talk/capped');
  if (!mayAgree(series, by)) throw new Refusal('talk/not-yours');
  const { followUp, agreement } = begun(series, at);
  if (!isMore(mode, followUp.balance)) return series;
  if (agreement.asked?.mode === mode) return sayYes(series, mode, by, at, cap);
  return settled(agreed(series, followUp, { ...agreement, asked: { mode, by, at, yes: [by] } }), at);
}

/** Says yes to what was asked, and to nothing else that was asked meanwhile (AT4). */
export function sayYes(
  series: Series,
  mode: 'areas' | 'persons',
  by: PersonId,
  at: Instant,
  cap: BalanceMode,
): Series {
  const { followUp, agreement } = begun(series, at);
  const { asked } = agreement;
  if (asked?.mode !== mode) throw new Refusal('follow/answered');
  if (isMore(mode, cap)) throw new Refusal('talk/capped');
  if (!mayAgree(series, by)) throw new Refusal('talk/not-yours');
  const yes = asked.yes.includes(by) ? asked.yes : [...asked.yes, by];
  return settled(agreed(series, followUp, { ...agreement, asked: { ...asked, yes } }), at);
}

/** Who asked takes the question back, who said yes their yes, and anybody says no to it (AT5). */
export function takeBack(series: Series, by: PersonId, at: Instant): Series {
  const { followUp, agreement } = begun(series, at);
  const { asked, ...rest } = agreement;
  if (asked === undefined) throw new Refusal('follow/answered');
  const keeps = asked.by !== by && asked.yes.includes(by);
  const yes = asked.yes.filter((one) => one !== by);
  return agreed(series, followUp, keeps ? { ...rest, asked: { ...asked, yes } } : rest);
}

/** Less, at once and whoever says it; what was asked for is gone with it (AT6). */
export function lower(series: Series, mode: 'off' | 'areas', at: Instant): Series {
  const { followUp, agreement } = begun(series, at);
  const { asked, ...rest } = agreement;
  if (!isMore(followUp.balance, mode)) return asked === undefined ? series : agreed(series, followUp, rest);
  return withMode(series, followUp, rest, mode, at);
}

/** Brings what was asked into force where somebody of each area has said yes, also when two said it at the same time (AT7). */
export function settled(series: Series, at: Instant): Series {
  const { followUp } = series;
  const agreement = followUp?.agreement;
  if (followUp === undefined || agreement?.asked === undefined) return series;
  const { asked, ...rest } = agreement;
  if (areasMissing(series).length > 0) return series;
  if (!isMore(asked.mode, followUp.balance)) return agreed(series, followUp, rest);
  return withMode(series, followUp, rest, asked.mode, at);
}

/** How I take part; being shown is only mine to say, while persons are measured (AT8). */
export function takePart(series: Series, me: PersonId, as: TakesPart, at: Instant): Series {
  const { followUp, agreement } = begun(series, at);
  if (as === 'shown' && followUp.balance !== 'persons') throw new Refusal('talk/not-measured');
  const { [me]: before, ...others } = agreement.people;
  if ((before ?? 'counted') === as) return series;
  const people = as === 'counted' ? others : { ...others, [me]: as };
  return agreed(series, followUp, { ...agreement, people });
}

/** Whether an area that is still to be heard may be named in the meeting (AT9). */
export function withNudge(series: Series, nudge: boolean, at: Instant): Series {
  const { followUp, agreement } = begun(series, at);
  return agreement.nudge === nudge ? series : agreed(series, followUp, { ...agreement, nudge });
}

/** Forgets what a name in transcripts means: it is asked again (AT9). */
export function withoutName(series: Series, name: string): Series {
  const agreement = series.followUp?.agreement;
  if (series.followUp === undefined || agreement === undefined) return series;
  const names = Object.fromEntries(Object.entries(agreement.names).filter(([one]) => one !== name));
  return agreed(series, series.followUp, { ...agreement, names });
}

export const takesPart = ({ followUp }: Pick<Series, 'followUp'>, person: PersonId): TakesPart => {
  const people = followUp?.agreement?.people ?? {};
  return Object.hasOwn(people, person) ? (people[person] ?? 'counted') : 'counted';
};

/** Areas of which nobody has said yes yet to what is asked; an area without anybody who could is one of them. */
export function areasMissing(series: Series): readonly string[] {
  const yes = series.followUp?.agreement?.asked?.yes ?? [];
  const said = new Set(series.people.filter((one) => yes.includes(one.id) && agrees(one)).map(areaOf));
  return series.areas.map(({ id }) => id).filter((id) => !said.has(id));
}

/** Areas of which one person alone is counted: the area's share is that person's (AT10). */
export function areasOfOne(series: Series): readonly string[] {
  const counted = series.people.filter((one) => agrees(one) && takesPart(series, one.id) !== 'declined');
  return series.areas
    .map(({ id }) => id)
    .filter((id) => counted.filter(({ area }) => area === id).length === 1);
}

/** Key and optional people of the company: who comes to the meetings, and is counted in them. */
export const mayAgree = ({ people }: Pick<Series, 'people'>, person: PersonId): boolean =>
  people.some((one) => one.id === person && agrees(one));

const agrees = ({ role, outsider }: Member): boolean => role !== 'informed' && outsider !== true;
const areaOf = ({ area }: Member): string => area;

/** A mode that stands in a file without an agreement was nobody's: it begins with off. */
function begun(
  { followUp }: Series,
  at: Instant,
): { readonly followUp: FollowUp; readonly agreement: BalanceAgreement } {
  if (followUp?.agreement !== undefined) return { followUp, agreement: followUp.agreement };
  const agreement = { since: at, people: {}, nudge: true, names: {} };
  return { followUp: { ...(followUp ?? FOLLOW_UP), balance: 'off' }, agreement };
}

const agreed = (series: Series, followUp: FollowUp, agreement: BalanceAgreement): Series => ({
  ...series,
  followUp: { ...followUp, agreement },
});

/** Whoever wanted to be shown said so of what was measured then; who does not take part goes on not to. */
function withMode(
  series: Series,
  followUp: FollowUp,
  agreement: BalanceAgreement,
  balance: BalanceMode,
  since: Instant,
): Series {
  const people = Object.fromEntries(
    Object.entries(agreement.people).filter(([, as]) => as === 'declined'),
  ) as BalanceAgreement['people'];
  return agreed(series, { ...followUp, balance }, { ...agreement, since, people });
}
