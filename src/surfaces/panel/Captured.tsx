import { makeStyles, Text } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { MeetingScreen, ProblemView, TaskView } from '../../app/meeting/meetingView';
import type { NoteKind } from '../../app/ports/room';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useHidden } from '../shared/hidden';
import { useMeeting } from '../shared/meetingContext';
import { problemNow } from '../shared/meetingNames';
import { Ideas } from './Ideas';
import { Line } from './Line';
import { ShortList } from './ShortList';
import { usePanelStyles } from './panelStyles';

const Review = lazy(async () => ({ default: (await import('./Review')).Review }));
const DecideWays = lazy(async () => ({ default: (await import('../shared/DecideWays')).DecideWays }));

const useStyles = makeStyles({
  done: { textDecorationLine: 'line-through' },
  decide: { marginInlineStart: '22px' },
  check: { flexShrink: 0, width: '16px', height: '16px', margin: '2px 0 0' },
});

type Gone = { readonly what: NoteKind; readonly id: string; readonly text: string };

/** What came of the problem so far: ideas, what was agreed, tasks; and what is left from before, at its item. */
export function Captured({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const { meeting } = locale;
  const [gone, setGone] = useState<Gone | null>(null);
  const problem = problemNow(view);
  const { before, running } = view;
  const reviewing = running?.current?.kind === 'openTasks' || (running?.current?.opens ?? false);
  const drop = (one: Gone) => {
    desk.remove(one.what, one.id);
    setGone(one);
  };
  const left = reviewing ? before.left : [];
  return (
    <>
      {left.length > 0 && (
        <ShortList title={meeting.tasks.left} all={left}>
          {(task) => <TaskLine key={task.id} task={task} view={view} />}
        </ShortList>
      )}
      {reviewing && (
        <Suspense fallback={null}>
          <Review before={before} />
        </Suspense>
      )}
      {problem && <Ideas problem={problem} drop={(id, text) => drop({ what: 'idea', id, text })} />}
      {problem && problem.decisions.length > 0 && (
        <ShortList title={meeting.decisions} all={problem.decisions}>
          {({ id, text }) => <Line key={id} text={text} drop={() => drop({ what: 'decision', id, text })} />}
        </ShortList>
      )}
      {problem && tasksOf(problem, left).length > 0 && (
        <ShortList title={meeting.tasks.title} all={tasksOf(problem, left)}>
          {(task) => (
            <TaskLine
              key={task.id}
              task={task}
              view={view}
              drop={() => drop({ what: 'task', id: task.id, text: task.text })}
            />
          )}
        </ShortList>
      )}
      {gone && (
        <p className={shared.quiet} role="status">
          {`${meeting.list.removed(gone.text)} `}
          <button
            type="button"
            className={shared.link}
            onClick={() => {
              desk.restore(gone.what, gone.id);
              setGone(null);
            }}
          >
            {meeting.list.undo}
          </button>
        </p>
      )}
    </>
  );
}

/** What stands in the list of what is left is not told twice. */
const tasksOf = ({ tasks }: ProblemView, left: readonly TaskView[]) =>
  tasks.filter(({ id }) => !left.some((other) => other.id === id));

/** «Hugo · enviar lista · vie 4 dic», to be ticked off. */
function TaskLine(props: {
  readonly task: TaskView;
  readonly view: MeetingScreen;
  readonly drop?: () => void;
}) {
  const { task, view, drop } = props;
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { hidden } = useHidden();
  const done = task.state === 'done';
  const id = useId();
  const line = (
    <Line
      text={
        <label htmlFor={id} className={done ? styles.done : ''}>
          <span className={hidden}>{`${locale.meeting.tasks.done}: `}</span>
          {taskText(task, locale)}
        </label>
      }
      name={task.text}
      before={
        <input
          id={id}
          type="checkbox"
          className={styles.check}
          checked={done}
          onChange={({ target }) => desk.setTaskState(task.id, target.checked ? 'done' : 'open')}
        />
      }
      {...(drop && { drop })}
    />
  );
  if (!task.mustDecide) return line;
  return (
    <>
      {line}
      <div className={styles.decide}>
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <DecideWays task={task} view={view} />
        </Suspense>
      </div>
    </>
  );
}

/** Owner, what, until when; and what is wrong with it. */
function taskText(task: TaskView, { meeting, format }: MeetingLocale): string {
  return [
    meeting.tasks.line(task.ownerName, task.text, format.day(task.due)),
    ...(task.overdue ? [meeting.tasks.overdue] : []),
    ...(task.carried > 0 ? [meeting.tasks.carried(task.carried)] : []),
  ].join(' · ');
}
