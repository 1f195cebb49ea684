import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { MeetingScreen, TaskView } from '../../app/meeting/meetingView';
import { DecideWays } from '../shared/DecideWays';
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

/** What is still open: done in one press, or to be decided on when it was carried over too often. */
export function LeftBefore({ view }: { readonly view: MeetingScreen }) {
  const shared = useTabStyles();
  const { tab } = useTab();
  const { left } = view.before;
  const id = useId();
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {tab.left.title(left.length)}
      </h2>
      <ul className={shared.list}>
        {left.map((task) => (
          <li key={task.id}>
            <Open task={task} view={view} />
          </li>
        ))}
      </ul>
    </section>
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
