import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { FollowLocale } from '../../../locale/followLocale';
import { useHidden } from '../../shared/hidden';
import type * as drawings from './drawings';
import { useRhythmStyles } from './rhythmStyles';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '0 8px',
  },
  around: { position: 'relative', minWidth: 0 },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '3px 8px 3px 0',
      textAlign: 'start',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
});

/** A part of a whole, with what it says in words. */
export type Bar = { readonly text: string; readonly share: number; readonly said: string };
/** One column: so many of each kind, in the order of the head; `said` is what the table says in their place. */
export type Month = {
  readonly text: string;
  readonly counts: readonly number[];
  readonly said?: readonly string[];
};

type Figures = {
  readonly locale: FollowLocale;
  readonly title: string;
  readonly beside?: string;
  /** Of the table's columns. */
  readonly head: readonly string[];
} & (
  | { readonly bars: readonly Bar[] }
  | {
      readonly months: readonly Month[];
      /** What the columns are drawn as: sessions by what became of them, or areas. */
      readonly kind: 'sessions' | 'areas';
      /** Of the drawing; the head may have more columns. */
      readonly legend: readonly string[];
      /** How the drawing says a height. */
      readonly height: (count: number) => string;
    }
);

type Drawing = typeof drawings;

/** Figures as a chart for the eye; the table beneath is what is read aloud, and stands alone until the chart is there. */
export function ChartBox(props: Figures) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { hidden } = useHidden();
  const [asTable, setAsTable] = useState(false);
  const drawing = useDrawing();
  const id = useId();
  const { locale, title, beside, head } = props;
  const words = locale.follow.rhythm;
  const nothing =
    'bars' in props
      ? props.bars.every(({ share }) => share === 0)
      : props.months.every(({ counts }) => counts.every((n) => n === 0));
  const chart = asTable || nothing ? undefined : drawing;
  return (
    <section className={shared.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={shared.heading}>
          {title}
        </h3>
        {drawing !== undefined && !nothing && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={asTable ? words.asChartOf(title) : words.asTableOf(title)}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? words.asChart : words.asTable}
          </Button>
        )}
      </div>
      {beside !== undefined && <p className={shared.quiet}>{beside}</p>}
      <div className={styles.around}>
        {chart !== undefined && (
          <div inert>{'bars' in props ? <chart.Bars bars={props.bars} /> : <chart.Months {...props} />}</div>
        )}
        <div className={chart === undefined ? undefined : hidden}>
          <table className={styles.table}>
            <caption className={hidden}>{title}</caption>
            <thead>
              <tr>
                {head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(props).map(([text, ...values]) => (
                <tr key={text}>
                  <th scope="row">{text}</th>
                  {values.map((value, index) => (
                    <td key={index}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

function rowsOf(figures: Figures): readonly (readonly string[])[] {
  return 'bars' in figures
    ? figures.bars.map(({ text, said }) => [text, said])
    : figures.months.map(({ text, counts, said }) => [
        text,
        ...(said ?? counts.map((n) => figures.locale.format.number(n))),
      ]);
}

/** The script that draws is large and loads by itself; where it does not arrive the tables say everything. */
function useDrawing(): Drawing | undefined {
  const [drawing, setDrawing] = useState<Drawing | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    import('./drawings').then(
      (loaded) => gone || setDrawing(loaded),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return drawing;
}
