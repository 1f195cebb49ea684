import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ADMIN_LINES } from '../../locale/admin/adminCalls';
import type { AdminProps } from './adminProps';
import { useAdminStyles } from './adminStyles';
import { CommandLine } from './CommandLine';

const MODES = ['off', 'areas', 'persons'] as const;

const useStyles = makeStyles({
  choices: { flexWrap: 'wrap', margin: '0 0 0 -8px' },
});

/** What of the talk may be measured at most. It is a setting of the server: choosing another one shows its line. */
export function BalanceCard({ view, locale }: AdminProps) {
  const styles = useStyles();
  const shared = useAdminStyles();
  const id = useId();
  const { admin: words } = locale;
  const inForce = view.server.kind === 'told' ? view.server.state.balanceCap : view.cap;
  const [wanted, setWanted] = useState<string>();
  const chosen = wanted ?? inForce;
  return (
    <section className={shared.card} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {words.balance.title}
      </h2>
      <RadioGroup
        layout="horizontal"
        className={styles.choices}
        aria-labelledby={id}
        value={chosen}
        onChange={(_event, { value }) => setWanted(value)}
      >
        {MODES.map((mode) => (
          <Radio key={mode} value={mode} label={words.balance.caps[mode]} />
        ))}
      </RadioGroup>
      <p className={shared.quiet} role="status">
        {chosen === inForce ? `${words.balance.inForce} ${words.balance.council}` : words.balance.change}
      </p>
      {chosen !== inForce && (
        <div className={shared.row}>
          <CommandLine words={words} line={ADMIN_LINES.cap(chosen)} label={words.copyLine} />
        </div>
      )}
    </section>
  );
}
