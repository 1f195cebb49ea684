import { makeStyles, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { Actions } from './Actions';
import { BalanceNews, BalanceRow } from './LiveBalance';
import { BeforeStart } from './BeforeStart';
import { Captured } from './Captured';
import { CaptureLine } from './CaptureLine';
import { ChairGone } from './ChairGone';
import { LateStart, OverTime } from './Choices';
import { Floor } from './Floor';
import { Foot } from './Foot';
import { ItemHead } from './ItemHead';
import { NoAgenda } from './NoAgenda';
import { Notice } from './Notice';
import { ProblemLine } from './ProblemLine';
import { Question } from './Question';
import { Timer } from './Timer';
import { usePanelStyles } from './panelStyles';

const loadMore = () => import('./More');
const loadEnded = () => import('./Ended');
const loadDeciding = () => import('../shared/DecideWays');
const More = lazy(async () => ({ default: (await loadMore()).More }));
const Ended = lazy(async () => ({ default: (await loadEnded()).Ended }));

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '8px 20px 4px' },
});

/** The panel in the meeting: one item, its time, its problem, who speaks, what comes of it, and what to press next. */
export function Meeting({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const [opened, setOpened] = useState<'more' | 'measured' | null>(null);
  const more = opened !== null;
  const setMore = (open: boolean) => setOpened(open ? 'more' : null);
  const { running } = view;
  useEffect(() => {
    // Fetched while there is a network: the meeting may end without one. What fails here is asked for again when shown.
    void Promise.allSettled([loadMore(), loadEnded(), loadDeciding()]);
  }, []);
  return (
    <main
      className={styles.screen}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && more && !event.defaultPrevented) setMore(false);
      }}
    >
      <ItemHead view={view} more={more} setMore={setMore} />
      {running?.phase !== 'ended' && <Timer view={view} />}
      <Notice notice={view.notice} />
      {view.question && <Question key={view.question.kind} question={view.question} />}
      {more ? (
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <More view={view} measured={opened === 'measured'} back={() => setMore(false)} />
        </Suspense>
      ) : running === null ? (
        <NoAgenda view={view} />
      ) : running.phase === 'ended' ? (
        <Suspense fallback={<Text>{locale.words.starting}</Text>}>
          <Ended view={view} />
        </Suspense>
      ) : (
        <>
          <ChairGone view={view} />
          <BalanceNews view={view} show={() => setOpened('measured')} />
          {running.phase === 'before' ? (
            <BeforeStart view={view} />
          ) : (
            <>
              <LateStart view={view} choose={desk.choose} />
              <OverTime view={view} choose={desk.choose} />
              <Work view={view} />
            </>
          )}
          <Actions view={view} />
        </>
      )}
      <Foot view={view} />
    </main>
  );
}

/** What the meeting works on; on a phone only what cannot wait until one sits at a table again. */
function Work({ view }: { readonly view: MeetingScreen }): ReactNode {
  const shared = usePanelStyles();
  const { closing } = useMeeting().locale.meeting;
  return (
    <>
      {view.running?.phase === 'closing' && <p className={shared.quiet}>{closing.text}</p>}
      {!view.small && <ProblemLine view={view} />}
      <Floor view={view} />
      <BalanceRow view={view} />
      {!view.small && <Captured view={view} />}
      <CaptureLine view={view} />
    </>
  );
}
