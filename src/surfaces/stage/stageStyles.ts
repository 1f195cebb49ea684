import { makeStyles, tokens } from '@fluentui/react-components';

/** Sizes go with the stage, so that it reads the same from three metres however large Teams makes it. */
export const useStageStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: 'clamp(15px, 2.8vh, 26px)',
    lineHeight: 1.3,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0, fontSize: 'clamp(17px, 3.6vh, 36px)', lineHeight: 1.3 },
  big: {
    margin: 0,
    fontSize: 'clamp(22px, 5vh, 52px)',
    lineHeight: 1.2,
    fontWeight: tokens.fontWeightSemibold,
  },
  /** Two lines, and no more: a long title must not push the time out of sight. */
  cut: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
  one: { WebkitLineClamp: '1', wordBreak: 'break-all' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '0.6vh',
  },
  pair: { display: 'flex', justifyContent: 'space-between', columnGap: '16px' },
  part: { minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '0.8vh' },
});
