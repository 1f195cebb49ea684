import { makeStyles, tokens } from '@fluentui/react-components';
import {
  HorizontalBarChart,
  HorizontalBarChartVariant,
  VerticalStackedBarChart,
} from '@fluentui/react-charts';
import type { Bar, Month } from './ChartBox';

const useStyles = makeStyles({
  legend: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', fontSize: tokens.fontSizeBase200 },
});

const COLOURS = [
  tokens.colorPaletteTealBackground2,
  tokens.colorPaletteDarkOrangeBackground2,
  tokens.colorNeutralBackground5,
];

/** Parts of wholes, one below the other; each says itself in words. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <HorizontalBarChart
      variant={HorizontalBarChartVariant.PartToWhole}
      hideTooltip
      barHeight={14}
      data={bars.map(({ text, share }) => ({
        chartTitle: text,
        chartData: [
          {
            legend: text,
            horizontalBarChartdata: { x: share, total: 1 },
            color: COLOURS[0] as string,
          },
        ],
      }))}
    />
  );
}

/** Columns of counts, one for each month. */
export function Months(props: { readonly months: readonly Month[]; readonly legend: readonly string[] }) {
  const styles = useStyles();
  const { months, legend } = props;
  return (
    <div>
      <VerticalStackedBarChart
        height={180}
        hideLegend
        hideTooltip
        data={months.map(({ text, counts }) => ({
          xAxisPoint: text,
          chartData: counts.map((data, index) => ({
            legend: legend[index] ?? '',
            data,
            color: COLOURS[index] as string,
          })),
        }))}
      />
      <div className={styles.legend}>{legend.join(' ')}</div>
    </div>
  );
}
