import { makeStyles, tokens } from '@fluentui/react-components';
import type { BeforeView } from '../../app/meeting/meetingView';
import { useMeeting } from './meetingContext';

const useStyles = makeStyles({
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const SHOWN = 4;

/** What became of promises since the last meeting: done, or deleted in Planner. */
export function SinceThen({ before }: { readonly before: BeforeView }) {
  const styles = useStyles();
  const { tasks, list } = useMeeting().locale.meeting;
  const { done = [], gone = [] } = before;
  const named = (all: NonNullable<BeforeView['done']>) => {
    const shown = all.slice(0, SHOWN).map(({ text, ownerName }) => `${text} (${ownerName})`);
    return [...shown, ...(all.length > SHOWN ? [list.more(all.length - SHOWN)] : [])].join(' · ');
  };
  return (
    <>
      {done.length > 0 && (
        <p className={styles.quiet}>{`✓ ${tasks.doneSince(done.length)} ${named(done)}`}</p>
      )}
      {gone.length > 0 && <p className={styles.quiet}>{`⚠ ${tasks.gone} ${named(gone)}`}</p>}
    </>
  );
}
