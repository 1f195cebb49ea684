import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { FollowDesk } from '../../../app/follow/followDesk';
import type { TasksView } from '../../../app/follow/followView';
import type { BoardTask } from '../../../domain/tasks/board';
import type { FollowLocale } from '../../../locale/followLocale';
import { type Way, WayButtons, WayForm } from '../../shared/WaysOn';
import { useGridStyles } from './gridStyles';
import type { Placed } from './placing';
import { TaskEdit } from './TaskEdit';

export type TaskRowProps = {
  readonly index: number;
  readonly how: Placed['how'];
  readonly rowKey: string;
  readonly task: BoardTask;
  readonly internal: boolean;
  readonly owner: string;
  readonly doneBy: string | undefined;
  readonly area: string;
  readonly people: TasksView['people'];
  readonly desk: FollowDesk;
  readonly locale: FollowLocale;
  /** Something is being done, perhaps with another task. */
  readonly busy: boolean;
  readonly saving: boolean;
  /** By the Tab key: one task of the list is, with its buttons. */
  readonly reachable: boolean;
  readonly editing: boolean;
  readonly edit: (on: boolean) => void;
};

/** One task: what, who, of which area, until when, how far; what must be decided on has its three ways. */
export function TaskRow(props: TaskRowProps) {
  const styles = useGridStyles();
  const { index, how, rowKey, task, owner, area, people, desk, locale, busy, editing, edit } = props;
  const words = locale.follow.tasks;
  const [way, setWay] = useState<Way | null>(null);
  const className = mergeClasses(styles.row, editing && styles.fields);
  const row = { ...how, role: 'row', 'aria-rowindex': index, 'data-row': rowKey, className };
  if (editing)
    return (
      <div {...row}>
        <TaskEdit {...props} />
      </div>
    );
  const cell = (text: string, className = '') => (
    <span role="gridcell" className={mergeClasses(styles.cell, className)} dir="auto">
      {text}
    </span>
  );
  const due = task.due === null ? words.noDate : locale.format.day(task.due);
  return (
    <div {...row}>
      <span role="gridcell" className={mergeClasses(styles.cell, styles.first)} dir="auto">
        <Button
          appearance="subtle"
          className={styles.text}
          tabIndex={props.reachable ? 0 : -1}
          onClick={() => isOpen(task) && edit(true)}
        >
          <What {...props} />
        </Button>
      </span>
      {cell(owner)}
      {cell(area)}
      {cell(task.late ? words.lateDay(due) : due, task.late ? styles.late : '')}
      <span role="gridcell" className={mergeClasses(styles.cell, styles.ways)}>
        {task.mustDecide && task.in !== 'gone' ? (
          <WayButtons
            text={task.text}
            words={words.decide}
            way={way}
            choose={setWay}
            toMonthly={() => desk.tasks.toMonthly(task.id)}
            busy={busy}
            reachable={props.reachable}
            tight
          />
        ) : (
          <HowFar {...props} />
        )}
      </span>
      {way !== null && task.mustDecide && (
        <div
          role="gridcell"
          aria-colspan={5}
          className={styles.whole}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setWay(null);
            edit(false);
          }}
        >
          <WayForm
            key={way}
            task={{ text: task.text, owner: task.owner ?? '' }}
            people={people}
            words={words.decide}
            way={way}
            busy={busy}
            save={(parts) => {
              const [only] = parts;
              if (way === 'split') desk.tasks.split(task.id, parts);
              else if (only) desk.tasks.cutDown(task.id, only.text, only.due);
              setWay(null);
              edit(false);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** What was taken elsewhere is changed there. */
const isOpen = ({ state }: BoardTask) => state !== 'monthly' && state !== 'split';

function What({ task, internal, doneBy, locale }: TaskRowProps) {
  const styles = useGridStyles();
  const words = locale.follow.tasks;
  const beside = [
    ...(doneBy === undefined ? [] : [words.doneBy(doneBy)]),
    ...(internal ? [words.internal] : []),
    ...(task.carried > 1 ? [words.carried(task.carried)] : []),
  ];
  return (
    <span>
      {task.mustDecide ? `⚠ ${task.text}` : task.text}
      {beside.length > 0 && <span className={styles.beside}>{` · ${beside.join(' · ')}`}</span>}
    </span>
  );
}

function HowFar({ task, desk, locale, saving, busy, reachable }: TaskRowProps) {
  const styles = useGridStyles();
  const { follow } = locale;
  const words = follow.tasks;
  if (saving) return <span>{follow.working.task}</span>;
  if (task.in !== 'gone')
    return <span>{task.in === 'waiting' ? words.waiting : words.states[task.state]}</span>;
  return (
    <span className={styles.buttons}>
      <span>{words.gone.said}</span>
      <Button
        size="small"
        className={styles.small}
        aria-label={words.gone.againOf(task.text)}
        tabIndex={reachable ? 0 : -1}
        disabledFocusable={busy}
        onClick={() => desk.tasks.again(task.id)}
      >
        {words.gone.again}
      </Button>
      <Button
        size="small"
        className={styles.small}
        aria-label={words.gone.leaveOf(task.text)}
        tabIndex={reachable ? 0 : -1}
        disabledFocusable={busy}
        onClick={() => desk.tasks.letGo(task.id)}
      >
        {words.gone.leave}
      </Button>
    </span>
  );
}
