import { LONGEST_TEXT, typed } from '../../domain/meeting/captured';
import { taskFrom } from '../../domain/meeting/tasks';
import { Refusal } from '../../domain/refusal';
import { understoodIn, todayIn } from './captureView';
import { type Desk, EMPTY_LINE, peopleIn } from './deskState';
import type { MeetingDesk } from './meetingDesk';
import { addDecision, addIdea, onceTold, problemForCapture, problemOf, write } from './noteCommands';

/** The one line for tasks, ideas and decisions. */
export function captureCommands(desk: Desk): MeetingDesk['capture'] {
  return {
    type(text) {
      const { capture } = desk.state.get();
      // An emptied line begins anew; what was filled in beside it belonged to what stood there.
      desk.change({ capture: text.trim() === '' ? { ...EMPTY_LINE, text } : { ...capture, text } });
    },
    set({ kind, ...change }) {
      const { capture } = desk.state.get();
      const set = { ...capture.set, ...change };
      desk.change({ capture: { ...capture, kind: kind ?? capture.kind, set } });
    },
    save: () => onceTold(desk, () => save(desk)),
  };
}

/** Refuses a task that lacks something, and leaves the line as it is. */
function save(desk: Desk): void {
  const state = desk.state.get();
  const today = todayIn({ ...state, at: desk.now() }, desk.ports.machineZone);
  const understood = understoodIn(state, desk.ports.wording, today);
  if (understood === null) return;
  if (understood.kind === 'task') saveTask(desk, understood);
  // What is refused makes no problem either.
  else typed(understood.text, LONGEST_TEXT);
  if (understood.kind === 'idea') addIdea(desk, problemForCapture(desk), understood.text);
  if (understood.kind === 'decision') addDecision(desk, problemForCapture(desk), understood.text);
  desk.change({ capture: EMPTY_LINE });
}

function saveTask(
  desk: Desk,
  { draft, missing }: Extract<NonNullable<ReturnType<typeof understoodIn>>, { kind: 'task' }>,
): void {
  if (missing.length > 0) throw new Refusal('meeting/task-incomplete', { missing: missing.join(' ') });
  typed(draft.text ?? '', LONGEST_TEXT);
  const problem = draft.problem === undefined ? problemForCapture(desk) : problemOf(desk, draft.problem);
  const internal = problem.internal === true && { internal: true as const };
  const task = taskFrom(
    desk.ports.ids.next(),
    { ...draft, problem: problem.id, ...internal },
    peopleIn(desk.state.get()),
  );
  write(desk, { kind: 'add', what: 'task', entry: task });
  desk.change({ notice: { kind: 'saved', what: 'task', text: task.text } });
}
