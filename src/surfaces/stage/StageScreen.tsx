import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useTab } from '../meetingTab/useTab';
import { headOf } from '../shared/headOf';
import { sessionTime } from '../shared/sessionTime';
import { StageFloor } from './StageFloor';
import { StageTimer } from './StageTimer';
import { StageWork } from './StageWork';
import { useStageStyles } from './stageStyles';

const useStyles = makeStyles({
  screen: {
    boxSizing: 'border-box',
    // What does not fit is cut in the middle: who speaks stays in sight.
    height: '100vh',
    padding: '2.4vh 2.4vw',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2vh',
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'start',
    gap: '1vh 3vw',
    // Beside the panel Teams leaves a stage that is higher than wide: the time goes below what it is for.
    '@media (max-aspect-ratio: 1/1)': { flexDirection: 'column' },
  },
  grow: { flexGrow: 1, minWidth: 0 },
  rest: { flexShrink: 1, minHeight: 0, overflow: 'hidden' },
  agenda: { display: 'flex', justifyContent: 'space-between', columnGap: '16px', maxWidth: '80vw' },
});

/** What people in a room look at: the item, its time, its problem, what comes of it, and who speaks. Nothing to press. */
export function StageScreen({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useStageStyles();
  const { locale, tab } = useTab();
  const { meeting } = locale;
  const { running } = view;
  const phase = running?.phase;
  const works = phase === 'running' || phase === 'closing';
  const beside = works
    ? running?.next
      ? tab.stage.next(running.next.title)
      : phase === 'running'
        ? meeting.lastItem
        : ''
    : sessionTime(view, locale).join(' · ');
  return (
    <main className={styles.screen}>
      <div className={styles.head}>
        <div className={mergeClasses(shared.part, styles.grow)}>
          <h1 className={mergeClasses(shared.big, shared.cut)}>{headOf(view, locale)}</h1>
          <p className={mergeClasses(shared.text, shared.quiet, shared.cut)}>{beside}</p>
        </div>
        {phase !== 'ended' && <StageTimer view={view} />}
      </div>
      {phase === 'before' && running !== null ? (
        <ol className={mergeClasses(shared.list, styles.rest)}>
          {running.items
            .filter(({ state }) => state !== 'putOff')
            .map((item) => (
              <li key={item.id} className={mergeClasses(shared.text, styles.agenda)}>
                <span className={mergeClasses(shared.cut, shared.one)}>{item.title}</span>
                <span className={shared.quiet}>{locale.format.minutes(item.minutes)}</span>
              </li>
            ))}
        </ol>
      ) : running === null ? (
        <p className={shared.text}>{meeting.noAgenda.title}</p>
      ) : (
        <StageWork view={view} />
      )}
      {works && <StageFloor view={view} />}
    </main>
  );
}
