import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { AfterSteps } from '../shared/AfterSteps';
import { seenOf } from '../shared/balanceText';
import { useMeeting } from '../shared/meetingContext';
import { useAfter } from '../shared/useAfter';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

/** With its words and its picture: only where something is measured. */
const MeetingTalk = lazy(() => import('../shared/MeetingTalk'));

/** The end: what came of it, what is offered, and the way back for a day. */
export function Ended({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk } = useMeeting();
  const balanceWords = useBalanceWords();
  const words = useAfter();
  const { running } = view;
  const own = view.balance?.own?.share;
  return (
    <>
      {own && <p className={shared.text}>{balanceWords.ownEnded(own.share, own.fair, seenOf(view))}</p>}
      <AfterSteps view={view} />
      {view.after.talk && (
        <Suspense fallback={null}>
          <MeetingTalk view={view} talk={view.after.talk} />
        </Suspense>
      )}
      {running?.mayReopen && (
        <div>
          <Button size="small" className={shared.small} onClick={() => desk.command({ kind: 'reopen' })}>
            {words.reopen}
          </Button>
        </div>
      )}
    </>
  );
}
