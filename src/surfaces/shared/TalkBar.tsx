import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** `fair` as a share of the whole, like `share`. */
export type BarPart = { readonly id: string; readonly share: number; readonly fair: number };

const useStyles = makeStyles({
  bar: { position: 'relative', display: 'flex', columnGap: '1px', height: '6px', marginBlock: '2px' },
  part: {
    height: '100%',
    minWidth: '1px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  other: {
    backgroundColor: tokens.colorNeutralBackground6,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  fair: {
    position: 'absolute',
    top: '-2px',
    bottom: '-2px',
    width: '2px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
});

/** Shares side by side, and a mark where each would end if it were fair. A picture: the words stand beside it. */
export function TalkBar({ parts }: { readonly parts: readonly BarPart[] }) {
  const styles = useStyles();
  const ends = parts.map((_, at) => parts.slice(0, at + 1).reduce((sum, { fair }) => sum + fair, 0));
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts.map(({ id, share }, at) => (
        <div
          key={id}
          className={mergeClasses(styles.part, at % 2 === 1 && styles.other)}
          style={{ flexGrow: share, flexBasis: 0 }}
        />
      ))}
      {ends.slice(0, -1).map((end, at) => (
        <div
          key={parts[at]?.id}
          className={styles.fair}
          style={{ left: `${Math.min(100, Math.max(0, end * 100))}%` }}
        />
      ))}
    </div>
  );
}
