import { makeStyles, Select, Tab, TabList } from '@fluentui/react-components';
import type { FollowPart } from '../../app/follow/followView';
import { useHidden } from '../shared/hidden';
import type { PartProps } from './partProps';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    minWidth: 0,
  },
  // Five parts do not stand side by side at 320 px: they go on in a second line rather than out of sight.
  parts: { flexWrap: 'wrap', marginInlineStart: '-10px', minWidth: 0 },
  series: { flexShrink: 1, minWidth: 0, maxWidth: '100%' },
});

const PARTS: readonly FollowPart[] = ['tasks', 'review', 'decisions', 'rhythm', 'settings'];

/** The parts, and the series they are about. */
export function ChannelHead({ view, desk, locale }: PartProps) {
  const styles = useStyles();
  const { hidden } = useHidden();
  const { follow } = locale;
  const { all, series, part } = view;
  return (
    <header className={styles.head}>
      <h1 className={hidden}>{`${series.title} · ${follow.parts[part]}`}</h1>
      <TabList
        className={styles.parts}
        aria-label={follow.sections}
        selectedValue={part}
        onTabSelect={(_, { value }) => desk.show({ part: value as FollowPart })}
      >
        {PARTS.map((one) => (
          <Tab
            key={one}
            id={`tab-${one}`}
            value={one}
            {...(one === part && { 'aria-controls': `part-${one}` })}
          >
            {follow.parts[one]}
          </Tab>
        ))}
      </TabList>
      <Select
        className={styles.series}
        aria-label={follow.series}
        value={series.id}
        onChange={(_, { value }) => desk.show({ series: value })}
      >
        {all.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </header>
  );
}
