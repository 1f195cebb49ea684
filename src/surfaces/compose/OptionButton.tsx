import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanOption } from '../../app/planning/planView';
import type { Series } from '../../domain/rhythm/series';
import { usePane } from './paneContext';
import { citiesNow, cityChanges, optionTime, shortReasons } from './slotTexts';

const useStyles = makeStyles({
  option: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    width: '100%',
    padding: '5px 9px',
    textAlign: 'start',
    fontFamily: 'inherit',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  time: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  forecast: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, whiteSpace: 'nowrap' },
  second: {
    gridColumn: '1 / -1',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** One time: when, where else, how many sessions, and the reasons that matter most. */
export function OptionButton(props: {
  readonly option: PlanOption;
  readonly series: Series;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  const styles = useStyles();
  const { locale } = usePane();
  const { words, format } = locale;
  const { option, series } = props;
  const cities = citiesNow(option, locale);
  const first = [optionTime(option, series, locale), ...(format.twelveHours ? [] : cities)];
  const second = [
    ...(format.twelveHours ? cities : []),
    ...cityChanges(option, locale),
    ...shortReasons(option, series, locale),
  ];
  return (
    <button
      type="button"
      role="radio"
      aria-checked={props.chosen}
      tabIndex={props.chosen ? 0 : -1}
      aria-label={[...first, words.slots.forecastInFull(option.slot.held, option.of), ...second].join(', ')}
      className={mergeClasses(styles.option, props.chosen && styles.chosen)}
      onClick={props.choose}
    >
      <span className={mergeClasses(styles.time, styles.strong)}>
        {`${props.chosen ? '◉' : '○'} ${first.join(' · ')}`}
      </span>
      <span className={mergeClasses(styles.forecast, props.chosen && styles.strong)}>
        {words.slots.forecast(option.slot.held, option.of)}
      </span>
      {second.length > 0 && <span className={styles.second}>{second.join(' · ')}</span>}
    </button>
  );
}
