import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TierRow } from '../../app/admin/adminDesk';
import type { Tier } from '../../app/ports/failure';
import { stateText } from '../../locale/admin/adminTexts';
import type { AdminProps } from './adminProps';
import { CopyButton } from '../shared/CopyButton';
import { TierSheet } from './TierSheet';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '34px',
    padding: '2px 4px',
    gridTemplateColumns: '140px 170px minmax(0, 1.1fr) minmax(0, 1.1fr) 190px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1000px)': { gridTemplateColumns: '140px minmax(0, 1fr) 190px' },
    '@media (max-width: 640px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: '2px',
      padding: '6px 0',
    },
  },
  head: {
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 640px)': { display: 'none' },
  },
  /** What the sheet says too gives way first. */
  wide: { '@media (max-width: 1000px)': { display: 'none' } },
  name: { fontWeight: tokens.fontWeightSemibold },
  cell: { minWidth: 0, overflowWrap: 'anywhere' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '4px', justifyContent: 'flex-end' },
});

/** Tier by tier: what it is for, what it asks for, how it stands, and what helps. */
export function TierTable(props: AdminProps) {
  const { view, locale } = props;
  const styles = useStyles();
  const [open, setOpen] = useState<Tier>();
  const { columns } = locale.admin;
  const shown = view.tiers.find(({ tier }) => tier === open);
  return (
    <>
      <div role="table" aria-busy={view.testing}>
        <div role="rowgroup">
          <div role="row" className={mergeClasses(styles.row, styles.head)}>
            <span role="columnheader">{columns.tier}</span>
            <span role="columnheader" className={styles.wide}>
              {columns.what}
            </span>
            <span role="columnheader" className={styles.wide}>
              {columns.permissions}
            </span>
            <span role="columnheader">{columns.state}</span>
            <span role="columnheader">{columns.more}</span>
          </div>
        </div>
        <div role="rowgroup">
          {view.tiers.map((row) => (
            <Row key={row.tier} {...props} row={row} open={() => setOpen(row.tier)} />
          ))}
        </div>
      </div>
      {shown !== undefined && <TierSheet {...props} row={shown} left={() => setOpen(undefined)} />}
    </>
  );
}

function Row(props: AdminProps & { readonly row: TierRow; readonly open: () => void }) {
  const { row, locale, open } = props;
  const styles = useStyles();
  const { admin: words } = locale;
  const { name, what, permissions } = words.tiers[row.tier];
  const { siteCommand } = row;
  const well = ['works', 'granted', 'waiting', 'testing'].includes(row.state.kind);
  return (
    <div role="row" className={styles.row}>
      <span role="rowheader" className={styles.name}>
        {name}
      </span>
      <span role="cell" className={styles.wide}>
        {what}
      </span>
      <span role="cell" className={mergeClasses(styles.wide, styles.cell, styles.small)}>
        {permissions}
      </span>
      <span role="cell" className={styles.cell}>
        {stateText(row, locale)}
      </span>
      <span role="cell" className={styles.presses}>
        {siteCommand !== undefined && (
          <CopyButton
            words={words}
            text={() => siteCommand}
            label={words.copyCommand}
            name={`${words.copyCommand}: ${name}`}
          />
        )}
        <Button
          size="small"
          aria-label={`${well ? words.details : words.how}: ${name}`}
          onClick={() => open()}
        >
          {well ? words.details : words.how}
        </Button>
      </span>
    </div>
  );
}
