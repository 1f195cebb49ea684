import { Link, mergeClasses, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { MineProps } from './MineScreen';
import { useMineStyles } from './mineStyles';

type Task = MineProps['view']['tasks'][number];

const STATES = ['notStarted', 'inProgress', 'done'] as const;
type State = (typeof STATES)[number];

/** My tasks over all series, late ones first; the state is changed in place. */
export function MyTasks(props: MineProps) {
  const styles = useMineStyles();
  const id = useId();
  const words = props.locale.personal;
  const { tasks } = props.view;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {words.tasks}
      </h2>
      {tasks.length === 0 ? (
        <p className={styles.quiet}>{words.noTasks}</p>
      ) : (
        <ul className={styles.list}>
          {tasks.map((task) => (
            <li key={task.id} className={styles.row}>
              <One {...props} task={task} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function One(props: MineProps & { readonly task: Task }) {
  const styles = useMineStyles();
  const { task, view, desk, locale } = props;
  const words = locale.personal;
  const { tasks: shared } = locale.follow;
  const { late, due, series, seriesTitle } = task;
  const day = due === null ? shared.noDate : locale.format.day(due);
  const settable = STATES.some((state) => state === task.state);
  const notes = [
    task.problemTitle,
    task.carried > 0 ? shared.carried(task.carried) : '',
    task.in === 'waiting' ? shared.waiting : task.in === 'gone' ? shared.gone.said : '',
    series === null ? words.planner : '',
  ];
  return (
    <>
      <div className={styles.grow}>
        <p className={styles.text}>{task.text}</p>
        <p className={styles.quiet}>{words.from(notes)}</p>
      </div>
      {series !== null && (
        <Link
          as="button"
          className={styles.link}
          aria-label={words.series(seriesTitle)}
          onClick={() => desk.open(series)}
        >
          {seriesTitle}
        </Link>
      )}
      <span className={mergeClasses(styles.text, late && styles.late)}>
        {late ? `⚠ ${shared.lateDay(day)}` : day}
      </span>
      {settable ? (
        <Select
          size="small"
          aria-label={words.stateOf(task.text)}
          value={task.state}
          disabled={view.working !== null && view.working.what !== 'task'}
          onChange={(_, { value }) => desk.tasks.change(task.id, { state: value as State })}
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {shared.states[state]}
            </option>
          ))}
        </Select>
      ) : (
        <span className={styles.quiet}>{shared.states[task.state]}</span>
      )}
    </>
  );
}
