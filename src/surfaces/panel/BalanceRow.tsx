import type { MeetingScreen } from '../../app/meeting/meetingView';
import { areaShares, balanceText, fairText, shortBalanceText } from '../shared/balanceText';
import { useHidden } from '../shared/hidden';
import { useMeeting } from '../shared/meetingContext';
import { TalkBar } from '../shared/TalkBar';
import { Nudge } from './Nudge';
import { usePanelStyles } from './panelStyles';
import { useBalanceWords } from '../shared/useBalanceWords';

/**
 * Area against area, always called an estimate; before there is enough to say, how long that takes. What asks for a
 * decision needs the room more: then one line stands here, or none. On a phone the nudge alone.
 */
export function BalanceRow({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { hidden } = useHidden();
  const { locale } = useMeeting();
  const words = useBalanceWords();
  const { balance, small } = view;
  if (!balance?.begun) return null;
  const shares = areaShares(view, locale);
  const asked = askedOf(view);
  return (
    <section aria-label={words.title}>
      {!small && asked < 2 && (
        <p className={shared.quiet}>
          {asked === 0 ? balanceText(view, balance, locale, words) : shortBalanceText(view, locale, words)}
          {shares && <span className={hidden}>{`. ${fairText(shares, words)}`}</span>}
        </p>
      )}
      {shares && !small && asked === 0 && <TalkBar parts={shares} />}
      <Nudge view={view} />
    </section>
  );
}

/** How many things on the screen wait for a press: minutes to be found, and a line that is being captured. */
function askedOf({ running, capture }: MeetingScreen): number {
  const minutes = [...(running?.lateChoices ?? []), ...(running?.overChoices ?? [])];
  return Number(minutes.length > 0) + Number(capture.understood !== null);
}
