import { FluentProvider, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { DateTime } from 'luxon';
import { useEffect, useMemo, useState } from 'react';
import { emptyAppointment } from '../appointment';
import { localeOf, personOf, type DemoConfig, type DemoPerson } from '../config';
import { MailboxFailed, type Mailbox } from '../mailbox';
import type { PaneHost } from '../paneHost';
import { WORDS } from '../words';
import { windowsOf } from '../zones';
import { FormView } from './FormView';
import { LeaveDialog } from './LeaveDialog';
import { firstLook, FLUENT_THEMES, keepLook, watchable } from './look';
import { openForm, storedSettings, type OpenForm } from './openForm';
import { PageProvider } from './pageContext';
import type { PaneFrameKind } from './PaneFrame';
import { ReadView } from './ReadView';
import { TopBar, type Look } from './TopBar';
import { mondayOf } from './weekLayout';
import { WeekView } from './WeekView';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

export type OutlookPageOptions = {
  readonly config: DemoConfig;
  readonly mailboxOf: (person: DemoPerson) => Mailbox;
  readonly paneOf: (person: DemoPerson, locale: string) => PaneFrameKind;
  /** The pane beside a meeting that is only read. */
  readonly readOf: (person: DemoPerson, locale: string) => PaneFrameKind;
  readonly checkOf: (person: DemoPerson, locale: string) => PaneFrameKind;
  /** Hears who is signed in, at first and after each change. */
  readonly onPerson: (person: DemoPerson) => void;
};

/** Outlook's calendar in the browser, as far as planning a meeting meets it. */
export function OutlookPage(options: OutlookPageOptions) {
  const { config, mailboxOf, paneOf, readOf, checkOf, onPerson } = options;
  const styles = useStyles();
  const [me, setMe] = useState(() => personOf(config, location.search));
  const [look, setLook] = useState(() => firstLook(location.search));
  const [theme] = useState(() => watchable(look.theme));
  const [open, setOpen] = useState<OpenForm>();
  const [asking, setAsking] = useState<() => void>();
  const [failed, setFailed] = useState<string>();
  const [formSeen, setFormSeen] = useState(false);
  const today = useMemo(
    () => DateTime.fromMillis(config.now, { zone: me.zone }).toISODate() ?? '',
    [config, me],
  );
  const [monday, setMonday] = useState(mondayOf(today));
  const mailbox = useMemo(() => mailboxOf(me), [mailboxOf, me]);
  const locale = localeOf(look.language, me);
  const words = WORDS[look.language];

  useEffect(() => onPerson(me), [onPerson, me]);
  useEffect(() => {
    theme.set(look.theme);
    keepLook(look);
    document.documentElement.lang = locale;
    document.title = words.outlook;
  }, [look, theme, locale, words]);

  /** Runs at once, or after the person agreed that what they typed goes. */
  const leave = (form: OpenForm | undefined, then: () => void) => {
    if (form?.isDirty() === true) setAsking(() => then);
    else then();
  };
  const show = (form: Omit<Parameters<typeof openForm>[0], 'mailbox' | 'settings' | 'close'>) => {
    const opened: OpenForm = openForm({
      ...form,
      mailbox,
      settings: storedSettings(me.mail),
      close: () => leave(opened, () => setOpen(undefined)),
    });
    setFailed(undefined);
    setOpen(opened);
    setFormSeen(true);
  };
  const openEvent = async (id: string) => {
    try {
      const { state, mine, organiser } = await mailbox.open(id);
      show({ initial: state, mine, organiser });
    } catch (error) {
      setFailed(error instanceof MailboxFailed ? error.code : String(error));
    }
  };
  const newMeeting = () =>
    show({
      initial: emptyAppointment(config.now, me.zone),
      mine: true,
      organiser: { name: me.name, mail: me.mail },
    });
  const signIn = (key: string) =>
    leave(open, () => {
      setOpen(undefined);
      setMe(personOf(config, `?person=${key}`));
      history.replaceState(null, '', `?person=${key}`);
    });

  const host = useMemo<PaneHost | undefined>(
    () =>
      open && {
        form: open.form,
        keeper: open.keeper,
        user: { name: me.name, mail: me.mail, zone: windowsOf(me.zone) ?? me.zone },
        locale,
        theme,
        ...(!open.mine && { reading: { organiser: open.organiser } }),
      },
    [open, me, locale, theme],
  );
  const pane = useMemo(() => paneOf(me, locale), [paneOf, me, locale]);
  const reader = useMemo(() => readOf(me, locale), [readOf, me, locale]);
  const check = useMemo(() => checkOf(me, locale), [checkOf, me, locale]);

  return (
    <FluentProvider theme={FLUENT_THEMES[look.theme]}>
      <PageProvider value={{ words, language: look.language, locale, people: config.people, me }}>
        <div className={styles.page}>
          <TopBar look={look} onLook={(next: Look) => setLook(next)} onPerson={signIn} />
          <main className={styles.main}>
            {failed !== undefined && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{words.failed(failed)}</MessageBarBody>
              </MessageBar>
            )}
            {open === undefined || host === undefined ? (
              <WeekView
                mailbox={mailbox}
                today={today}
                monday={monday}
                onMonday={setMonday}
                takesFocus={formSeen}
                onNew={newMeeting}
                onOpen={(id) => void openEvent(id)}
              />
            ) : open.mine ? (
              <FormView
                key={open.serial}
                open={open}
                host={host}
                pane={pane}
                check={check}
                onSent={() => setOpen(undefined)}
                onOpenSeries={(id) => leave(open, () => void openEvent(id))}
                onDiscard={() => leave(open, () => setOpen(undefined))}
              />
            ) : (
              <ReadView
                key={open.serial}
                open={open}
                host={host}
                pane={reader}
                onClose={() => setOpen(undefined)}
              />
            )}
          </main>
        </div>
        <LeaveDialog
          open={asking !== undefined}
          onKeep={() => setAsking(undefined)}
          onDiscard={() => {
            setAsking(undefined);
            asking?.();
          }}
        />
      </PageProvider>
    </FluentProvider>
  );
}
