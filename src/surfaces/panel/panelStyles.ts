import { makeStyles, tokens } from '@fluentui/react-components';

/** What several parts of the panel look like. */
export const usePanelStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  wrap: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '6px', rowGap: '4px' },
  column: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  grow: { flexGrow: 1, minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  small: { minWidth: 'auto', flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  choice: {
    minWidth: 'auto',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    justifyContent: 'start',
  },
  warning: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '4px',
    margin: 0,
    padding: '5px 7px',
    borderRadius: tokens.borderRadiusMedium,
    // Seen only in Teams' contrast theme, which is no forced colours.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  box: {
    display: 'flex',
    flexDirection: 'column',
    padding: '5px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  /** A title of any length leaves room for the rest; the whole of it is there for who listens. */
  short: {
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
  },
  link: {
    flexShrink: 0,
    whiteSpace: 'nowrap',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '24px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});
