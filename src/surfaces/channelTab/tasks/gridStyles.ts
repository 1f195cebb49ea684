import { makeStyles, tokens } from '@fluentui/react-components';

const COLUMNS = 'minmax(0, 1fr) 104px 84px 116px 196px';
/** Below it a task is a block of two lines: what, and under it who, until when and how far. */
export const NARROW = '@media (max-width: 700px)';

/** What the list of tasks looks like. */
export const useGridStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: COLUMNS,
    alignItems: 'center',
    minHeight: '32px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { display: 'flex', flexWrap: 'wrap', padding: '4px 0' },
  },
  // The names of the columns stay in sight, and what gets the focus is not behind them.
  stay: { position: 'sticky', top: 0, zIndex: 1, [NARROW]: { position: 'static' } },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    // Its words are said with each cell; nothing stands above the blocks.
    [NARROW]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      minHeight: 0,
      padding: 0,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  cell: { padding: '0 8px', minWidth: 0, fontSize: tokens.fontSizeBase200, lineHeight: '20px' },
  // Fields are wider than what they hold.
  fields: { gridTemplateColumns: 'minmax(0, 1fr) 124px 84px 144px 148px' },
  first: { [NARROW]: { flexBasis: '100%' } },
  group: { padding: '6px 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  beside: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  whole: { gridColumn: '1 / -1', flexBasis: '100%', padding: '4px 8px 8px', minWidth: 0 },
  late: { fontWeight: tokens.fontWeightSemibold },
  text: {
    scrollMarginTop: '40px',
    justifyContent: 'start',
    width: '100%',
    minWidth: 0,
    minHeight: '28px',
    padding: '2px 4px',
    marginInlineStart: '-5px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '20px',
    color: tokens.colorNeutralForeground1,
  },
  ways: { paddingTop: '4px', paddingBottom: '4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center', padding: '4px 0' },
  small: { minWidth: 'auto', flexShrink: 0 },
});
