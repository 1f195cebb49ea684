import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OwnTalkView } from '../../app/follow/followView';
import type { PersonalLocale } from '../../locale/personalLocale';
import { useMineStyles } from './mineStyles';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'break-word',
    '& th, & td': {
      padding: '3px 8px 3px 0',
      textAlign: 'start',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
    '& caption': { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  },
  day: { whiteSpace: 'nowrap' },
  // Where there is no room the numbers say it alone.
  picture: { width: '40%', '@media (max-width: 600px)': { display: 'none' } },
  under: { '@media (max-width: 600px)': { display: 'none' } },
  bar: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  whole: {
    fill: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  fair: {
    stroke: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  drawing: { display: 'block', width: '100%', height: '14px' },
});

/** So many sessions are shown, the latest ones. */
const SHOWN = 26;

/** Session by session, the latest first: a bar for my share, a line for the fair one; the numbers beside it say the same. */
export function ShareOfSeries({
  series: { title, zone, sessions },
  locale,
}: {
  readonly series: OwnTalkView['series'][number];
  readonly locale: PersonalLocale;
}) {
  const styles = useStyles();
  const shared = useMineStyles();
  const words = locale.personal.own;
  const { format } = locale;
  return (
    <div>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {[words.session, words.talked, words.share, words.fair, words.how].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
            <th className={styles.picture} aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {sessions
            .slice(-SHOWN)
            .reverse()
            .map(({ start, milliseconds, share, fair, source }) => (
              <tr key={start}>
                <th scope="row" className={styles.day}>
                  {format.day(format.dayOf(start, zone))}
                </th>
                <td>{format.minutes(Math.round(milliseconds / 60_000))}</td>
                <td>{format.percent(share)}</td>
                <td>{format.percent(fair)}</td>
                <td>{source === 'measured' ? words.measured : words.estimate}</td>
                <td className={styles.picture} aria-hidden="true">
                  <svg className={styles.drawing} viewBox="0 0 100 14" preserveAspectRatio="none">
                    <rect width="100" height="10" y="2" className={styles.whole} />
                    <rect width={100 * share} height="10" y="2" className={styles.bar} />
                    <line
                      x1={100 * fair}
                      x2={100 * fair}
                      y2="14"
                      strokeWidth="2"
                      vectorEffect="non-scaling-stroke"
                      className={styles.fair}
                    />
                  </svg>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className={mergeClasses(shared.quiet, styles.under)} aria-hidden="true">
        {words.picture}
      </p>
    </div>
  );
}
