import type { RecordDigest } from '../rhythm/digest';
import { type BalanceAgreement, FOLLOW_UP, type FollowUp } from '../rhythm/followUp';
import type { Series } from '../rhythm/series';
import type { MeetingRecord } from './record';
import type { PersonId } from './types';

/** What stands in the place of a name; minutes say so of people whom they do not know, too. */
const NOBODY = '…';

/** Whether the record names that person, in any place in which a person is named by id. */
export function names(record: RecordDigest, person: PersonId): boolean {
  const { people, chair, problems, decisions, tasks } = record;
  return (
    chair === person ||
    people.some(({ id }) => id === person) ||
    problems.some(({ by }) => by === person) ||
    decisions.some(({ deciders }) => deciders.includes(person)) ||
    tasks.some(({ owner, doneBy }) => owner === person || doneBy === person)
  );
}

/**
 * The record without that person (ER1, ER2). Somebody without a name, `as`, stands where they stood, of the same area and
 * as present, so that minimums and promises count as before. What people wrote stays as they wrote it, also where it names
 * somebody. `area` is that of somebody who owns a task and was not among the people.
 */
export function withoutPerson(
  record: MeetingRecord,
  person: PersonId,
  as: PersonId,
  area = '',
): MeetingRecord {
  const other = (id: PersonId): PersonId => (id === person ? as : id);
  const { people, ideas } = record;
  const there = people.some(({ id }) => id === person);
  const owns = record.tasks.some(({ owner }) => owner === person);
  return {
    ...record,
    chair: record.chair === null ? null : other(record.chair),
    people: [
      ...people.map((one) => (one.id === person ? { ...one, id: as, name: NOBODY } : one)),
      ...(owns && !there ? [{ id: as, name: NOBODY, area, how: 'unknown' as const }] : []),
    ],
    items: record.items.map(({ owner, ...one }) => ({
      ...one,
      ...(owner !== undefined && { owner: other(owner) }),
    })),
    problems: record.problems.map((one) => ({ ...one, by: other(one.by) })),
    ideas: ideas.map((one) => ({ ...one, by: other(one.by), votes: one.votes.map(other) })),
    decisions: record.decisions.map((one) => ({ ...one, deciders: one.deciders.map(other) })),
    tasks: record.tasks.map(({ doneBy, ...one }) => ({
      ...one,
      owner: other(one.owner),
      ...(doneBy !== undefined && { doneBy: other(doneBy) }),
    })),
  };
}

/**
 * The series without that person (ER3): in no roster, standing in for nobody, chairing and asking nothing; the calendar
 * series that were theirs are somebody's without a name. Whoever organises it now stays: it is handed over first.
 */
export function seriesWithout(series: Series, person: PersonId, as: PersonId): Series {
  const other = (id: PersonId): PersonId => (id === person ? as : id);
  const { followUp } = series;
  return {
    ...series,
    people: series.people
      .filter(({ id }) => id !== person)
      .map(({ standsInFor, ...one }) =>
        standsInFor === undefined || standsInFor === person ? one : { ...one, standsInFor },
      ),
    chain: series.chain.map((link, at) =>
      at === series.chain.length - 1 ? link : { ...link, organiser: other(link.organiser) },
    ),
    ...(followUp !== undefined && { followUp: followedWithout(followUp, person, as) }),
  };
}

function followedWithout(followUp: FollowUp, person: PersonId, as: PersonId): FollowUp {
  const { chairing, asks, handedOver, noticed, agreement } = followUp;
  const other = (id: PersonId): PersonId => (id === person ? as : id);
  return {
    ...followUp,
    chairing: chairing.kind === 'person' && chairing.person === person ? FOLLOW_UP.chairing : chairing,
    asks: asks.flatMap((ask) => {
      const { change } = ask;
      if (ask.by === person || (change.kind === 'handOver' && change.to === person)) return [];
      if (change.kind !== 'fewer' || !change.people.includes(person)) return [ask];
      const people = change.people.filter((id) => id !== person);
      return people.length === 0 ? [] : [{ ...ask, change: { ...change, people } }];
    }),
    handedOver: handedOver.map((one) => ({ ...one, from: other(one.from), to: other(one.to) })),
    ...(noticed !== undefined && { noticed: noticed.filter((one) => one.person !== person) }),
    ...(agreement !== undefined && { agreement: agreedWithout(agreement, person) }),
  };
}

/** What they asked for themselves goes too; so do the names under which transcripts show them. */
function agreedWithout({ asked, ...agreement }: BalanceAgreement, person: PersonId): BalanceAgreement {
  return {
    ...agreement,
    ...(asked !== undefined &&
      asked.by !== person && { asked: { ...asked, yes: asked.yes.filter((id) => id !== person) } }),
    people: without(agreement.people, ([id]) => id === person),
    names: without(agreement.names, ([, means]) => means.kind === 'person' && means.person === person),
  };
}

const without = <V>(
  map: Readonly<Record<string, V>>,
  gone: (entry: readonly [string, V]) => boolean,
): Readonly<Record<string, V>> => Object.fromEntries(Object.entries(map).filter((entry) => !gone(entry)));
