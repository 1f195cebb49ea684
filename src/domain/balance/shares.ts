import type { PersonId } from '../meeting/types';
import type { Balance, Share, Turn } from './types';

/** Somebody who takes part: `present` is how long they were in the meeting, in milliseconds. */
export type Counted = { readonly id: PersonId; readonly area: string; readonly present: number };

/**
 * Shares of those who take part, silent ones included; turns of anybody else belong to nobody. `speech` is what was heard,
 * null without a signal.
 */
export function balanceOf(of: {
  readonly turns: readonly Turn[];
  readonly people: readonly Counted[];
  readonly speech: number | null;
}): Balance {
  const said = new Map(of.people.map(({ id }) => [id, 0]));
  for (const { person, from, until } of of.turns) {
    const before = said.get(person);
    if (before !== undefined) said.set(person, before + until - from);
  }
  const all = sum([...said.values()]);
  const fair = fairOf(of.people);
  const share = (milliseconds: number, fairShare: number): Share => ({
    milliseconds,
    share: all === 0 ? 0 : milliseconds / all,
    fair: fairShare,
  });
  const people: Record<PersonId, Share> = {};
  const areas: Record<string, Share> = {};
  of.people.forEach(({ id, area }, at) => {
    const own = share(said.get(id) ?? 0, fair[at] ?? 0);
    people[id] = own;
    const before = areas[area];
    areas[area] = share((before?.milliseconds ?? 0) + own.milliseconds, (before?.fair ?? 0) + own.fair);
  });
  return {
    areas,
    people,
    speech: of.speech ?? sum(of.turns.map(({ from, until }) => until - from)),
    attributed: of.speech === null ? null : of.speech === 0 ? 0 : all / of.speech,
  };
}

/** Each one's part of the time that all were present; equal parts while nobody was. */
export function fairOf(people: readonly Pick<Counted, 'present'>[]): readonly number[] {
  const all = sum(people.map(({ present }) => present));
  return people.map(({ present }) => (all === 0 ? 1 / people.length : present / all));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
