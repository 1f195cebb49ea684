import type { AdminDesk } from '../../app/admin/adminDesk';
import type { AdminWords } from '../../locale/es/adminWords';
import { useAdminStyles } from './adminStyles';
import { CopyButton } from './CopyButton';

/** A line to be taken elsewhere: shown whole, copied by a press. */
export function CopyLine(props: {
  readonly desk: Pick<AdminDesk, 'copy'>;
  readonly words: AdminWords;
  readonly line: string;
  readonly label: string;
}) {
  const { desk, words, line, label } = props;
  const styles = useAdminStyles();
  return (
    <>
      <code className={styles.line}>{line}</code>
      <CopyButton desk={desk} words={words} text={() => line} label={label} about={line} />
    </>
  );
}
