import { Button } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

/** The chair is gone, or nobody chairs: all see it, and after a minute anybody may take over. */
export function ChairGone({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const { chair: words, foot } = locale.meeting;
  const { chair } = view;
  const missing = chair.id === null || chair.goneSince !== null;
  if (!missing || chair.mine) return null;
  const said = chair.name === null ? `${foot.noChair}.` : words.gone(chair.name);
  return (
    <div className={shared.warning}>
      <span className={shared.text}>{chair.mayTakeOver ? said : `${said} ${words.wait}`}</span>
      {chair.mayTakeOver && (
        <Button size="small" onClick={() => desk.command({ kind: 'takeOver' })}>
          {words.takeOver}
        </Button>
      )}
    </div>
  );
}
