import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { BalanceView } from '../../app/meeting/meetingView';
import type { TakesPart } from '../../domain/balance/types';
import { balanceWordsIn } from '../../locale/balanceWordsIn';
import { useMeeting } from './meetingContext';
import { useBalanceWords } from './useBalanceWords';

const useStyles = makeStyles({
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '4px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  way: { minWidth: 'auto', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** How I take part, each way one press: nobody else can press it for me. */
export function TakePart({ balance }: { readonly balance: BalanceView }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = useBalanceWords();
  const id = useId();
  const { takes, takesText } = balanceWordsIn(locale);
  if (!balance.mayCount) return <p className={styles.text}>{words.news.noArea}</p>;
  const ways: readonly TakesPart[] = [
    'counted',
    ...(balance.mode === 'persons' ? (['shown'] as const) : []),
    'declined',
  ];
  return (
    <div role="group" aria-labelledby={id} className={styles.ways}>
      <h2 id={id} className={styles.heading}>
        {words.takesPart}
      </h2>
      {ways.map((as) => (
        <Button
          key={as}
          size="small"
          aria-pressed={as === balance.as}
          className={mergeClasses(styles.way, as === balance.as && styles.chosen)}
          onClick={() => as !== balance.as && desk.balance.takePart(as)}
        >
          {takes[as]}
        </Button>
      ))}
      <p className={styles.text}>{takesText[balance.as]}</p>
    </div>
  );
}
