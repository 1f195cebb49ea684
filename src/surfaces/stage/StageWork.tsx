import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useTab } from '../meetingTab/useTab';
import { problemNow } from '../shared/meetingNames';
import { useStageStyles } from './stageStyles';
import { useShown } from './useShown';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '3vw',
    rowGap: '1.6vh',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'hidden',
    alignContent: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  votes: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

/**
 * The problem, its ideas with their votes, what was agreed and who does what, the last first: as it comes. After the end
 * those of all problems.
 */
export function StageWork({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useStageStyles();
  const { locale, tab } = useTab();
  const { meeting, format } = locale;
  const shown = useShown();
  const ended = view.running?.phase === 'ended';
  const problem = problemNow(view);
  const all = ended ? view.problems : problem === undefined ? [] : [problem];
  const ideas = all.flatMap((one) => one.ideas);
  const decisions = all.flatMap((one) => one.decisions);
  const tasks = all.flatMap((one) => one.tasks).filter(({ state }) => state === 'open');
  const last = problem?.readings.at(-1);
  return (
    <div className={styles.columns}>
      {problem !== undefined && !ended && (
        <div className={mergeClasses(shared.part, styles.wide)}>
          <p className={mergeClasses(shared.big, shared.cut)}>{problem.title}</p>
          {(problem.moved !== null || last !== undefined) && (
            <p className={mergeClasses(shared.text, shared.quiet)}>
              {problem.moved !== null
                ? meeting.problem.moved(problem.moved.from, problem.moved.to, problem.goal)
                : meeting.problem.reading(last?.value ?? 0, problem.goal)}
            </p>
          )}
        </div>
      )}
      <Part title={meeting.ideas.title} none={tab.stage.ideasNone} count={ideas.length}>
        {ideas.slice(0, shown).map((idea) => (
          <li key={idea.id} className={mergeClasses(shared.text, shared.pair)}>
            <span className={mergeClasses(shared.cut, shared.one)}>{idea.text}</span>
            {idea.votes.length > 0 && (
              <span className={styles.votes}>{meeting.ideas.votes(idea.votes.length)}</span>
            )}
          </li>
        ))}
      </Part>
      <div className={shared.part}>
        {decisions.length > 0 && (
          <Part title={tab.stage.agreed} none="" count={decisions.length}>
            {decisions
              .slice(-shown)
              .reverse()
              .map((decision) => (
                <li key={decision.id} className={mergeClasses(shared.text, shared.cut, shared.one)}>
                  {decision.text}
                </li>
              ))}
          </Part>
        )}
        <Part title={meeting.tasks.title} none={tab.stage.tasksNone} count={tasks.length}>
          {tasks
            .slice(-shown)
            .reverse()
            .map((task) => (
              <li key={task.id} className={mergeClasses(shared.text, shared.cut)}>
                {meeting.tasks.line(task.ownerName, task.text, format.day(task.due))}
              </li>
            ))}
        </Part>
      </div>
    </div>
  );
}

function Part(props: {
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const shared = useStageStyles();
  const { tab } = useTab();
  const shown = useShown();
  const id = useId();
  return (
    <section className={shared.part} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {props.title}
      </h2>
      {props.count === 0 ? (
        <p className={mergeClasses(shared.text, shared.quiet)}>{props.none}</p>
      ) : (
        <ul className={shared.list}>{props.children}</ul>
      )}
      {props.count > shown && (
        <p className={mergeClasses(shared.heading, shared.quiet)}>{tab.stage.more(props.count - shown)}</p>
      )}
    </section>
  );
}
