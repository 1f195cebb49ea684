import { makeStyles, tokens } from '@fluentui/react-components';
import type { LastSession } from '../../app/meeting/meetingView';
import { SafeHtml } from '../shared/SafeHtml';
import { useTab } from './useTab';

const useStyles = makeStyles({
  box: {
    maxHeight: '320px',
    overflowY: 'auto',
    marginTop: '8px',
    padding: '4px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What the session before came to, as its minutes say it: read out of a file, shown as text. */
export function LastMinutes({ last }: { readonly last: LastSession }) {
  const styles = useStyles();
  const { tab } = useTab();
  return (
    <section className={styles.box} aria-label={tab.last} tabIndex={0}>
      <SafeHtml html={last.minutes} />
    </section>
  );
}
