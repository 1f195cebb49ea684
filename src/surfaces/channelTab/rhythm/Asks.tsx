import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { followUpOf } from '../../../app/follow/followUpOf';
import type { AskView } from '../../../app/follow/followView';
import { sayByKind } from '../../../locale/byKind';
import type { PartProps } from '../partProps';
import { MeasuringAsked } from '../settings/MeasuringAsked';
import { MeasuringTold } from '../settings/MeasuringTold';
import { namesIn } from './rhythmNames';
import { useRhythmStyles } from './rhythmStyles';

const useStyles = makeStyles({ cards: { display: 'flex', flexDirection: 'column', rowGap: '8px' } });

/** What people asked of the organiser: it waits here until the organiser does it or says no. */
export function Asks(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const id = useId();
  const { view, locale } = props;
  // To agree to be measured is mine to answer, whoever organises.
  const measuring = view.measuring.asked?.me === 'answers';
  if (view.asks.length === 0 && !measuring) return null;
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {locale.follow.rhythm.asks.title}
      </h2>
      <ul className={mergeClasses(shared.list, styles.cards)}>
        {measuring && (
          <li className={styles.cards}>
            <MeasuringAsked {...props} />
            <MeasuringTold {...props} />
          </li>
        )}
        {view.asks.map((ask) => (
          <li key={ask.id} className={shared.card}>
            <One {...props} ask={ask} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One(props: PartProps & { readonly ask: AskView }) {
  const shared = useRhythmStyles();
  const { ask, view, desk, locale } = props;
  const words = locale.follow.rhythm.asks;
  const { format } = locale;
  const named = namesIn(props);
  const what = sayByKind(locale.follow.changes, ask.change, view.zone, named);
  const busy = view.working !== null;
  const own = followUpOf(view.series).asks.some(({ id, by }) => id === ask.id && by === view.me);
  return (
    <div className={shared.wrap}>
      <div className={shared.grow}>
        <p className={shared.text}>{what}</p>
        <p className={shared.quiet}>{words.by(ask.byName, format.day(format.dayOf(ask.at, view.zone)))}</p>
      </div>
      {ask.mine ? (
        <>
          <Button
            size="small"
            aria-label={words.doOf(what)}
            disabledFocusable={busy}
            onClick={() => desk.asks.accept(ask.id)}
          >
            {words.do}
          </Button>
          <Button
            size="small"
            aria-label={words.noOf(what)}
            disabledFocusable={busy}
            onClick={() => desk.asks.refuse(ask.id)}
          >
            {words.no}
          </Button>
        </>
      ) : (
        <>
          <span className={shared.quiet}>{words.waits(named.organiser)}</span>
          {own && (
            <Button
              size="small"
              className={shared.small}
              aria-label={words.withdrawOf(what)}
              disabledFocusable={busy}
              onClick={() => desk.asks.refuse(ask.id)}
            >
              {words.withdraw}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
