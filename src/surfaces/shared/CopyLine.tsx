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
  /** What the press is called where more than one stands on a page. */
  readonly name?: string;
}) {
  const { text, copy, name } = props;
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  const press = () =>
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <code className={styles.line} tabIndex={0}>
        {text}
      </code>
      <Button size="small" {...(name !== undefined && { 'aria-label': name })} onClick={press}>
        {copied ? props.copied : copy}
      </Button>
    </>
  );
}
