import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { AdminWords } from '../../locale/es/adminWords';
import { CopyLine } from '../shared/CopyLine';
import { useAdminStyles } from './adminStyles';

const useStyles = makeStyles({
  // A sheet has room for all of it.
  whole: { maxHeight: 'none' },
});

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
  const shared = useAdminStyles();
  const styles = useStyles();
  const look = mergeClasses(shared.line, styles.whole);
  return <CopyLine text={line} label={label} words={words} name={`${label}: ${line}`} className={look} />;
}
