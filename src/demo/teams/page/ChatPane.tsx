import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { sanitised } from '../../outlook/page/sanitise';
import type { ChatMessage } from '../meetingService';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '300px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'center', padding: '4px 4px 4px 12px' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: '0 12px 12px',
    overflow: 'auto',
    listStyleType: 'none',
  },
  message: {
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  },
  from: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  empty: { margin: '0 12px' },
});

/** How often the chat is read again; Teams is told of news, this page asks. */
const AGAIN_MS = 4_000;

/** What was said in the meeting's chat, as far as it is text. */
export function ChatPane(props: { readonly reader: string; readonly onClose: () => void }) {
  const { reader, onClose } = props;
  const { words, service, chat } = useTeams();
  const styles = useStyles();
  const [messages, setMessages] = useState<readonly ChatMessage[]>([]);
  useEffect(() => {
    let gone = false;
    const read = () =>
      void service.messages(reader, chat).then(
        (all) => !gone && setMessages(all),
        // What was read stays; the next time may do.
        () => undefined,
      );
    read();
    const timer = setInterval(read, AGAIN_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [service, reader, chat]);
  return (
    <aside className={styles.pane} aria-label={words.chatOf}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.chatOf}</h2>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.closeChat}
          onClick={onClose}
        />
      </div>
      {messages.length === 0 ? (
        <p className={styles.empty}>{words.chatEmpty}</p>
      ) : (
        // Scrolled by keyboard too.
        <ol className={styles.list} tabIndex={0} aria-label={words.chatOf}>
          {messages.map(({ id, from, html }) => (
            <li key={id} className={styles.message}>
              <div className={styles.from}>{from}</div>
              <div dangerouslySetInnerHTML={{ __html: sanitised(html) }} />
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}
