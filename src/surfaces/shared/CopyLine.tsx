import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  line: {
    maxWidth: '100%',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    // A link of a whole tier would push everything else out of a panel.
    maxHeight: '72px',
    overflowY: 'auto',
    userSelect: 'all',
  },
});

/** A line for somebody else: to be selected whole, or copied by a press where the host lets us. */
export function CopyLine(props: {
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
  /** Said where the host does not let us: the line can still be selected. */
  readonly refused: string;
  /** What the press is called where more than one stands on a page. */
  readonly name?: string;
}) {
  const { text, copy, name } = props;
  const styles = useStyles();
  const [said, setSaid] = useState<'copied' | 'refused'>();
  const press = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      // A page in somebody's frame, or without TLS, has no clipboard.
      setSaid('refused');
    }
  };
  const copied = said === 'copied';
  return (
    <>
      <code className={styles.line} tabIndex={0}>
        {text}
      </code>
      <Button
        size="small"
        {...(name !== undefined && !copied && { 'aria-label': name })}
        onClick={() => void press()}
      >
        {copied ? props.copied : copy}
      </Button>
      <span role="status">{said === 'refused' ? props.refused : ''}</span>
    </>
  );
}
