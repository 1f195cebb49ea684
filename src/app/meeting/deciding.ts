import type { Task } from '../../domain/meeting/captured';
import { cutDown, split, toMonthly } from '../../domain/meeting/tasks';
import { Refusal } from '../../domain/refusal';
import { type Desk, peopleIn } from './deskState';
import type { MeetingDesk } from './meetingDesk';
import { onceTold, write } from './noteCommands';

/** What becomes of a task that was carried over too often. */
export function decideCommands(desk: Desk): MeetingDesk['decide'] {
  const change = (id: string, { text, due, carried, state }: Task): void =>
    write(desk, { kind: 'change', what: 'task', id, fields: { text, due, carried, state } });
  return {
    cutDown: (id, text, due) => change(id, cutDown(taskOf(desk, id), text, due)),
    toMonthly(id) {
      const after = toMonthly(taskOf(desk, id));
      const { series } = desk.state.get().known;
      // Nobody would take it up.
      if (series !== null && series.followUp?.monthly === undefined) throw new Refusal('follow/no-monthly');
      change(id, after);
    },
    split: (id, drafts) =>
      onceTold(desk, () => {
        const parts = drafts.map((draft) => ({ ...draft, id: desk.ports.ids.next() }));
        const after = split(taskOf(desk, id), parts, peopleIn(desk.state.get()));
        for (const part of after.parts) write(desk, { kind: 'add', what: 'task', entry: part });
        change(id, after.whole);
      }),
  };
}

function taskOf(desk: Desk, id: string): Task {
  const task = desk.state.get().room?.notes.tasks.find((one) => one.id === id);
  // Taken out of sight by somebody else in the meantime.
  if (task === undefined) throw new Refusal('meeting/unknown-item');
  return task;
}
