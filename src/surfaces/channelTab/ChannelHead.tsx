import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import type { FollowPart } from '../../app/follow/followView';
import { useHidden } from '../shared/hidden';
import { useArrowKeys } from '../shared/useArrowKeys';
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
  parts: { display: 'flex', flexWrap: 'wrap', minWidth: 0 },
  part: {
    minWidth: 'auto',
    padding: '5px 12px',
    borderRadius: 0,
    borderBottom: '2px solid transparent',
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 480px)': { padding: '5px 8px' },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    // The button's own border goes when the pointer is on it.
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    ':hover:active': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  series: { flexShrink: 1, minWidth: 0, maxWidth: '100%' },
});

const PARTS: readonly FollowPart[] = ['tasks', 'review', 'decisions', 'rhythm', 'settings'];

/** The parts, and the series they are about. */
export function ChannelHead({ view, desk, locale }: PartProps) {
  const styles = useStyles();
  const { hidden } = useHidden();
  const arrows = useArrowKeys<HTMLDivElement>();
  const { follow } = locale;
  const { all, series, part } = view;
  return (
    <header className={styles.head}>
      <h1 className={hidden}>{`${series.title} · ${follow.parts[part]}`}</h1>
      <div {...arrows} role="tablist" aria-label={follow.sections} className={styles.parts}>
        {PARTS.map((one) => (
          <Button
            key={one}
            id={`tab-${one}`}
            role="tab"
            appearance="transparent"
            aria-selected={one === part}
            {...(one === part && { 'aria-controls': `part-${one}` })}
            className={mergeClasses(styles.part, one === part && styles.chosen)}
            onClick={() => desk.show({ part: one })}
          >
            {follow.parts[one]}
          </Button>
        ))}
      </div>
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
