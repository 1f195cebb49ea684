import { Button, makeStyles } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { areaName } from '../shared/meetingNames';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

const useStyles = makeStyles({
  away: { minWidth: '24px', width: '24px', height: '24px', padding: 0, flexShrink: 0 },
});

/** One quiet line about an area, never about a person. Said politely when it comes; it goes by itself. */
export function Nudge({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const words = useBalanceWords();
  const { balance } = view;
  if (!balance?.begun) return null;
  const quiet = balance.nudge;
  // The region stands before it has anything to say: what comes with it is not heard.
  return (
    <div className={quiet === null ? '' : shared.row}>
      <p role="status" className={shared.text}>
        {quiet === null ? '' : words.nudge(areaName(view, quiet, locale))}
      </p>
      {quiet !== null && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.away}
          icon={<Dismiss12Regular />}
          aria-label={words.nudgeAway}
          onClick={() => desk.balance.putNudgeAway()}
        />
      )}
    </div>
  );
}
