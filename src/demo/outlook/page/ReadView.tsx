import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { CalendarSyncRegular, DismissRegular } from '@fluentui/react-icons';
import { DateTime } from 'luxon';
import { useState } from 'react';
import type { PaneHost } from '../paneHost';
import { repeatText } from '../repeatWords';
import type { OpenForm } from './openForm';
import { usePage } from './pageContext';
import { PaneFrame, type PaneFrameKind } from './PaneFrame';
import { sanitised } from './sanitise';

const useStyles = makeStyles({
  whole: { display: 'flex', flexGrow: 1, minHeight: 0 },
  view: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 16px',
    flexGrow: 1,
    minWidth: 0,
    overflow: 'auto',
  },
  head: { display: 'flex', alignItems: 'flex-start' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
  people: { margin: 0, paddingLeft: '20px' },
  body: {
    flexGrow: 1,
    minHeight: '240px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: '#ffffff',
  },
});

/** Somebody else's meeting: everything of it, nothing to change, and the add-in's pane beside it. */
export function ReadView(props: {
  readonly open: OpenForm;
  readonly host: PaneHost;
  readonly pane: PaneFrameKind;
  readonly onClose: () => void;
}) {
  const { open, host, pane, onClose } = props;
  const [paneOpen, setPaneOpen] = useState(false);
  const { words, locale, language } = usePage();
  const styles = useStyles();
  const state = open.form.get();
  const start = DateTime.fromISO(state.start).setLocale(locale);
  const end = DateTime.fromISO(state.end).setLocale(locale);
  const people = (label: string, list: typeof state.required) =>
    list.length > 0 && (
      <div>
        <p className={styles.text}>{label}</p>
        <ul className={styles.people}>
          {list.map(({ mail, name }) => (
            <li key={mail}>{name}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className={styles.whole}>
      <section className={styles.view} aria-label={words.appointment}>
        <div className={styles.head}>
          <h2 className={styles.title}>{state.subject || words.noSubject}</h2>
          <ToggleButton
            appearance="subtle"
            icon={<CalendarSyncRegular />}
            checked={paneOpen}
            onClick={() => setPaneOpen(!paneOpen)}
          >
            {words.cadencia}
          </ToggleButton>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label={words.close} onClick={onClose} />
        </div>
        <MessageBar layout="multiline">
          <MessageBarBody>{words.onlyReading}</MessageBarBody>
        </MessageBar>
        <p className={styles.text}>
          {start.toFormat('cccc d LLLL yyyy, t')}–{end.toFormat('t')}
          {state.repeat !== undefined && ` · ${repeatText(state.repeat, language)}`}
          {state.location !== '' && ` · ${state.location}`}
        </p>
        <p className={styles.text}>{words.organiser(open.organiser.name)}</p>
        {state.joinUrl !== undefined && (
          <Link href={state.joinUrl} target="_blank" rel="noreferrer">
            {words.join}
          </Link>
        )}
        {people(words.required, state.required)}
        {people(words.optional, state.optional)}
        <iframe className={styles.body} title={words.body} sandbox="" srcDoc={sanitised(state.bodyHtml)} />
      </section>
      {paneOpen && <PaneFrame kind={pane} host={host} onClose={() => setPaneOpen(false)} />}
    </div>
  );
}
