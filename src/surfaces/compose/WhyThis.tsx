import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOption } from '../../app/planning/planView';
import type { Series } from '../../domain/rhythm/series';
import { usePane } from './paneContext';
import { namesOf } from '../shared/seriesNames';
import { capital, citiesNow, cityChanges, noDataTexts, optionTime } from './slotTexts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '18px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** All reasons and counter-facts of the chosen time. */
export function WhyThis({ option, series }: { readonly option: PlanOption; readonly series: Series }) {
  const styles = useStyles();
  const { locale } = usePane();
  const named = namesOf(series, locale);
  const lines = [
    locale.words.slots.forecastInFull(option.slot.held, option.of),
    ...citiesNow(option, locale),
    ...cityChanges(option, locale),
    ...noDataTexts(option, series, locale),
    ...option.reasons.map((reason) => locale.sentences.reason(reason, named)),
  ];
  return (
    <ul className={styles.list} aria-label={locale.words.slots.whyOf(optionTime(option, series, locale))}>
      {lines.map((line) => (
        <li key={line}>{capital(line)}</li>
      ))}
    </ul>
  );
}
