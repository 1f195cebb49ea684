import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import { CallPane } from './CallPane';
import { Messages } from './Messages';
import { useTeams } from './teamsContext';
import { useAgain } from './useAgain';

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
});

/** The meeting's chat. */
export function ChatPane(props: { readonly reader: string; readonly onClose: () => void }) {
  const { reader, onClose } = props;
  const { words, service, chat } = useTeams();
  const styles = useStyles();
  const messages = useAgain(
    useCallback(() => service.messages(reader, chat), [service, reader, chat]),
    [],
  );
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
      <CallPane />
      <Messages messages={messages} name={words.chatOf} empty={words.chatEmpty} />
    </aside>
  );
}
