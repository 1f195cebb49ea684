import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { AdminHead } from './AdminHead';
import type { AdminProps } from './adminProps';
import { BalanceCard } from './BalanceCard';
import { KeepsCard } from './KeepsCard';
import { LeaveCard } from './LeaveCard';
import { TierTable } from './TierTable';
import { WhereCards } from './WhereCards';

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    boxSizing: 'border-box',
    maxWidth: '1180px',
    padding: '16px 20px',
    '@media (max-width: 640px)': { padding: '12px' },
  },
  cards: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    '& > *': { gridColumn: 'span 2' },
    '& > :nth-child(-n+2)': { gridColumn: 'span 3' },
    '@media (max-width: 820px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& > *': { gridColumn: 'auto' },
      '& > :nth-child(-n+2)': { gridColumn: 'auto' },
    },
  },
});

/** Everything on one screen: how it stands, tier by tier, and the five things an administrator decides. */
export function AdminScreen(props: AdminProps) {
  const styles = useStyles();
  const { view, locale } = props;
  const denied = view.server.kind === 'failed' && view.server.failure.kind === 'denied';
  return (
    <main className={styles.screen}>
      <AdminHead {...props} />
      {denied && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{locale.admin.denied}</MessageBarBody>
        </MessageBar>
      )}
      <TierTable {...props} />
      <div className={styles.cards}>
        <BalanceCard {...props} />
        <KeepsCard {...props} />
        <WhereCards {...props} />
        <LeaveCard {...props} />
      </div>
    </main>
  );
}
