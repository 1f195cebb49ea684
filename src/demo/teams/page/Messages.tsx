import { makeStyles, tokens } from '@fluentui/react-components';
import { sanitised } from '../../outlook/page/sanitise';
import type { ChatMessage } from '../graphCalls';

const useStyles = makeStyles({
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

/** What was said in a chat or a channel, as far as it is text. */
export function Messages(props: {
  readonly messages: readonly ChatMessage[];
  readonly name: string;
  readonly empty: string;
}) {
  const { messages, name, empty } = props;
  const styles = useStyles();
  if (messages.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    // Scrolled by keyboard too.
    <ol className={styles.list} tabIndex={0} aria-label={name}>
      {messages.map(({ id, from, html }) => (
        <li key={id} className={styles.message}>
          <div className={styles.from}>{from}</div>
          <div dangerouslySetInnerHTML={{ __html: sanitised(html) }} />
        </li>
      ))}
    </ol>
  );
}
