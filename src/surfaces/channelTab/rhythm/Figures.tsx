import { makeStyles } from '@fluentui/react-components';
import { followUpOf } from '../../../app/follow/followUpOf';
import type { PartProps } from '../partProps';
import { type Bar, ChartBox } from './ChartBox';
import { balanceShares, measuredText } from './healthTexts';
import { namesIn } from './rhythmNames';
import { useRhythmStyles } from './rhythmStyles';

const useStyles = makeStyles({
  charts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 420px), 1fr))',
    gap: '16px 24px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
});

/** The figures, each as a chart and as a table. */
export function Figures(props: PartProps) {
  const styles = useStyles();
  const { view, locale } = props;
  const { charts: words, cards } = locale.follow.rhythm;
  const { format } = locale;
  const named = namesIn(props);
  const { whole, byMonth } = view.rhythm;
  const bar = (text: string, { is, of }: { readonly is: number; readonly of: number }): Bar => ({
    text,
    share: of === 0 ? 0 : is / of,
    said: of === 0 ? locale.follow.rhythm.noData : locale.follow.rhythm.ratio(is, of),
  });
  const followUp = followUpOf(view.series);
  return (
    <div className={styles.charts}>
      <div className={styles.wide}>
        <ChartBox
          locale={locale}
          title={words.sessions}
          head={[words.month, words.held, words.skipped, words.paused]}
          legend={[words.held, words.skipped, words.paused]}
          kind="sessions"
          height={(count) => format.number(count)}
          months={byMonth.map(({ month, health: { held, skipped, paused } }) => ({
            text: format.month(month),
            counts: [held, skipped, paused],
          }))}
        />
      </div>
      <ChartBox
        locale={locale}
        title={words.promises}
        head={[words.area, words.kept]}
        bars={view.series.areas.map(({ id }) => bar(named.area(id), whole.promises[id] ?? { is: 0, of: 0 }))}
      />
      <ChartBox
        locale={locale}
        title={words.onTime}
        head={[words.what, locale.follow.rhythm.strip.title]}
        bars={[
          bar(words.started, whole.startedOnTime),
          bar(words.ended, whole.endedOnTime),
          bar(words.quorum, whole.quorum),
        ]}
      />
      {whole.balance === null ? (
        <Without
          title={words.balance}
          text={view.measuring.agreed === 'off' ? words.balanceOff : words.balanceNone}
        />
      ) : (
        <ChartBox
          locale={locale}
          title={words.balance}
          beside={measuredText(whole.balance, whole.held, cards)}
          head={[words.area, words.part]}
          bars={balanceShares(view.series, whole.balance).map(({ area, share }) => ({
            text: named.area(area),
            share,
            said: format.percent(share),
          }))}
        />
      )}
      <BalanceByMonth {...props} />
      {view.rhythm.pulse === null ? (
        <Without title={words.pulse} text={followUp.pulse ? words.pulseFew : words.pulseOff} />
      ) : (
        <ChartBox
          locale={locale}
          title={words.pulse}
          head={[words.question, words.yes]}
          bars={[bar(words.worth, view.rhythm.pulse.worth), bar(words.said, view.rhythm.pulse.said)]}
        />
      )}
    </div>
  );
}

/** The areas' shares month by month, where at least two months know them; the table says in how many sessions. */
function BalanceByMonth(props: PartProps) {
  const { view, locale } = props;
  const { charts: words, cards } = locale.follow.rhythm;
  const { format } = locale;
  const named = namesIn(props);
  const { series } = view;
  const areas = series.areas.map(({ id }) => named.area(id));
  const months = view.rhythm.byMonth.map(({ month, health: { balance, held } }) => {
    const text = format.month(month);
    if (balance === null) {
      const none = locale.follow.rhythm.noData;
      return { text, counts: areas.map(() => 0), said: [...areas.map(() => none), none] };
    }
    const shares = balanceShares(series, balance).map(({ share }) => share);
    return {
      text,
      counts: shares.map((share) => Math.round(100 * share)),
      said: [...shares.map((share) => format.percent(share)), measuredText(balance, held, cards)],
    };
  });
  if (view.rhythm.byMonth.filter(({ health }) => health.balance !== null).length < 2) return null;
  return (
    <ChartBox
      locale={locale}
      title={words.balanceByMonth}
      head={[words.month, ...areas, words.knownIn]}
      legend={areas}
      kind="areas"
      height={(hundredths) => format.percent(hundredths / 100)}
      months={months}
    />
  );
}

/** There is nothing to draw, and why. */
function Without({ title, text }: { readonly title: string; readonly text: string }) {
  const shared = useRhythmStyles();
  return (
    <section className={shared.section} aria-label={title}>
      <h3 className={shared.heading}>{title}</h3>
      <p className={shared.quiet}>{text}</p>
    </section>
  );
}
