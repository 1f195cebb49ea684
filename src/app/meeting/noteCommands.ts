import { LONGEST_TEXT, LONGEST_TITLE, typed } from '../../domain/meeting/captured';
import { deciders } from '../../domain/meeting/people';
import { settled } from '../../domain/meeting/timer';
import { Refusal } from '../../domain/refusal';
import type { NoteChange, RoomProblem } from '../ports/room';
import { workedOn } from './captureView';
import { isOfToday } from './moving';
import { type Desk, meetingIn, meIn, peopleIn } from './deskState';

/** Writes into the notes. Without a room there is nowhere to write. */
export function write(desk: Desk, change: NoteChange): void {
  if (desk.room === undefined) throw new Refusal('meeting/not-now');
  desk.room.write(change);
}

/** Does what captures something; in a channel's meeting once somebody has said that the whole team may see it. */
export function onceTold(desk: Desk, run: () => void): void {
  const { opened, told } = desk.state.get();
  if (told || opened?.about.wholeTeam !== true) return run();
  desk.asked = (yes) => {
    if (!yes) return;
    desk.change({ told: true });
    run();
  };
  desk.change({ question: { kind: 'wholeTeam' } });
}

export function addIdea(desk: Desk, on: RoomProblem, text: string): void {
  const line = typed(text, LONGEST_TEXT);
  const idea = {
    id: desk.ports.ids.next(),
    problem: on.id,
    text: line,
    by: meIn(desk.state.get()),
    ...inherited(on),
  };
  write(desk, { kind: 'add', what: 'idea', entry: idea });
  desk.change({ notice: { kind: 'saved', what: 'idea', text: line } });
}

/** Those who decide today have decided it. */
export function addDecision(desk: Desk, problem: RoomProblem, text: string): void {
  const meeting = meetingIn(desk.state.get());
  const line = typed(text, LONGEST_TEXT);
  const decision = {
    id: desk.ports.ids.next(),
    problem: problem.id,
    text: line,
    deciders: meeting === null ? [] : deciders(meeting).people,
    at: desk.now(),
    ...inherited(problem),
  };
  write(desk, { kind: 'add', what: 'decision', entry: decision });
  desk.change({ notice: { kind: 'saved', what: 'decision', text: line } });
}

/** A problem that somebody brings to the meeting, before or in it. */
export function propose(desk: Desk, title: string, internal: boolean): void {
  const problem = newProblem(desk, title, internal);
  write(desk, { kind: 'add', what: 'problem', entry: { ...problem, from: 'proposed' } });
  desk.change({ notice: { kind: 'saved', what: 'problem', text: problem.title } });
}

/** The problem on which the meeting works; where it works on none, one with the name of the item is made. */
export function problemForCapture(desk: Desk): RoomProblem {
  const state = desk.state.get();
  const on = workedOn(state);
  if (on !== null) return on;
  const meeting = meetingIn(state);
  const at = meeting === null ? null : settled(meeting, desk.now());
  const item = at?.items.find(({ id }) => id === at.current?.item);
  const title = item?.title ?? state.room?.state?.about?.title ?? state.opened?.about.topic ?? '';
  const problem = newProblem(desk, title, item?.internal === true);
  write(desk, { kind: 'add', what: 'problem', entry: problem });
  return problem;
}

/** Noted again within half a day it is the same number, corrected; unless there is no other from before. */
export function setNumber(desk: Desk, id: string, value: number): void {
  const { readings } = problemOf(desk, id);
  if (!Number.isFinite(value)) throw new Refusal('meeting/empty-text');
  const now = desk.now();
  const before = readings.filter(({ at }) => !isOfToday(at, now));
  const kept = before.length > 0 ? before : readings;
  change(desk, id, { readings: [...kept, { at: now, value }] });
}

export function setGoal(desk: Desk, id: string, goal: number): void {
  if (!Number.isFinite(goal)) throw new Refusal('meeting/empty-text');
  change(desk, problemOf(desk, id).id, { goal });
}

/** A solved problem is not brought to the next meeting. */
export function setSolved(desk: Desk, id: string, solved: boolean): void {
  change(desk, problemOf(desk, id).id, { state: solved ? 'solved' : 'open' });
}

const change = (
  desk: Desk,
  id: string,
  fields: Partial<Pick<RoomProblem, 'readings' | 'goal' | 'state'>>,
): void => write(desk, { kind: 'change', what: 'problem', id, fields });

export function problemOf(desk: Desk, id: string): RoomProblem {
  const problem = desk.state.get().room?.notes.problems.find((one) => one.id === id);
  // Taken out of sight by somebody else in the meantime.
  if (problem === undefined) throw new Refusal('meeting/unknown-item');
  return problem;
}

/** As internal as the problem on which it hangs. */
const inherited = ({ internal }: RoomProblem) => (internal === true ? { internal } : {});

function newProblem(desk: Desk, title: string, internal: boolean): RoomProblem {
  const state = desk.state.get();
  const me = meIn(state);
  return {
    id: desk.ports.ids.next(),
    title: typed(title, LONGEST_TITLE),
    by: me,
    area: peopleIn(state).find(({ id }) => id === me)?.area ?? '',
    readings: [],
    ...(internal && { internal: true as const }),
  };
}
