import { makeStyles } from '@fluentui/react-components';
import { wholeShares } from '../../app/balance/wholeShares';
import type { Share, Talk } from '../../domain/balance/types';
import { useAfterStyles } from './afterStyles';
import type { TalkProps } from './talkProps';

const useStyles = makeStyles({ shares: { margin: 0, fontVariantNumeric: 'tabular-nums' } });

type Props = Pick<TalkProps, 'words' | 'locale' | 'areas'> & {
  readonly talk: Talk;
  readonly own: Share | null;
};

/** The balance in words: each area's part, how it is known, and what of the talk is nobody's. My own part is mine alone. */
export function TalkSummary({ talk, own, words, locale, areas }: Props) {
  const styles = useStyles();
  const shared = useAfterStyles();
  const { format } = locale;
  const parts = wholeShares(areas.map(({ id }) => talk.areas[id] ?? 0));
  const spoken = parts.some((part) => part > 0);
  const fair = talk.fair === undefined ? [] : wholeShares(areas.map(({ id }) => talk.fair?.[id] ?? 0));
  const how = [
    talk.source === 'measured' ? words.measured : words.estimate,
    talk.source === 'measured' && talk.off !== undefined && words.off(talk.off),
    talk.split !== undefined && talk.split > 0 && words.split(talk.split),
    talk.unattributed !== undefined && talk.unattributed > 0 && words.unattributed(talk.unattributed),
    talk.rough === true && words.rough,
  ].filter((one) => typeof one === 'string');
  const said = (all: readonly number[]) => areas.map(({ name }, at) => words.share(name, all[at] ?? 0));
  if (!spoken) return <p className={shared.text}>{words.nothing}</p>;
  return (
    <>
      <p className={styles.shares}>
        <strong>{words.shares(said(parts))}</strong>
      </p>
      <p className={shared.text}>{how.join('; ')}</p>
      {fair.some((part) => part > 0) && <p className={shared.text}>{words.fair(said(fair))}</p>}
      {own !== null && (
        <p className={shared.text}>{words.own(format.percent(own.share), format.percent(own.fair))}</p>
      )}
    </>
  );
}
