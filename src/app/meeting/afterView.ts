import type { MeetingRecord } from '../../domain/meeting/record';
import type { MeetingWording } from '../ports/meetingWording';
import { type DeskState, meetingIn, peopleIn } from './deskState';
import { informedView } from './informed';
import type { MeetingPorts } from './meetingPorts';
import type { AfterView } from './meetingView';
import { pulseView } from './asking';
import { messageView, prepareView } from './reaching';
import { recordForOutsiders, recordOf } from './recordOf';
import { sendingView } from './sentView';

/** The steps behind the end; a step that somebody else has done is done. */
export function afterView(state: DeskState, { host, wording }: MeetingPorts): AfterView {
  const { room, opened, steps, recordPlace } = state;
  const push = room?.state?.push.tasks ?? {};
  const there = (id: string) => Object.hasOwn(push, id) && push[id]?.state === 'pushed';
  const before = plannedBefore(state);
  const open = tasksToPush(state);
  const waiting = open.filter(({ id }) => !Object.hasOwn(before, id)).length;
  const done = (room?.notes.tasks ?? []).filter(({ id }) => there(id)).length + open.length - waiting;
  const kept = (room?.state?.record ?? null) !== null;
  const { place } = host;
  const record =
    meetingIn(state)?.phase === 'ended' &&
    room !== null &&
    room.state !== null &&
    place !== undefined &&
    opened !== null
      ? recordOf(room.state, room.notes, place, opened.start, state.at, before, room.balance?.talk ?? null)
      : null;
  const outsiders = outsidersIn(state);
  return {
    tasks: {
      ...(steps.tasks.state === 'offered' && waiting === 0 && done > 0
        ? { state: 'done' as const, failure: null }
        : steps.tasks),
      waiting,
      done,
    },
    record: {
      ...(kept && steps.record.state === 'offered'
        ? { state: 'done' as const, failure: null }
        : steps.record),
      place: recordPlace,
    },
    minutes: {
      ...sendingView(state, 'chat', steps.minutes),
      readers: opened?.about.members.length ?? 0,
      outsiders,
      preview: record === null ? '' : minutesOf(wording, record, mayLeak(state)),
    },
    informed: informedView(state),
    pulse: pulseView(state),
    message: messageView(state),
    talk: state.talk,
    prepare: prepareView(state),
  };
}

/** Which tasks earlier meetings have in Planner, by what is known of their records: nothing goes there a second time. */
export function plannedBefore({ known }: DeskState): Readonly<Record<string, string>> {
  const all = [...known.weeklies.flat(), ...(known.records ?? [])];
  return Object.assign({}, ...all.reverse().map(({ planner }) => planner)) as Record<string, string>;
}

/** What is still open and not sent from here. */
export function tasksToPush({ room }: DeskState) {
  const push = room?.state?.push.tasks ?? {};
  return (room?.notes.tasks ?? []).filter(
    ({ id, state, gone }) =>
      state === 'open' && gone !== true && !(Object.hasOwn(push, id) && push[id]?.state === 'pushed'),
  );
}

/** From outside: who reads the chat, and who of the meeting will once they come in. */
const outsidersIn = (state: DeskState): number => {
  const reading = state.opened?.about.members.filter(({ outsider }) => outsider) ?? [];
  const coming = peopleIn(state).filter(({ outsider }) => outsider === true);
  return new Set([...reading, ...coming].map(({ id }) => id)).size;
};

/** Nobody knows who is in a team: what is internal stays out of its channel. */
export const mayLeak = (state: DeskState): boolean =>
  outsidersIn(state) > 0 || state.opened?.about.wholeTeam === true;

/** Minutes as they are sent and as they are shown before. */
export const minutesOf = (wording: MeetingWording, record: MeetingRecord, outside: boolean): string =>
  wording.minutes(outside ? recordForOutsiders(record) : record, outside);
