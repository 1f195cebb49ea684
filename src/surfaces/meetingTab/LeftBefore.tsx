import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { BeforeView, MeetingScreen, TaskView } from '../../app/meeting/meetingView';
import { DecideWays } from '../shared/DecideWays';
import { Moving } from '../shared/Moving';
import { SinceThen } from '../shared/SinceThen';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const useStyles = makeStyles({
  // The buttons are of different widths; what stands before them is to stand in columns all the same.
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 76px 72px 68px' },
  who: { minWidth: 0, fontSize: tokens.fontSizeBase200 },
  late: { fontWeight: tokens.fontWeightSemibold },
  decide: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '4px 8px' },
});

/** A topic about one task takes so many minutes from the items ahead. */
const DECIDE_MINUTES = 3;

/** What was promised: still open, done or deleted since; whether the problems moved; and the review for the invitation. */
export function LeftBefore({ view }: { readonly view: MeetingScreen }) {
  const shared = useTabStyles();
  const { desk, tab } = useTab();
  const { left, moving = [], toDecide } = view.before;
  const id = useId();
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {tab.left.title(left.length)}
      </h2>
      {toDecide && (
        <div className={shared.between}>
          <p className={shared.quiet}>{tab.left.toDecide}</p>
          <Button
            size="small"
            className={shared.small}
            onClick={() => desk.command({ kind: 'putOff', item: toDecide })}
          >
            {tab.left.away}
          </Button>
        </div>
      )}
      {left.length > 0 && (
        <ul className={shared.list}>
          {left.map((task) => (
            <li key={task.id}>
              <Open task={task} view={view} />
            </li>
          ))}
        </ul>
      )}
      <SinceThen before={view.before} />
      <Moving all={moving} />
      <IntoInvitation before={view.before} />
    </section>
  );
}

/** Whether there is anything of that. */
export const isAnythingLeft = ({ left, done = [], gone = [], moving = [], toDecide }: BeforeView): boolean =>
  left.length + done.length + gone.length + moving.length > 0 || Boolean(toDecide);

/** One press, behind a question that tells the mails. */
function IntoInvitation({ before }: { readonly before: BeforeView }) {
  const shared = useTabStyles();
  const { desk, locale, tab } = useTab();
  const { review } = before;
  if (!review) return null;
  const { state, failure } = review;
  if (state === 'done') return <p className={shared.quiet} role="status">{`✓ ${tab.left.reviewDone}`}</p>;
  const failed = state === 'failed' || state === 'missing';
  return (
    <div>
      {failed && (
        <p role="alert" className={shared.warning}>
          {`⚠ ${locale.meeting.steps.review} ${failure === null ? '' : locale.sentences.why(failure)}`}
        </p>
      )}
      <Button
        size="small"
        className={shared.small}
        disabledFocusable={state === 'working'}
        onClick={() => desk.before.putReview()}
      >
        {state === 'working' ? tab.left.reviewing : tab.left.review}
      </Button>
    </div>
  );
}

function Open({ task, view }: { readonly task: TaskView; readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { desk, locale, tab } = useTab();
  const words = tab.left;
  const [deciding, setDeciding] = useState(false);
  const done = () => desk.setTaskState(task.id, 'done');
  const due = task.mustDecide
    ? words.times(task.carried)
    : task.overdue
      ? words.overdue
      : locale.format.day(task.due);
  return (
    <>
      <div className={mergeClasses(shared.line, styles.line)}>
        <span>{task.text}</span>
        <span className={styles.who}>{task.ownerName}</span>
        <span className={mergeClasses(styles.who, (task.overdue || task.mustDecide) && styles.late)}>
          {due}
        </span>
        {task.mustDecide ? (
          <Button
            size="small"
            className={shared.small}
            aria-label={words.decideOf(task.text)}
            aria-expanded={deciding}
            onClick={() => setDeciding(!deciding)}
          >
            {words.decide}
          </Button>
        ) : (
          <Button size="small" className={shared.small} aria-label={words.doneOf(task.text)} onClick={done}>
            {words.done}
          </Button>
        )}
      </div>
      {deciding && task.mustDecide && (
        <div className={styles.decide}>
          <p className={shared.quiet}>{words.how}</p>
          {view.running?.mayRun === true && (
            <Button
              size="small"
              className={shared.small}
              onClick={() => {
                // A title is shorter than a text.
                const title = words.topic(task.text).slice(0, 200);
                desk.addItem({ kind: 'topic', title, minutes: DECIDE_MINUTES });
                setDeciding(false);
              }}
            >
              {words.take}
            </Button>
          )}
          <Button size="small" className={shared.small} aria-label={words.doneOf(task.text)} onClick={done}>
            {words.done}
          </Button>
          <DecideWays task={task} view={view} />
        </div>
      )}
    </>
  );
}
