import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Session, SessionsView } from '../../app/planning/planView';
import type { Series } from '../../domain/rhythm/series';
import { Screen } from './Around';
import { usePane } from './paneContext';
import { missingByWhy, repairTime } from './slotTexts';
import { StickyFoot } from './StickyFoot';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    columnGap: '6px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  mails: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: '8px',
  },
});

const SHAPE: Readonly<Record<Session['state'], string>> = { held: '✓', broken: '✕', paused: '‖', moved: '→' };

/** Every session with its state; one press chooses the alternative of one that breaks. */
export function Sessions({ view }: { readonly view: SessionsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  return (
    <Screen title={words.sessions.title} view={view} canGoBack>
      <ol className={styles.list}>
        {view.sessions.map((session) => (
          <One key={session.date} session={session} series={view.series} />
        ))}
      </ol>
      <StickyFoot className={styles.mails}>
        <Text role="status" size={200}>
          {words.sessions.mails(view.mails.moves, view.mails.attendees)}
        </Text>
        <Button appearance="primary" onClick={() => planning.back()}>
          {words.save}
        </Button>
      </StickyFoot>
    </Screen>
  );
}

function One({ session, series }: { readonly session: Session; readonly series: Series }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words, format } = locale;
  const day = format.day(session.date);
  const when = repairTime(session, series, locale);
  const missing = missingByWhy(session, series, locale);
  const { start } = session;
  return (
    <li className={styles.item}>
      <span aria-hidden>{SHAPE[session.state]}</span>
      <div>
        <Text block weight={session.state === 'held' ? 'regular' : 'semibold'}>
          {words.slots.mark(day, words.sessions.states[session.state], session.label)}
        </Text>
        {session.state !== 'paused' && missing.length > 0 && (
          <Text block size={200} className={styles.quiet}>
            {missing.join(' · ')}
          </Text>
        )}
        {when !== undefined &&
          start !== null &&
          (session.state === 'broken' || session.state === 'moved') && (
            <>
              <Text block size={200}>
                {words.sessions.better(when)}
              </Text>
              <Button
                size="small"
                aria-pressed={session.moveChosen}
                aria-label={words.sessions.moveOf(day, when)}
                onClick={() => planning.sessions.toggle(start)}
              >
                {session.moveChosen ? `✓ ${words.sessions.move}` : words.sessions.move}
              </Button>
            </>
          )}
        {session.state === 'broken' && when === undefined && (
          <Text block size={200} className={styles.quiet}>
            {words.sessions.noRepair}
          </Text>
        )}
      </div>
    </li>
  );
}
