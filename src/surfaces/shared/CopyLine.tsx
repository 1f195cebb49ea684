import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CopyButton, type CopyWords } from './CopyButton';

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
  readonly label: string;
  readonly words: CopyWords;
  /** What the press is called where more than one stands on a page. */
  readonly name?: string;
  /** How the line looks beside that. */
  readonly className?: string;
}) {
  const { text, className, ...button } = props;
  const styles = useStyles();
  return (
    <>
      <code className={mergeClasses(styles.line, className)} tabIndex={0}>
        {text}
      </code>
      <CopyButton text={() => text} {...button} />
    </>
  );
}
