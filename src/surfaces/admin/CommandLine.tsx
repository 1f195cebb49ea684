import type { AdminWords } from '../../locale/es/adminWords';
import { CopyLine } from '../shared/CopyLine';
import { useAdminStyles } from './adminStyles';

/** A line to be taken elsewhere; several stand on one page, so each press says which. */
export function CommandLine({
  words,
  line,
  label,
}: {
  readonly words: AdminWords;
  readonly line: string;
  readonly label: string;
}) {
  const styles = useAdminStyles();
  return (
    <CopyLine text={line} label={label} words={words} name={`${label}: ${line}`} className={styles.line} />
  );
}
