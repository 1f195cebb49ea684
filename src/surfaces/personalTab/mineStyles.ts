import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of the personal tab look like. */
export const useMineStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 0',
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', marginTop: '4px' },
  whole: { flexBasis: '100%', minWidth: 0 },
  late: { fontWeight: tokens.fontWeightSemibold },
  when: { minWidth: '130px', whiteSpace: 'nowrap' },
  link: {
    maxWidth: '100%',
    overflowWrap: 'anywhere',
    textAlign: 'start',
    textDecorationLine: 'underline',
    color: tokens.colorNeutralForeground1,
  },
  small: {
    minWidth: 'auto',
    maxWidth: '100%',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
});
