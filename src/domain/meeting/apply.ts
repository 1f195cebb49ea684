import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { isOutdated, RULES, type Command, type CommandBody } from './commands';
import {
  withAsking,
  withNextSpeaker,
  withoutAsking,
  withoutRound,
  withRound,
  withSpeaker,
  withTurnEnded,
} from './floor';
import { withLength, withMinutes, withoutItem } from './minutes';
import { chairedBy, isOne, personOf, speaksFor, withPresence, withStandIn } from './people';
import { ended, moved, reopened, started } from './phases';
import { banked, phaseAt, settled } from './timer';
import type { Meeting, PersonId } from './types';

/** So many ids of commands are remembered: more than a network repeats. */
export const REMEMBERED = 500;

/**
 * The meeting after somebody's command; the same object for a repeated id. One whose moment has passed is only
 * remembered. Whoever calls it has checked who `by` is. Refuses strangers, those who may not, and what cannot be now.
 */
export function applyCommand(meeting: Meeting, command: Command, by: PersonId, now: Instant): Meeting {
  if (!meeting.people.some(({ id }) => id === by)) throw new Refusal('meeting/not-a-participant');
  if (meeting.applied.includes(command.id)) return meeting;
  const { phases, who } = RULES[command.kind];
  if (!who.some((one) => isOne(meeting, by, one, now))) throw new Refusal('meeting/not-allowed');
  checkNames(meeting, command);
  const at = settled(meeting, now);
  if (isOutdated(at, command)) return remembering(meeting, command.id);
  if (!phases.includes(phaseAt(at, now))) throw new Refusal('meeting/not-now');
  return remembering(changed(at, command, by, now), command.id);
}

/** Also what changed nothing: it was answered, and must not do later what it did not do then. */
const remembering = (meeting: Meeting, id: string): Meeting => ({
  ...meeting,
  applied: [...meeting.applied, id].slice(-REMEMBERED),
});

function changed(meeting: Meeting, command: CommandBody, by: PersonId, now: Instant): Meeting {
  switch (command.kind) {
    case 'start':
      return started(meeting, now);
    case 'next':
      return moved(meeting, 1, now);
    case 'previous':
      return moved(meeting, -1, now);
    case 'setMinutes':
      return withMinutes(meeting, command.item, command.minutes, command.against);
    case 'setLength':
      return withLength(meeting, command.minutes);
    case 'putOff':
      return putOff(meeting, command.item, now);
    case 'handOver':
      return chairedBy(meeting, personOf(meeting, command.to).id, now);
    case 'takeOver':
      return chairedBy(meeting, by, now);
    case 'end':
      return ended(meeting, by, now);
    case 'reopen':
      return reopened(meeting, now);
    case 'present':
      return withPresence(meeting, command);
    case 'standIn':
      return withStandIn(meeting, command.for, command.person);
    case 'ask':
    case 'withdraw':
      checkSpeaksFor(meeting, by, command.person);
      return command.kind === 'ask'
        ? withAsking(meeting, command.person)
        : withoutAsking(meeting, command.person);
    case 'give':
      // Anybody marks whoever speaks, so that nobody goes unmarked while the chair is busy; only the chair takes the floor from somebody.
      if (meeting.chair !== by && meeting.floor.speaker !== null) throw new Refusal('meeting/floor-is-taken');
      return withSpeaker(meeting, command.person, now);
    case 'giveNext':
      return withNextSpeaker(meeting, now);
    case 'endTurn':
      if (meeting.chair !== by) checkSpeaksFor(meeting, by, command.person);
      return withTurnEnded(meeting, now);
    case 'round':
      return withRound(meeting, command.milliseconds, now);
    case 'endRound':
      return withoutRound(meeting);
  }
}

/** A current item that is put off is left for the next one, whatever time it had. */
function putOff(meeting: Meeting, item: string, now: Instant): Meeting {
  if (meeting.items.find(({ id }) => id === item)?.putOff === true) return meeting;
  const after = withoutItem(meeting, item, now);
  return after.current?.item === item ? moved(banked(after, now), 1, now) : after;
}

/** An item or person that nobody knows is a mistake, also where the moment has passed. */
function checkNames(meeting: Meeting, command: CommandBody): void {
  if ('leaves' in command && command.leaves !== null && command.kind !== 'giveNext') {
    const { leaves } = command;
    if (!meeting.items.some(({ id }) => id === leaves)) throw new Refusal('meeting/unknown-item');
  }
  if ('person' in command && command.person !== null) personOf(meeting, command.person);
}

function checkSpeaksFor(meeting: Meeting, by: PersonId, person: PersonId): void {
  if (!speaksFor(meeting, by, person)) throw new Refusal('meeting/not-allowed');
}
