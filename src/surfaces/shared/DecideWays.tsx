import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingScreen, TaskView } from '../../app/meeting/meetingView';
import { useMeeting } from './meetingContext';
import { participants } from './meetingNames';
import { type Way, WayButtons, WayForm } from './WaysOn';
import { decideWordsIn } from '../../locale/meeting/decideWordsIn';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0, flexBasis: '100%' },
});

/** The three ways on for a task that was carried over too often, in a meeting. */
export function DecideWays({ task, view }: { readonly task: TaskView; readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { tasks } = locale.meeting;
  const decide = decideWordsIn(locale);
  const [way, setWay] = useState<Way | null>(null);
  const words = {
    ...decide,
    toMonthly: tasks.toMonthly,
    of: { ...decide.of, toMonthly: tasks.toMonthlyOf },
  };
  // Whoever answers for it does; somebody from outside has no task of their own.
  const people = participants(view)
    .filter(({ outsider }) => !outsider)
    .map(({ id, short }) => ({ id, name: short }));
  return (
    <div className={styles.column}>
      <WayButtons
        text={task.text}
        words={words}
        way={way}
        choose={setWay}
        toMonthly={view.kind === 'monthly' ? null : () => desk.decide.toMonthly(task.id)}
      />
      {way !== null && (
        <WayForm
          key={way}
          task={task}
          people={people}
          words={words}
          way={way}
          save={(parts) => {
            const [only] = parts;
            if (way === 'split') desk.decide.split(task.id, parts);
            else if (only) desk.decide.cutDown(task.id, only.text, only.due);
          }}
        />
      )}
    </div>
  );
}
