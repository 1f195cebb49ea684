import { Button, mergeClasses, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { PersonalDesk } from '../../app/follow/followDesk';
import type { Failure } from '../../app/ports/failure';
import type { TasksView } from '../../app/reading/bringing';
import type { ReadWords } from '../../locale/es/readWords';
import { machineZone } from '../../locale/machineZone';
import type { PersonalLocale } from '../../locale/personalLocale';
import { FollowNotice } from '../shared/FollowNotice';
import { LateWayIn } from '../shared/LateWayIn';
import { useReadStyles } from './readStyles';

type Props = {
  readonly tasks: TasksView;
  readonly desk: PersonalDesk;
  readonly locale: PersonalLocale;
  readonly words: ReadWords['tasks'];
};

/** My open tasks of this series; what keeps them from being shown is said, and the rest works without. */
export function MyOpenTasks(props: Props) {
  const styles = useReadStyles();
  const id = useId();
  const { tasks, desk, locale, words } = props;
  if (tasks.state === 'noSeries') return null;
  // None that were read are none only once all were.
  const counted =
    tasks.state === 'tasks' && (tasks.mine.tasks.length > 0 || tasks.mine.progress.state === 'ready');
  const title = counted ? words.title(tasks.mine.tasks.length) : words.heading;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {tasks.state === 'reading' && (
        <p role="status" className={styles.quiet}>
          {words.reading}
        </p>
      )}
      {(tasks.state === 'signIn' || tasks.state === 'failed') && (
        <>
          <p role="status" className={styles.quiet}>
            {words.missing(whyOf(tasks.failure, props))}
          </p>
          {tasks.failure !== null && <LateWayIn failure={tasks.failure} locale={locale} desk={desk} />}
          <Button
            size="small"
            className={styles.small}
            onClick={() => (tasks.state === 'signIn' ? desk.signIn() : desk.retry())}
          >
            {tasks.state === 'signIn' ? locale.words.signIn.button : locale.words.retry}
          </Button>
        </>
      )}
      {tasks.state === 'tasks' && <List {...props} mine={tasks.mine} />}
    </section>
  );
}

/** Where the files of the series are closed, the service does not say for want of which permission: the tier is known here. */
function whyOf(failure: Failure | null, { locale, words }: Props): string {
  if (failure === null) return '';
  return failure.kind === 'denied' ? words.denied : locale.sentences.why(failure);
}

type Mine = Extract<TasksView, { readonly state: 'tasks' }>['mine'];

function List({ mine, desk, locale, words }: Props & { readonly mine: Mine }) {
  const styles = useReadStyles();
  const { progress } = mine;
  return (
    <>
      <FollowNotice notice={mine.notice} zone={machineZone()} locale={locale} desk={desk} />
      {progress.state === 'reading' && (
        <p role="status" className={styles.quiet}>
          {words.reading}
        </p>
      )}
      {progress.state === 'failed' && (
        <>
          <p role="status" className={styles.warning}>
            {`⚠ ${locale.personal.incomplete} ${locale.sentences.why(progress.failure)}`}
          </p>
          {mine.notice?.kind !== 'failed' && (
            <>
              <LateWayIn failure={progress.failure} locale={locale} desk={desk} />
              <Button size="small" className={styles.small} onClick={() => desk.retry()}>
                {locale.words.retry}
              </Button>
            </>
          )}
        </>
      )}
      {mine.tasks.length > 0 && (
        <ul className={styles.list}>
          {mine.tasks.map((task) => (
            <li key={task.id} className={styles.row}>
              <Task task={task} mine={mine} desk={desk} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      {mine.tasks.length === 0 && progress.state === 'ready' && <p className={styles.quiet}>{words.none}</p>}
    </>
  );
}

const STATES = ['notStarted', 'inProgress', 'done'] as const;
type State = (typeof STATES)[number];

function Task(props: {
  readonly task: Mine['tasks'][number];
  readonly mine: Mine;
  readonly desk: PersonalDesk;
  readonly locale: PersonalLocale;
}) {
  const styles = useReadStyles();
  const { task, mine, desk, locale } = props;
  const { tasks: words } = locale.follow;
  const { late, due, carried, problemTitle, text } = task;
  const day = due === null ? words.noDate : locale.format.day(due);
  const notes = [problemTitle, carried > 0 ? words.carried(carried) : ''].filter((part) => part !== '');
  const settable = STATES.some((state) => state === task.state);
  return (
    <>
      <div className={styles.grow}>
        <p className={styles.text}>{text}</p>
        <p className={styles.quiet}>
          <span className={mergeClasses(late && styles.late)}>{late ? `⚠ ${words.lateDay(day)}` : day}</span>
          {notes.map((note) => ` · ${note}`).join('')}
        </p>
      </div>
      {settable ? (
        <Select
          size="small"
          className={styles.fixed}
          aria-label={locale.personal.stateOf(text)}
          value={task.state}
          disabled={mine.working !== null && mine.working.what !== 'task'}
          onChange={(_, { value }) => desk.tasks.change(task.id, { state: value as State })}
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </Select>
      ) : (
        <span className={mergeClasses(styles.quiet, styles.fixed)}>{words.states[task.state]}</span>
      )}
    </>
  );
}
