import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { PartProps } from '../partProps';
import { namesIn } from './rhythmNames';
import { balanceShares, measuredText } from './healthTexts';
import { useRhythmStyles } from './rhythmStyles';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
});

/** The rhythm in four cards: sessions, promises, balance, and the end of the series. */
export function RhythmCards(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, locale } = props;
  const words = locale.follow.rhythm.cards;
  const { format } = locale;
  const named = namesIn(props);
  const { held, skipped, paused, startedOnTime, promises, balance } = view.rhythm.whole;
  const judged = view.series.areas.flatMap(({ id }) => {
    const ratio = promises[id];
    return ratio === undefined || ratio.of === 0 ? [] : [{ area: named.area(id), ...ratio }];
  });
  return (
    <div className={styles.cards}>
      <Card title={words.title(held + skipped + paused)}>
        {held + skipped + paused === 0 ? (
          <p className={shared.quiet}>
            {view.progress.records.state === 'reading'
              ? locale.follow.progress.records(0, null)
              : words.noSessions}
          </p>
        ) : (
          <p className={shared.text}>{words.counts(held, skipped, paused)}</p>
        )}
        {startedOnTime.of > 0 && (
          <p className={shared.quiet}>{words.onTime(startedOnTime.is, startedOnTime.of)}</p>
        )}
      </Card>
      <Card title={words.promises}>
        {judged.length === 0 ? (
          <p className={shared.quiet}>{words.noPromises}</p>
        ) : (
          <>
            <p className={shared.text}>
              {judged.map(({ area, is, of }) => words.share(area, format.percent(is / of))).join(' · ')}
            </p>
            <p className={shared.quiet}>
              {judged.map(({ area, is, of }) => words.ofThem(area, is, of)).join(' · ')}
            </p>
          </>
        )}
      </Card>
      <Card title={words.balance}>
        {balance === null ? (
          <p className={shared.quiet}>{words.noBalance}</p>
        ) : (
          <>
            <p className={shared.text}>
              {balanceShares(view.series, balance)
                .map(({ area, share }) => words.share(named.area(area), format.percent(share)))
                .join(' · ')}
            </p>
            <p className={shared.quiet}>{measuredText(balance, held, words)}</p>
          </>
        )}
      </Card>
      <Ending {...props} />
    </div>
  );
}

function Ending({ view, desk, locale }: PartProps) {
  const shared = useRhythmStyles();
  const words = locale.follow.rhythm.cards;
  const { ends, proposals } = view.rhythm;
  if (ends === null) return null;
  const { format } = locale;
  const day = format.dayAndMonth(format.dayOf(ends.last, view.zone));
  const renewal = proposals.find(({ proposal }) => proposal.kind === 'renewal');
  return (
    <Card title={ends.left === 0 ? words.ended(day) : words.ends(day)}>
      <div>
        <Button
          size="small"
          className={shared.small}
          disabledFocusable={view.working !== null}
          onClick={() => {
            desk.show({ part: 'rhythm' });
            if (renewal?.options === null || renewal === undefined)
              desk.rhythm.find(renewal?.proposal.key ?? 'renewal');
          }}
        >
          {words.renew}
        </Button>
      </div>
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const shared = useRhythmStyles();
  const id = useId();
  return (
    <section className={shared.card} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
