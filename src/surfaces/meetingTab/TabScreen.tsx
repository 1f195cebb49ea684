import { makeStyles, Text } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { Notice } from '../panel/Notice';
import { Question } from '../panel/Question';
import { AgendaSide } from './AgendaSide';
import { BringProblem } from './BringProblem';
import { isAnythingLeft, LeftBefore } from './LeftBefore';
import { PanelMissing } from './PanelMissing';
import { Proposals } from './Proposals';
import { TabHead } from './TabHead';
import { UnderWay } from './UnderWay';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const Ended = lazy(async () => ({ default: (await import('../panel/Ended')).Ended }));

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '16px 20px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px 40px',
    '@media (min-width: 760px)': { gridTemplateColumns: 'minmax(0, 26fr) minmax(0, 25fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
});

/** Before and beside the meeting: who comes, what is brought, what is left, the agenda; after it, what is offered. */
export function TabScreen({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { locale } = useTab();
  const { before, running } = view;
  const phase = running?.phase;
  const { foot } = locale.meeting;
  const apart = view.connection === 'offline' || view.connection === 'alone';
  return (
    <main className={styles.screen}>
      <TabHead view={view} />
      <Notice notice={view.notice} />
      {view.question && <Question key={view.question.kind} question={view.question} />}
      {before.hasPanel === false && phase !== 'ended' && (
        <PanelMissing before={before} primary={running !== null} />
      )}
      {before.wholeTeam && <p className={shared.warning}>{locale.meeting.before.wholeTeam}</p>}
      {(phase === 'running' || phase === 'closing') && <UnderWay view={view} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          {phase === 'ended' ? (
            <Suspense fallback={<Text>{locale.words.starting}</Text>}>
              <Ended view={view} />
            </Suspense>
          ) : (
            <>
              <BringProblem view={view} />
              <Proposals view={view} />
            </>
          )}
          {isAnythingLeft(before) && <LeftBefore view={view} />}
        </div>
        <div className={styles.column}>
          <AgendaSide view={view} />
        </div>
      </div>
      {apart && <p className={shared.quiet}>{view.connection === 'alone' ? foot.alone : foot.offline}</p>}
    </main>
  );
}
