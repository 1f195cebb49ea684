import {
  HorizontalBarChart,
  HorizontalBarChartVariant,
  VerticalStackedBarChart,
} from '@fluentui/react-charts';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Bar, Month } from './ChartBox';

const useStyles = makeStyles({
  around: { backgroundColor: 'transparent' },
  // The library takes its colours as attributes, which a sheet overrules: a whole and its part, also in forced colours.
  bars: {
    // It sums to a little more than its whole.
    paddingInlineEnd: '8px',
    '& rect': { fill: tokens.colorNeutralBackground5, stroke: tokens.colorNeutralStroke1 },
    '& rect:first-of-type': { fill: tokens.colorBrandBackground2Hover, stroke: tokens.colorBrandStroke1 },
    '@media (forced-colors: active)': {
      '& rect': { fill: 'Canvas', stroke: 'CanvasText' },
      '& rect:first-of-type': { fill: 'Highlight' },
    },
  },
  // The patterns' own shapes stand in no group.
  months: { '& g rect': { stroke: tokens.colorNeutralBackground1, strokeWidth: '1px' } },
  plot: { height: '220px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  key: { display: 'flex', alignItems: 'center', columnGap: '4px' },
  defs: { position: 'absolute', width: 0, height: 0 },
  held: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  ground: { fill: tokens.colorNeutralBackground1, '@media (forced-colors: active)': { fill: 'Canvas' } },
  skipped: {
    stroke: tokens.colorStatusDangerForeground1,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  paused: { fill: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
});

/** Parts of wholes, one below the other; each says itself in words. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const styles = useStyles();
  return (
    <Drawn className={styles.bars}>
      <HorizontalBarChart
        variant={HorizontalBarChartVariant.PartToWhole}
        chartDataMode="hidden"
        hideTooltip
        barHeight={14}
        data={bars.map(({ text, said, share }) => ({
          chartTitle: `${text} · ${said}`,
          chartData: [{ legend: text, horizontalBarChartdata: { x: share, total: 1 } }],
        }))}
      />
    </Drawn>
  );
}

/** Columns of counts, one for each month. */
export function Months(props: {
  readonly months: readonly Month[];
  readonly legend: readonly string[];
  readonly kind: 'sessions' | 'areas';
  readonly height: (count: number) => string;
}) {
  const styles = useStyles();
  const id = useId();
  const { months, legend, kind, height } = props;
  const most = Math.max(1, ...months.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0)));
  return (
    <Drawn className={styles.months}>
      {kind === 'sessions' ? <Patterns id={id} /> : <AreaPatterns id={id} />}
      <div className={styles.plot}>
        <VerticalStackedBarChart
          barWidth="auto"
          maxBarWidth={32}
          hideLegend
          hideTooltip
          // Shares of areas are always the whole together.
          hideLabels={kind === 'areas'}
          yAxisTickFormat={(count: number) => height(count)}
          yMaxValue={most}
          data={months.map(({ text, counts }) => ({
            xAxisPoint: text,
            chartData: counts.map((data, index) => ({
              legend: legend[index] ?? '',
              data,
              color: `url(#${id}-${index % PATTERNS})`,
            })),
          }))}
        />
      </div>
      <div className={styles.legend}>
        {legend.map((text, index) => (
          <span key={text} className={styles.key}>
            <svg width="14" height="14">
              <rect width="14" height="14" fill={`url(#${id}-${index % PATTERNS})`} />
            </svg>
            {text}
          </span>
        ))}
      </div>
    </Drawn>
  );
}

/** As many as there are patterns; a fifth area looks like the first, and the table tells them apart. */
const PATTERNS = 4;

/** Full, hatched, dotted, barred: areas are equals, so all have the same colour. */
function AreaPatterns({ id }: { readonly id: string }) {
  const styles = useStyles();
  const shape = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const ground = <rect width="6" height="6" className={styles.ground} />;
  return (
    <svg className={styles.defs}>
      <defs>
        <pattern id={`${id}-0`} {...shape}>
          <rect width="6" height="6" className={styles.held} />
        </pattern>
        <pattern id={`${id}-1`} {...shape} patternTransform="rotate(45)">
          {ground}
          <rect width="3" height="6" className={styles.held} />
        </pattern>
        <pattern id={`${id}-2`} {...shape}>
          {ground}
          <circle cx="3" cy="3" r="1.6" className={styles.held} />
        </pattern>
        <pattern id={`${id}-3`} {...shape}>
          {ground}
          <rect width="6" height="2" className={styles.held} />
        </pattern>
      </defs>
    </svg>
  );
}

/** Full, hatched, dotted: what tells the kinds apart without their colours. */
function Patterns({ id }: { readonly id: string }) {
  const styles = useStyles();
  const shape = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return (
    <svg className={styles.defs}>
      <defs>
        <pattern id={`${id}-0`} {...shape}>
          <rect width="6" height="6" className={styles.held} />
        </pattern>
        <pattern id={`${id}-1`} {...shape} patternTransform="rotate(45)">
          <rect width="6" height="6" className={styles.ground} />
          <path d="M1.5 0V6" strokeWidth="3" className={styles.skipped} />
        </pattern>
        <pattern id={`${id}-2`} {...shape}>
          <rect width="6" height="6" className={styles.ground} />
          <circle cx="3" cy="3" r="1.4" className={styles.paused} />
        </pattern>
      </defs>
    </svg>
  );
}

/**
 * The charts bring focus groups of their own, whose guards at the ends of the page nobody could use: the drawing is inert.
 * Without a document they set up none.
 */
function Drawn({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const nowhere = null as unknown as Document;
  return (
    <FluentProvider targetDocument={nowhere} className={styles.around}>
      <div className={className}>{children}</div>
    </FluentProvider>
  );
}
