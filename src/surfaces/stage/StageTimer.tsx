import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useTab } from '../meetingTab/useTab';
import { timeToStart } from '../shared/timeToStart';
import { useReadable } from '../shared/useReadable';
import { useStageStyles } from './stageStyles';

const useStyles = makeStyles({
  timer: {
    flexShrink: 0,
    textAlign: 'end',
    '@media (max-aspect-ratio: 1/1)': { textAlign: 'start' },
  },
  clock: {
    display: 'block',
    fontSize: 'clamp(56px, 19vh, 180px)',
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  over: { color: tokens.colorStatusDangerForeground1 },
});

/** Time left, to be read across a room; the only thing that is drawn with each second. */
export function StageTimer({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useStageStyles();
  const { desk, locale } = useTab();
  const { timer, clock } = locale.meeting;
  const tick = useReadable(desk.tick);
  const { running } = view;
  const before = running === null || running.phase === 'before';
  const left = before ? timeToStart(view, tick.now) : (tick.itemLeft ?? tick.meetingLeft);
  if (left === null) return null;
  const over = left < 0;
  const label = before ? timer.toStart : tick.itemLeft === null ? timer.closing : timer.item;
  const what = before ? (over ? timer.shouldHaveStarted : timer.startsIn) : over ? timer.over : timer.left;
  const beside = before || tick.itemLeft === null ? what : `${what} · ${timer.meeting(tick.meetingLeft)}`;
  return (
    <div role="timer" aria-live="off" aria-label={label} className={styles.timer}>
      <span className={mergeClasses(styles.clock, over && !before && styles.over)}>{clock(left)}</span>
      <span className={mergeClasses(shared.heading)}>{beside}</span>
    </div>
  );
}
