import { quietArea } from '../../domain/balance/alarm';
import { attributeTurns } from '../../domain/balance/attribution';
import { heardOf } from '../../domain/balance/speaking';
import type { Here } from '../../domain/balance/standing';
import type { Turn } from '../../domain/balance/types';
import type { Interval } from '../../domain/time/types';
import { eventsOf, type Marking } from './marking';
import { MINUTE, peopleOf, SECOND, turnTaking, type Group, type Held } from './turnTaking';

export type AlarmCase = {
  readonly group: Group;
  readonly minutes: number;
  readonly held: Held | null;
  /** Who marks; null where every turn is known. */
  readonly marking: Marking | null;
};

/**
 * Panels look every few seconds, the alarm itself each five minutes from the first words: between those it begins never
 * (BA13), so that whoever looks a moment after each has seen all.
 */
export const EACH_LOOK: Looks = { every: 5 * MINUTE, after: SECOND };
export type Looks = { readonly every: number; readonly after: number };

/**
 * In how many of so many meetings an alarm was raised: any one, over the whole meeting; where an area holds the talk, one of
 * another area while it does.
 */
export function alarms(one: AlarmCase, looks: Looks, meetings: number, seed: number): number {
  let raised = 0;
  for (let at = 0; at < meetings; at++) if (isRaised(one, looks, seed + at)) raised += 1;
  return raised / meetings;
}

export function isRaised({ group, minutes, held, marking }: AlarmCase, looks: Looks, seed: number): boolean {
  const end = minutes * MINUTE;
  const turns = turnTaking(group, minutes, held, seed);
  const people = peopleOf(group);
  const here = people.map((one) => ({ ...one, spans: [{ from: 0, until: end }] }));
  const known = marking === null ? exact(turns) : marked(turns, people, end, marking, seed);
  for (let now = looks.after; now <= (held?.until ?? end) + looks.after; now += looks.every)
    if (now >= (held?.from ?? 0) && isQuiet(known(now), here, held, now)) return true;
  return false;
}

function isQuiet(known: Known, people: readonly Here[], held: Held | null, now: number): boolean {
  const quiet = quietArea({ ...known, people, now });
  return quiet !== null && (held === null || quiet !== '0');
}

/** What the log tells at one moment: nothing of what comes. */
type Known = { readonly turns: readonly Turn[]; readonly heard: readonly Interval[] | null };

function exact(turns: readonly Turn[]): (now: number) => Known {
  return (now) => ({
    turns: turns
      .filter(({ from }) => from < now)
      .map((turn) => (turn.until > now ? { ...turn, until: now } : turn)),
    heard: [{ from: 0, until: now }],
  });
}

function marked(
  said: readonly Turn[],
  people: ReturnType<typeof peopleOf>,
  until: number,
  marking: Marking,
  seed: number,
): (now: number) => Known {
  const events = eventsOf({ until, people, said, items: [] }, marking, seed);
  return (now) => {
    const log = [...events.filter(({ at }) => at <= now), { at: now, kind: 'end' } as const];
    return { turns: attributeTurns(log), heard: heardOf(log) };
  };
}
