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
  const spoken = sum([...said.values()]);
  const present = sum(of.people.map((one) => one.present));
  // Times are added up before they are divided: parts of one area that is all there is are never more than the whole.
  const shareOf = (some: readonly Counted[]): Share => {
    const milliseconds = sum(some.map(({ id }) => said.get(id) ?? 0));
    return {
      milliseconds,
      share: spoken === 0 ? 0 : milliseconds / spoken,
      fair: present === 0 ? some.length / of.people.length : sum(some.map((one) => one.present)) / present,
    };
  };
  const areas = [...new Set(of.people.map(({ area }) => area))];
  return {
    areas: Object.fromEntries(
      areas.map((area) => [area, shareOf(of.people.filter((one) => one.area === area))]),
    ),
    people: Object.fromEntries(of.people.map((one) => [one.id, shareOf([one])])),
    speech: of.speech ?? sum(of.turns.map(({ from, until }) => until - from)),
    attributed: of.speech === null ? null : of.speech === 0 ? 0 : spoken / of.speech,
  };
}

/** Each one's part of the time that all were present; equal parts while nobody was. */
export function fairOf(people: readonly Pick<Counted, 'present'>[]): readonly number[] {
  const all = sum(people.map(({ present }) => present));
  return people.map(({ present }) => (all === 0 ? 1 / people.length : present / all));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
