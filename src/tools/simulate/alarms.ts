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

/** The panel looks so often. */
const LOOK = 5 * SECOND;

/**
 * In how many of so many meetings an alarm was raised: any one, over the whole meeting; where an area holds the talk, one of
 * another area while it does.
 */
export function alarms(one: AlarmCase, meetings: number, seed: number): number {
  let raised = 0;
  for (let at = 0; at < meetings; at++) if (isRaised(one, seed + at)) raised += 1;
  return raised / meetings;
}

function isRaised({ group, minutes, held, marking }: AlarmCase, seed: number): boolean {
  const end = minutes * MINUTE;
  const turns = turnTaking(group, minutes, held, seed);
  const people = peopleOf(group);
  const here = people.map((one) => ({ ...one, present: end, spans: [{ from: 0, until: end }] }));
  const known = marking === null ? exact(turns) : marked(turns, people, end, marking, seed);
  const from = held?.from ?? 0;
  // Somebody who looks every few seconds has looked a moment after the end too.
  for (let now = from; now <= (held?.until ?? end) + LOOK; now += LOOK)
    if (isQuiet(known(now), here, held, now)) return true;
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
