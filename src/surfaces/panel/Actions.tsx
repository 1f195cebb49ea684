import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  plain: { fontWeight: tokens.fontWeightRegular },
  button: { minWidth: 'auto', paddingInline: '10px', whiteSpace: 'nowrap' },
});

/** The floor for myself, and the one primary button of the screen. */
export function Actions({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { locale } = useMeeting();
  const { meeting } = locale;
  const { running, chair } = view;
  if (running?.phase === 'before' && !running.mayStart)
    return chair.name === null ? null : <p className={shared.quiet}>{meeting.startsChair(chair.name)}</p>;
  return (
    <div className={shared.row}>
      {running?.phase === 'before' ? null : <MyFloor view={view} />}
      <Primary view={view} />
    </div>
  );
}

function Primary({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { meeting } = locale;
  const { running } = view;
  const button = (text: string, press: () => void) => (
    <Button appearance="primary" className={styles.button} onClick={press}>
      {text}
    </Button>
  );
  if (running?.phase === 'before') return button(meeting.start, () => desk.command({ kind: 'start' }));
  if (running?.phase === 'closing' && running.mayEnd)
    return button(meeting.end, () => desk.command({ kind: 'end' }));
  if (running?.phase === 'running' && running.mayRun)
    return button(running.next === null ? meeting.toClosing : meeting.next, () =>
      desk.command({ kind: 'next', leaves: running.current?.id ?? null }),
    );
  return null;
}

/** Says that I have the floor, asks for it, takes that back, or ends my turn. It is the first thing for whoever runs nothing. */
function MyFloor({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.floor;
  const { floor, me, running } = view;
  const runs = running?.phase === 'closing' ? running.mayEnd : running?.mayRun;
  // While others wait for it, it is asked for like theirs.
  const free = floor.mayMark && floor.speaker === null && (floor.queue[0] ?? me) === me;
  const [text, kind] = floor.mine
    ? ([words.end, 'endTurn'] as const)
    : free
      ? ([words.have, 'give'] as const)
      : floor.asking
        ? ([words.withdraw, 'withdraw'] as const)
        : ([words.ask, 'ask'] as const);
  return (
    <Button
      className={mergeClasses(styles.button, runs && styles.plain)}
      appearance={runs ? 'secondary' : 'primary'}
      onClick={() => desk.command({ kind, person: me })}
    >
      {text}
    </Button>
  );
}
