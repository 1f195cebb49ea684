import { makeStyles, tokens } from '@fluentui/react-components';

/** Marks of the sessions: the shape says the state, the colour only underlines it. */
export const useStripStyles = makeStyles({
  strip: {
    display: 'flex',
    columnGap: '1px',
    rowGap: '1px',
    flexWrap: 'wrap',
    margin: '0 0 4px',
    padding: 0,
    listStyleType: 'none',
  },
  item: { flexGrow: 1, flexBasis: '10px', minWidth: '10px', maxWidth: '24px' },
  mark: {
    width: '100%',
    height: '18px',
    padding: 0,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: 'inherit',
    fontSize: '9px',
    lineHeight: '14px',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  held: { backgroundColor: tokens.colorStatusSuccessBackground2, color: tokens.colorNeutralForeground1 },
  broken: { backgroundColor: tokens.colorStatusDangerBackground2, color: tokens.colorNeutralForeground1 },
  paused: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 },
  moved: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorNeutralForeground1 },
});
