import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of the read pane look like. */
export const useReadStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '12px', padding: '10px 12px' },
  section: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: '4px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  warning: {
    margin: 0,
    padding: '4px 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '28px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { flexGrow: 1, minWidth: 0 },
  fixed: { flexShrink: 0 },
  late: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  link: { alignSelf: 'start', textDecorationLine: 'underline', color: tokens.colorNeutralForeground1 },
  // What was brought, in a pane too narrow for its words and its button side by side.
  stacked: { '& li': { flexWrap: 'wrap' }, '& li > :first-child': { flexBasis: '100%' } },
  small: { alignSelf: 'start', minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
});
