import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { AfterStep } from './AfterStep';
import { useMeeting } from './meetingContext';
import { Pulse } from './Pulse';
import { SafeHtml } from './SafeHtml';
import { useAfter } from './useAfter';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  plain: { margin: 0 },
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
  const { desk } = useMeeting();
  const words = useAfter();
  const { tasks, record, minutes, informed, pulse, message, prepare } = view.after;
  const all = <T,>(of: (problem: MeetingScreen['problems'][number]) => readonly T[]) =>
    view.problems.flatMap(of).length;
  const waits = tasks.state === 'offered' && tasks.waiting > 0;
  // The record comes first in time for nobody: tasks and minutes can wait for it, and it for them.
  const rest = minutes.state === 'offered' ? 'minutes' : 'informed';
  const first = waits ? 'tasks' : record.state === 'offered' ? 'record' : rest;
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
      <AfterStep
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
      </AfterStep>
      <AfterStep
        title={words.record.title}
        step={record}
        press={words.record.press}
        done={words.record.done}
        working={words.record.working}
        primary={first === 'record'}
        run={() => desk.after.keepRecord()}
      >
        {record.place !== null && <p className={styles.text}>{words.record.place[record.place]}</p>}
      </AfterStep>
      <AfterStep
        title={words.minutes.title}
        step={minutes}
        press={words.minutes.press}
        done={words.minutes.done}
        working={words.minutes.working}
        primary={first === 'minutes'}
        run={() => desk.after.sendMinutes()}
        sent={{ view: minutes.sent, words: words.minutes, zone: view.zone }}
      >
        <p className={styles.text}>{words.minutes.readers(minutes.readers, minutes.outsiders)}</p>
        {minutes.preview !== '' && (
          <details>
            <summary className={styles.summary}>{words.minutes.preview}</summary>
            <div className={styles.preview} tabIndex={0} role="region" aria-label={words.minutes.preview}>
              <SafeHtml html={minutes.preview} />
            </div>
          </details>
        )}
      </AfterStep>
      {informed !== null && (
        <AfterStep
          title={words.informed.title}
          step={informed}
          press={informed.names.length > 0 ? words.informed.press(informed.names) : null}
          done={words.informed.done(informed.names)}
          working={words.informed.working}
          primary={first === 'informed'}
          run={() => desk.after.mailMinutes()}
          sent={{ view: informed.sent, words: words.informed, zone: view.zone }}
        >
          {informed.names.length > 0 && (
            <p className={styles.text}>{words.informed.readers(informed.outsiders)}</p>
          )}
          {informed.unknown.length > 0 && (
            <p className={styles.text}>{words.informed.unknown(informed.unknown)}</p>
          )}
        </AfterStep>
      )}
      {message && (
        <AfterStep
          title={words.message.title}
          step={message}
          press={words.message.press}
          done={words.message.done}
          working={words.message.working}
          primary={false}
          run={() => desk.after.sendNext()}
          sent={{ view: message.sent, words: words.message, zone: view.zone }}
        >
          <p className={styles.text}>{words.message.text}</p>
          <details>
            <summary className={styles.summary}>{words.message.preview}</summary>
            <div className={styles.preview} tabIndex={0} role="region" aria-label={words.message.preview}>
              <SafeHtml html={message.preview} />
            </div>
          </details>
        </AfterStep>
      )}
      {prepare && (
        <AfterStep
          title={words.prepare.title}
          step={prepare}
          press={words.prepare.press(view.kind === 'monthly' ? 'monthly' : 'weekly')}
          done={words.prepare.done}
          working={words.prepare.working}
          primary={false}
          run={() => desk.after.enterNext()}
        >
          <p className={styles.text}>{words.prepare.text}</p>
        </AfterStep>
      )}
      {pulse && <Pulse pulse={pulse} />}
    </div>
  );
}
