import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Switch,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import {
  CalendarSyncRegular,
  DeleteRegular,
  DismissRegular,
  SaveRegular,
  SendRegular,
} from '@fluentui/react-icons';
import { useState, useSyncExternalStore } from 'react';
import { MailboxFailed } from '../mailbox';
import type { PaneHost } from '../paneHost';
import { sendEvent } from '../sendEvent';
import { BodyEditor } from './BodyEditor';
import type { OpenForm } from './openForm';
import { usePage } from './pageContext';
import { PaneFrame, type PaneFrameKind } from './PaneFrame';
import { PeopleField } from './PeopleField';
import { SendDialog } from './SendDialog';
import { TimeFields } from './TimeFields';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minHeight: 0 },
  form: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  spacer: { flexGrow: 1 },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px 16px',
    overflow: 'auto',
    flexGrow: 1,
    maxWidth: '860px',
  },
});

type Note = { readonly intent: 'error' | 'success' | 'info' | 'warning'; readonly text: string };

/** The appointment form of whoever organises, with the add-in's pane beside it. */
export function FormView(props: {
  readonly open: OpenForm;
  readonly host: PaneHost;
  readonly pane: PaneFrameKind;
  /** The page in which the add-in checks what is about to be sent. */
  readonly check: PaneFrameKind;
  readonly onSent: () => void;
  readonly onOpenSeries: (id: string) => void;
  /** Leaves at once; the question was asked. */
  readonly onDiscard: () => void;
}) {
  const { open, host, pane, check, onSent, onOpenSeries, onDiscard } = props;
  const { words } = usePage();
  const styles = useStyles();
  const state = useSyncExternalStore(open.form.subscribe, open.form.get);
  const [paneOpen, setPaneOpen] = useState(false);
  const [note, setNote] = useState<Note>();
  const [working, setWorking] = useState(false);
  const [question, setQuestion] = useState<string>();
  const change = open.form.change;

  const attempt = async (work: () => Promise<unknown>, done: () => void) => {
    if (state.end < state.start) return setNote({ intent: 'error', text: words.endFirst });
    setWorking(true);
    try {
      await work();
      done();
    } catch (error) {
      const code = error instanceof MailboxFailed ? error.code : String(error);
      setNote({ intent: 'error', text: words.failed(code) });
    } finally {
      setWorking(false);
    }
  };
  const send = () => void attempt(open.send, onSent);
  /** As Outlook does: the add-in is asked first, and whoever sends may send all the same. */
  const askToSend = async () => {
    if (state.required.length + state.optional.length === 0)
      return setNote({ intent: 'warning', text: words.nobody });
    setWorking(true);
    const asked = await sendEvent(check, host);
    setWorking(false);
    if (asked === undefined) send();
    else setQuestion(asked);
  };
  const save = () =>
    void attempt(open.keeper.save, () =>
      setNote({ intent: 'success', text: state.invited === true ? words.sentNote : words.savedNote }),
    );

  return (
    <div className={styles.view}>
      <section className={styles.form} aria-label={words.appointment}>
        <div className={styles.bar}>
          <Button
            appearance="primary"
            icon={<SendRegular />}
            disabled={working}
            onClick={() => void askToSend()}
          >
            {state.invited === true ? words.sendUpdate : words.send}
          </Button>
          <Button appearance="subtle" icon={<SaveRegular />} disabled={working} onClick={save}>
            {words.save}
          </Button>
          <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => onDiscard()}>
            {words.discard}
          </Button>
          <ToggleButton
            appearance="subtle"
            icon={<CalendarSyncRegular />}
            checked={paneOpen}
            onClick={() => setPaneOpen(!paneOpen)}
          >
            {words.cadencia}
          </ToggleButton>
          <span className={styles.spacer} />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.close}
            onClick={() => open.keeper.close()}
          />
        </div>
        <div className={styles.fields}>
          {note !== undefined && (
            <MessageBar intent={note.intent} layout="multiline">
              <MessageBarBody>{note.text}</MessageBarBody>
            </MessageBar>
          )}
          {state.notices.map(({ key, message }) => (
            <MessageBar key={key} layout="multiline">
              <MessageBarBody>{message}</MessageBarBody>
            </MessageBar>
          ))}
          {state.seriesId !== undefined && (
            <MessageBar layout="multiline">
              <MessageBarBody>
                {words.seriesToo}{' '}
                <Button size="small" onClick={() => onOpenSeries(state.seriesId ?? '')}>
                  {words.openSeries}
                </Button>
              </MessageBarBody>
            </MessageBar>
          )}
          {/* As in Outlook, the cursor waits in the title. */}
          <Field label={words.title}>
            <Input
              autoFocus
              value={state.subject}
              maxLength={255}
              onChange={(_event, { value }) => change({ subject: value })}
            />
          </Field>
          <PeopleField
            label={words.required}
            people={state.required}
            onChange={(required) => change({ required })}
          />
          <PeopleField
            label={words.optional}
            people={state.optional}
            onChange={(optional) => change({ optional })}
          />
          <TimeFields state={state} change={change} />
          <Field label={words.location}>
            <Input
              value={state.location}
              maxLength={255}
              onChange={(_event, { value }) => change({ location: value })}
            />
          </Field>
          <Switch
            label={words.teams}
            checked={state.teams}
            onChange={(_event, { checked }) => change({ teams: checked })}
          />
          <BodyEditor html={state.bodyHtml} onChange={(bodyHtml) => change({ bodyHtml })} />
        </div>
      </section>
      <SendDialog
        question={question}
        onStay={() => setQuestion(undefined)}
        onSend={() => {
          setQuestion(undefined);
          send();
        }}
      />
      {paneOpen && <PaneFrame kind={pane} host={host} onClose={() => setPaneOpen(false)} />}
    </div>
  );
}
