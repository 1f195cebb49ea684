import type { TalkPerson } from '../../domain/balance/measuring';
import type { NameMeans, Share, Talk } from '../../domain/balance/types';
import type { MeetingRecord } from '../../domain/meeting/record';
import type { PersonId } from '../../domain/meeting/types';
import { plainName } from '../../domain/plainName';
import { Refusal } from '../../domain/refusal';
import type { Member, Series } from '../../domain/rhythm/series';
import { linksByStart } from '../../domain/rhythm/sessions';
import type { Instant, Interval } from '../../domain/time/types';

/** What of one session is needed to measure it. */
export type TalkSession = {
  readonly series: string;
  readonly title: string;
  /** The occurrence's original start. */
  readonly start: Instant;
  /** From its beginning to its end; speech outside of it does not count. */
  readonly time: Interval;
  /** Of its Teams meeting; undefined where nobody knows one. */
  readonly joinUrl: string | undefined;
  readonly people: readonly TalkPerson[];
  readonly names: Readonly<Record<string, NameMeans>>;
  /** Who does not take part in the measuring. */
  readonly declined: readonly PersonId[];
  /** What its record has. */
  readonly kept: Talk | null;
  readonly me: PersonId;
  /** My own share as the meeting told it to me, an estimate; nothing outside of the meeting. */
  readonly own?: Share;
};

/**
 * Whether a session that was held may be measured (TL1): the series measures now, and did when the session began. What
 * was counted in it tells that as well as the day of the agreement.
 */
export function mayMeasure(
  { followUp }: Series,
  { startedAt, talk }: Pick<MeetingRecord, 'startedAt' | 'talk'>,
): boolean {
  const { agreement, balance = 'off' } = followUp ?? {};
  if (agreement === undefined || balance === 'off') return false;
  return talk !== undefined || agreement.since <= startedAt;
}

/** Who has said that they do not take part, under the ids of the record. */
export function declinedIn(series: Series, record: Pick<MeetingRecord, 'people'>): readonly PersonId[] {
  const inRecord = (id: PersonId): PersonId => {
    const member = series.people.find((one) => one.id === id);
    return record.people.find((person) => member !== undefined && isOne(series, member, person))?.id ?? id;
  };
  return Object.entries(series.followUp?.agreement?.people ?? {}).flatMap(([id, as]) =>
    as === 'declined' ? [inRecord(id)] : [],
  );
}

/** In the room somebody may have another id than in the rosters, an outsider always: then the name and the area tell. */
const isOne = (
  { people }: Series,
  member: Member,
  { id, name, area }: MeetingRecord['people'][number],
): boolean =>
  member.id === id ||
  (plainName(member.name) === name && member.area === area && !people.some((one) => one.id === id));

/** The session of a record; null where it may not be measured. `joinUrl` where the place tells it better than the series. */
export function talkSessionOf(
  series: Series,
  record: MeetingRecord,
  me: PersonId,
  joinUrl = linksByStart(series).get(record.start)?.joinUrl,
): TalkSession | null {
  if (!mayMeasure(series, record)) return null;
  const { names = {} } = series.followUp?.agreement ?? {};
  return {
    series: record.series,
    title: record.about.title,
    start: record.start,
    time: { from: record.startedAt, until: record.endedAt },
    joinUrl,
    people: peopleOf(series, record),
    names,
    declined: declinedIn(series, record),
    kept: record.talk ?? null,
    me,
  };
}

/** Who was expected, then whoever of the rosters was not: somebody may have come without a panel. */
function peopleOf(series: Series, record: MeetingRecord): readonly TalkPerson[] {
  const there = record.people.map((person): TalkPerson => {
    const member = series.people.find((one) => isOne(series, one, person));
    return {
      ...person,
      name: person.name === '' ? (member?.name ?? '') : person.name,
      ...(member !== undefined && member.mail !== '' && { mail: member.mail }),
      ...(member?.outsider === true && { outsider: true as const }),
    };
  });
  const others = series.people.filter(
    (member) => member.role !== 'informed' && !record.people.some((person) => isOne(series, member, person)),
  );
  return [
    ...there,
    ...others.map(({ id, name, mail, area, outsider }) => ({
      ...{ id, name, area, how: 'unknown' as const },
      ...(mail !== '' && { mail }),
      ...(outsider === true && { outsider: true as const }),
    })),
  ];
}

/** The series with what somebody said of names in transcripts. Refuses where nothing is agreed to be measured. */
export function withNames(series: Series, names: Readonly<Record<string, NameMeans>>): Series {
  const { followUp } = series;
  if (followUp?.agreement === undefined) throw new Refusal('talk/not-measured');
  const agreement = { ...followUp.agreement, names: { ...followUp.agreement.names, ...names } };
  return { ...series, followUp: { ...followUp, agreement } };
}
