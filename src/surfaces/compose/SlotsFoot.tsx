import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SlotsView } from '../../app/planning/planView';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  button: { flexShrink: 0, minWidth: 'auto' },
  insert: { flexGrow: 1, whiteSpace: 'nowrap', paddingInline: '8px' },
  undo: { flexShrink: 0, minWidth: 'auto', paddingInline: '8px', fontWeight: tokens.fontWeightRegular },
  warning: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  link: {
    textDecorationLine: 'underline',
    color: tokens.colorNeutralForeground1,
    '&:disabled, &[aria-disabled="true"]': {
      textDecorationLine: 'none',
      color: tokens.colorNeutralForegroundDisabled,
    },
  },
});

/** Agenda, what is still missing, and the one primary button. */
export function SlotsFoot({ view }: { readonly view: SlotsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const busy = view.working !== undefined;
  const { agenda } = view;
  return (
    <>
      <div className={styles.row}>
        <Text>{words.slots.agenda(agenda.items, agenda.minutes, agenda.of)}</Text>
        <Button
          size="small"
          className={styles.button}
          data-opens="agenda"
          aria-label={words.slots.editAgenda}
          onClick={() => planning.openAgenda()}
        >
          {words.edit}
        </Button>
      </div>
      {view.waiting.length > 0 && <Waiting view={view} />}
      {!view.teamsLink && (
        <div className={styles.warning}>
          <Text>{`⚠ ${words.slots.noTeams}`}</Text>
          <Link
            as="button"
            className={styles.link}
            disabled={view.options.length === 0}
            disabledFocusable={busy}
            onClick={() => planning.createInTeams()}
          >
            {words.slots.createInTeams}
          </Link>
          {view.mails.moves > 0 && (
            <Text size={200}>{words.sessions.mails(view.mails.moves, view.mails.attendees)}</Text>
          )}
        </div>
      )}
      {view.question ? (
        <Question view={view} />
      ) : (
        <div className={styles.row}>
          <Button
            appearance="primary"
            className={styles.insert}
            disabled={view.options.length === 0}
            disabledFocusable={busy}
            onClick={() => planning.insert()}
          >
            {words.slots.insert}
          </Button>
          <Button
            className={styles.undo}
            disabled={!view.canUndo}
            disabledFocusable={busy}
            onClick={() => planning.undo()}
          >
            {words.slots.undo}
          </Button>
        </div>
      )}
    </>
  );
}

function Waiting({ view }: { readonly view: SlotsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { moves, attendees } = view.waitingMails;
  return (
    <div className={styles.warning}>
      <Text>{`${words.slots.waiting(view.waiting.length)} ${words.sessions.mails(moves, attendees)}`}</Text>
      <Link as="button" className={styles.link} onClick={() => planning.sessions.applyWaiting()}>
        {words.slots.applyWaiting}
      </Link>
      <Link as="button" className={styles.link} onClick={() => planning.sessions.dropWaiting()}>
        {words.slots.dropWaiting}
      </Link>
    </div>
  );
}

/** Asked in place: what somebody typed by hand goes only with a yes. */
function Question({ view }: { readonly view: SlotsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words, format } = locale;
  const { fields = [], subject, again } = view.question ?? {};
  const named = fields.map((field) =>
    field === 'subject' ? words.slots.fields.subject(subject) : words.slots.fields[field],
  );
  const asked = [
    ...(again ? [words.slots.again] : []),
    ...(named.length > 0 ? [words.slots.ask(format.list(named))] : []),
  ];
  return (
    <div role="alertdialog" aria-labelledby="overwrite-question">
      <Text id="overwrite-question" block>
        {`⚠ ${asked.join(' ')}`}
      </Text>
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => planning.answer(true)}>
          {again ? words.slots.createAgain : words.slots.overwrite}
        </Button>
        <Button autoFocus onClick={() => planning.answer(false)}>
          {words.slots.keep}
        </Button>
      </div>
    </div>
  );
}
