import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';

const useStyles = makeStyles({
  row: { flexWrap: 'wrap', rowGap: '4px', columnGap: '4px' },
  plain: { fontWeight: tokens.fontWeightRegular },
  button: { minWidth: 'auto', paddingInline: '10px', whiteSpace: 'nowrap' },
  // Two of them stand beside each other.
  narrow: { paddingInline: '6px' },
});

/** The floor for myself, and the one primary button of the screen. */
export function Actions({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const styles = useStyles();
  const { locale } = useMeeting();
  const { meeting } = locale;
  const { running, chair } = view;
  if (running?.phase === 'before' && !running.mayStart)
    return chair.name === null ? null : <p className={shared.quiet}>{meeting.startsChair(chair.name)}</p>;
  return (
    <div className={mergeClasses(shared.row, styles.row)}>
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

/**
 * The floor for myself: asks for it, takes that back, ends my turn; it is the first thing for whoever runs nothing. Where
 * turns are measured and nobody has it, also that it is mine; the chair need not ask then.
 */
function MyFloor({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.floor;
  const { floor, me, running, balance } = view;
  const runs = (running?.phase === 'closing' ? running.mayEnd : running?.mayRun) === true;
  const free = balance?.begun === true && floor.mayMark && floor.speaker === null;
  const [text, kind] = floor.mine
    ? ([words.end, 'endTurn'] as const)
    : floor.asking
      ? ([words.withdraw, 'withdraw'] as const)
      : ([words.ask, 'ask'] as const);
  const button = (says: string, does: 'give' | typeof kind, primary: boolean) => (
    <Button
      className={mergeClasses(styles.button, !primary && styles.plain, free && styles.narrow)}
      appearance={primary ? 'primary' : 'secondary'}
      onClick={() => desk.command({ kind: does, person: me })}
    >
      {says}
    </Button>
  );
  return (
    <>
      {!(free && floor.mayGive) && button(text, kind, !runs)}
      {free && button(words.have, 'give', false)}
    </>
  );
}
