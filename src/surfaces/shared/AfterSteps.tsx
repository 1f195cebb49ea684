import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingScreen, StepView } from '../../app/meeting/meetingView';
import { useMeeting } from './meetingContext';
import { SafeHtml } from './SafeHtml';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  step: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '4px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  plain: { margin: 0 },
  warning: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
  preview: {
    maxHeight: '220px',
    overflowY: 'auto',
    padding: '4px 8px',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    '& p, & ul, & ol': { marginBlock: '2px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** What the end offers: tasks to Planner, the record, minutes to the chat. Nothing is sent unasked; what is missing says so. */
export function AfterSteps({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.after;
  const { tasks, record, minutes } = view.after;
  const all = <T,>(of: (problem: MeetingScreen['problems'][number]) => readonly T[]) =>
    view.problems.flatMap(of).length;
  const waits = tasks.state === 'offered' && tasks.waiting > 0;
  // The record comes first in time for nobody: tasks and minutes can wait for it, and it for them.
  const first = waits ? 'tasks' : record.state === 'offered' ? 'record' : 'minutes';
  return (
    <div className={styles.steps}>
      <p className={styles.plain}>
        {words.counts(
          all((problem) => problem.tasks),
          all((problem) => problem.decisions),
          all((problem) => problem.ideas),
        )}
      </p>
      <p className={styles.text}>{words.text}</p>
      <Step
        title={words.tasks.title}
        step={tasks}
        press={tasks.waiting > 0 ? words.tasks.press(tasks.waiting) : null}
        done={words.tasks.done(tasks.done)}
        working={words.tasks.working(tasks.done, tasks.done + tasks.waiting)}
        primary={first === 'tasks'}
        run={() => desk.after.pushTasks()}
      >
        {tasks.waiting === 0 && tasks.done === 0 && tasks.state !== 'done' && (
          <p className={styles.text}>{words.tasks.none}</p>
        )}
      </Step>
      <Step
        title={words.record.title}
        step={record}
        press={words.record.press}
        done={words.record.done}
        working={words.record.working}
        primary={first === 'record'}
        run={() => desk.after.keepRecord()}
      >
        {record.place !== null && <p className={styles.text}>{words.record.place[record.place]}</p>}
      </Step>
      <Step
        title={words.minutes.title}
        step={minutes}
        press={words.minutes.press}
        done={words.minutes.done}
        working={words.minutes.working}
        primary={first === 'minutes'}
        run={() => desk.after.sendMinutes()}
      >
        <p className={styles.text}>
          {[
            words.minutes.readers(minutes.readers, minutes.outsiders),
            ...(minutes.informed.length > 0 ? [words.minutes.informed(minutes.informed)] : []),
          ].join(' ')}
        </p>
        {minutes.preview !== '' && (
          <details>
            <summary className={styles.summary}>{words.minutes.preview}</summary>
            <div className={styles.preview} tabIndex={0} role="region" aria-label={words.minutes.preview}>
              <SafeHtml html={minutes.preview} />
            </div>
          </details>
        )}
      </Step>
    </div>
  );
}

function Step(props: {
  readonly title: string;
  readonly step: StepView;
  readonly press: string | null;
  readonly done: string;
  readonly working: string;
  readonly primary: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { locale } = useMeeting();
  const words = locale.meeting.after;
  const { step, press } = props;
  const { state } = step;
  const stuck = state === 'failed' || state === 'missing';
  return (
    <section className={styles.step} aria-label={props.title}>
      <h2 className={styles.heading}>{props.title}</h2>
      {props.children}
      {state === 'done' && <p className={styles.plain}>{`✓ ${props.done}`}</p>}
      {stuck && (
        <p role="alert" className={`${styles.text} ${styles.warning}`}>
          {`⚠ ${[step.failure && locale.sentences.why(step.failure), words.missing].filter(Boolean).join(' ')}`}
        </p>
      )}
      {state !== 'done' && press !== null && (
        <Button
          size="small"
          appearance={props.primary && !stuck ? 'primary' : 'secondary'}
          disabledFocusable={state === 'working'}
          onClick={props.run}
        >
          {state === 'working' ? props.working : stuck ? words.retry : press}
        </Button>
      )}
    </section>
  );
}
