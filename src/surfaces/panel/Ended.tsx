import { Button } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { AfterSteps } from '../shared/AfterSteps';
import { useMeeting } from '../shared/meetingContext';
import { useAfter } from '../shared/useAfter';
import { usePanelStyles } from './panelStyles';

/** The end: what came of it, what is offered, and the way back for a day. */
export function Ended({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk } = useMeeting();
  const words = useAfter();
  const { running } = view;
  return (
    <>
      <AfterSteps view={view} />
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
