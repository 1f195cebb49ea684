import { makeStyles, Text } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { useHidden } from '../../shared/hidden';
import type { PartProps } from '../partProps';
import { RhythmCards } from '../rhythm/RhythmCards';
import { rowsOf } from './rows';
import { TaskFilters } from './TaskFilters';
import { TaskGrid } from './TaskGrid';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px 20px',
    alignItems: 'start',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 260px' },
  },
  column: { minWidth: 0 },
});

/** The tasks of a series by problem, what is asked for on top, and how the rhythm goes beside them. */
export function TasksPart(props: PartProps) {
  const styles = useStyles();
  const { hidden } = useHidden();
  const { view, locale } = props;
  const words = locale.follow.tasks;
  const { groups, counts, filter, withoutPlan } = view.tasks;
  // The fields answer at once; a long list follows when there is time.
  const later = useDeferredValue(groups);
  const rows = useMemo(() => rowsOf(later), [later]);
  const filtered = Object.values(filter).some((one) => one !== undefined);
  return (
    <div className={styles.part}>
      <TaskFilters {...props} />
      <p role="status" className={hidden}>
        {filtered && words.shown(counts.shown)}
      </p>
      {withoutPlan && <Text size={200}>{words.withoutPlan}</Text>}
      <div className={styles.columns}>
        <div className={styles.column}>
          {rows.length === 0 ? (
            <Text>
              {view.progress.records.state === 'reading' ? '' : filtered ? words.none : words.noneAtAll}
            </Text>
          ) : (
            <TaskGrid {...props} rows={rows} />
          )}
        </div>
        <RhythmCards {...props} />
      </div>
    </div>
  );
}
