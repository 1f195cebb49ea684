import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { timeToStart } from '../shared/timeToStart';
import { useReadable } from '../shared/useReadable';

const useStyles = makeStyles({
  timer: { display: 'grid', rowGap: '6px' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '6px' },
  clock: {
    fontSize: '30px',
    lineHeight: '40px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    flexShrink: 0,
  },
  over: { color: tokens.colorStatusDangerForeground1 },
  beside: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'end',
  },
  line: { display: 'block' },
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    '@media (forced-colors: active)': { outline: '1px solid' },
  },
  bar: {
    height: '100%',
    transformOrigin: 'left',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  barOver: { backgroundColor: tokens.colorStatusDangerBackground3 },
  turn: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Time left of the item and of the meeting; the only thing that is drawn with each second. It is never announced. */
export function Timer({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { timer, clock } = locale.meeting;
  const tick = useReadable(desk.tick);
  const { running } = view;
  const late = running !== null && running.late > 0 ? timer.late(running.late) : undefined;
  // Before the start it counts down to it, in the closing round to the end.
  const before = running === null || running.phase === 'before';
  const left = before ? timeToStart(view, tick.now) : (tick.itemLeft ?? tick.meetingLeft);
  if (left === null) return null;
  const over = left < 0;
  const label = before ? timer.toStart : tick.itemLeft === null ? timer.closing : timer.item;
  const what = before ? (over ? timer.shouldHaveStarted : timer.startsIn) : over ? timer.over : timer.left;
  return (
    <div role="timer" aria-live="off" aria-label={label} className={styles.timer}>
      <div className={styles.row}>
        <span className={mergeClasses(styles.clock, over && !before && styles.over)}>{clock(left)}</span>
        <span className={styles.beside}>
          <span className={styles.line}>
            {before || tick.itemLeft === null ? what : `${what} · ${timer.meeting(tick.meetingLeft)}`}
          </span>
          {late !== undefined && <span className={styles.line}>{late}</span>}
        </span>
      </div>
      {!before && tick.itemLeft !== null && (
        <div className={styles.track} aria-hidden="true">
          <div
            className={mergeClasses(styles.bar, over && styles.barOver)}
            style={{ width: `${Math.min(100, Math.max(0, tick.itemShare * 100))}%` }}
          />
        </div>
      )}
    </div>
  );
}

/** In a round, what is left of the turn. */
export function TurnTimer({ each }: { readonly each: number }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { timer, clock } = locale.meeting;
  const { speakerFor } = useReadable(desk.tick);
  if (speakerFor === null) return null;
  return (
    <span role="timer" aria-live="off" aria-label={timer.turn} className={styles.turn}>
      {`${clock(each - speakerFor)} ${each < speakerFor ? timer.over : timer.turnLeft}`}
    </span>
  );
}
