import { insideOwnerFor, missingFrom, type TaskDraft } from '../../domain/meeting/tasks';
import { localTime } from '../../domain/time/calendarDays';
import type { CalendarDay } from '../../domain/time/types';
import type { MeetingWording, Understood } from '../ports/meetingWording';
import { type Capture, type DeskState, meetingIn, nameIn, peopleIn } from './deskState';
import type { CaptureView } from './meetingView';
import { problemNow } from './problemsView';

/** The calendar day of the meeting, on the wall clock of its series. */
export function todayIn(state: DeskState, machineZone: string): CalendarDay {
  const zone = state.room?.state?.about?.zone ?? state.opened?.occurrence?.zone ?? machineZone;
  return localTime(state.at, zone).day;
}

/** What the line says so far, with what was corrected beside it, and what a task still lacks. */
export function captureView(state: DeskState, wording: MeetingWording, today: CalendarDay): CaptureView {
  const people = peopleIn(state);
  const invited = people.filter(({ role }) => role !== 'informed');
  const owners = invited.map(({ id }) => id);
  const insiders = invited.filter(({ outsider }) => outsider !== true).map(({ id }) => id);
  return { text: state.capture.text, understood: understoodIn(state, wording, today), owners, insiders };
}

export function understoodIn(
  state: DeskState,
  wording: MeetingWording,
  today: CalendarDay,
): CaptureView['understood'] {
  const { capture } = state;
  if (capture.text.trim() === '') return null;
  const people = peopleIn(state);
  const named = people.map(({ id }) => ({ id, name: nameIn(state, id) }));
  const read = asWanted(wording.understand(capture.text, named, today), capture);
  if (read.kind !== 'task') return { kind: read.kind, text: capture.set.text ?? read.text };
  const draft = wholeDraft(state, { ...read.draft, ...capture.set });
  // Without a problem one is made of the item, so it is never what is missing.
  const missing = missingFrom(draft, people).filter((what) => what !== 'problem');
  return { kind: 'task', draft, missing };
}

/** The kind that was chosen beside the line wins over the one that was understood. */
function asWanted(read: Understood, { kind, text }: Capture): Understood {
  if (kind === null || kind === read.kind) return read;
  if (kind === 'task') return { kind, draft: { text: read.kind === 'task' ? text : read.text } };
  return { kind, text: read.kind === 'task' ? text.trim() : read.text };
}

/** What the meeting adds: the problem it works on and how internal that is, and who inside answers for an outsider. */
function wholeDraft(state: DeskState, read: TaskDraft): TaskDraft {
  const meeting = meetingIn(state);
  const problems = state.room?.notes.problems ?? [];
  const on = problems.find(({ id }) => id === read.problem) ?? workedOn(state);
  const people = peopleIn(state);
  const outside = people.find(({ id }) => id === read.owner)?.outsider === true;
  const inside =
    read.inside ??
    (outside && read.owner !== undefined ? insideOwnerFor(read.owner, people, meeting?.chair ?? null) : null);
  return {
    ...read,
    ...(on !== null && { problem: on.id, ...(on.internal === true && { internal: true as const }) }),
    ...(inside !== null && { inside }),
  };
}

/** On which problem the meeting works, as far as this device goes. */
export function workedOn(state: DeskState) {
  const notes = state.room?.notes;
  return notes === undefined ? null : problemNow(notes, state.workOn, meetingIn(state), state.at);
}
