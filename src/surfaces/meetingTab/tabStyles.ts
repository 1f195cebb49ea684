import { makeStyles, tokens } from '@fluentui/react-components';

/** What several parts of the tab look like. */
export const useTabStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  between: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '12px' },
  grow: { flexGrow: 1, minWidth: 0 },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  small: { minWidth: 'auto', flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  cards: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  card: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '31px',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  warning: {
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
});
