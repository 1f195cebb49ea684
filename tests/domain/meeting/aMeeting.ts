import { applyCommand } from '../../../src/domain/meeting/apply';
import type { CommandBody } from '../../../src/domain/meeting/commands';
import { afterHappening } from '../../../src/domain/meeting/happened';
import { newMeeting } from '../../../src/domain/meeting/newMeeting';
import type { Attendee, Meeting } from '../../../src/domain/meeting/types';
import { Refusal } from '../../../src/domain/refusal';

export const MIN = 60_000;
export const START = Date.UTC(2026, 11, 1, 16, 15);

export const PEOPLE: readonly Attendee[] = [
  { id: 'irene', area: 'marketing', role: 'key' },
  { id: 'hugo', area: 'marketing', role: 'optional', standsInFor: 'irene' },
  { id: 'leire', area: 'marketing', role: 'optional' },
  { id: 'rodrigo', area: 'sales', role: 'key' },
  { id: 'andres', area: 'sales', role: 'optional' },
  { id: 'agencia', area: 'marketing', role: 'optional', outsider: true },
];

export const MINUTES = [5, 10, 10, 5, 3, 2];

/** Irene chairs, Rodrigo organises; six items of 35 minutes in all, 'i0' to 'i5'. */
export const aMeeting = (minutes: readonly number[] = MINUTES): Meeting =>
  newMeeting({
    start: START,
    organiser: 'rodrigo',
    chair: 'irene',
    people: PEOPLE,
    items: minutes.map((each, at) => ({ id: `i${at}`, kind: 'topic', title: `Punto ${at}`, minutes: each })),
  });

let made = 0;

/** One command with an id of its own, by the chair unless said. */
export const after = (meeting: Meeting, body: CommandBody, now: number, by = 'irene', id = `c${made++}`) =>
  applyCommand(meeting, { id, ...body }, by, now);

/** Running since its time, with the chair's panel open. */
export const running = (minutes?: readonly number[], since = START): Meeting =>
  after(
    afterHappening(aMeeting(minutes), { kind: 'panelOpened', person: 'irene' }, since),
    { kind: 'start' },
    since,
  );

/** The same but for the ids of commands it remembers. */
export const expectSame = (meeting: Meeting, as: Meeting) =>
  expect({ ...meeting, applied: [] }).toEqual({ ...as, applied: [] });

/** The code of a refusal, or what was answered instead. */
export function refused(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

export const present = (meeting: Meeting, ...people: readonly string[]): Meeting =>
  people.reduce((all, person) => after(all, { kind: 'present', person, how: 'room' }, START), meeting);
