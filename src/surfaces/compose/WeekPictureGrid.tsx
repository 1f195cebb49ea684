import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Series } from '../../domain/rhythm/series';
import type { WeekCell, WeekPicture } from '../../domain/slots/picture';
import { usePane } from './paneContext';
import { areaName } from '../shared/seriesNames';
import { usePictureStyles } from './pictureStyles';

const useStyles = makeStyles({
  legend: { display: 'flex', columnGap: '12px', color: tokens.colorNeutralForeground3 },
});

/** Who can when, by area. The drawing is for the eye; the same figures stand in a table for screen readers. */
export function WeekPictureGrid({
  picture,
  series,
}: {
  readonly picture: WeekPicture;
  readonly series: Series;
}) {
  const styles = usePictureStyles();
  const own = useStyles();
  const { locale } = usePane();
  const { words, format } = locale;
  const hours = commonHours(picture);
  const cellAt = (weekday: number, time: string) =>
    picture.cells.find((cell) => cell.weekday === weekday && cell.time === time);
  const names = series.areas.map(({ id }) => areaName(series, id, locale));
  const said = (cell: WeekCell | undefined) =>
    cell
      ? [
          ...cell.areas.map(({ area, ready }) =>
            words.slots.cell(areaName(series, area, locale), ready, cell.of),
          ),
          words.slots.cellBoth(cell.held, cell.of),
        ].join(', ')
      : '';
  const best = bestCell(picture);
  const text = best
    ? words.slots.pictureText(format.weekdayInFull(best.weekday), format.clock(best.time), best.held, best.of)
    : picture.cells.some(({ areas }) => areas.some(({ ready }) => ready > 0))
      ? words.slots.nobody
      : words.slots.pictureNone;
  const low = hours.length > 5;
  return (
    <section aria-label={words.slots.picture} className={styles.around}>
      <div
        aria-hidden
        className={mergeClasses(styles.grid, low && styles.dense)}
        style={{ gridTemplateColumns: `auto repeat(${picture.weekdays.length}, 1fr)` }}
      >
        <span />
        {picture.weekdays.map((weekday) => (
          <span key={weekday} className={styles.head}>
            {format.weekday(weekday)}
          </span>
        ))}
        {hours.map((time, row) => [
          <span key={time} className={mergeClasses(styles.hour, low && styles.lowHour)}>
            {low && row % 2 === 1 ? '' : format.clock(time)}
          </span>,
          ...picture.weekdays.map((weekday) => {
            const cell = cellAt(weekday, time);
            return (
              <span
                key={`${time} ${weekday}`}
                title={said(cell)}
                className={mergeClasses(styles.cell, low && styles.low, cell && isBest(cell) && styles.best)}
              >
                {cell?.areas.map(({ area, ready }, index) => (
                  <Bar key={area} share={cell.of === 0 ? 0 : ready / cell.of} second={index > 0} />
                ))}
              </span>
            );
          }),
        ])}
      </div>
      <div aria-hidden className={own.legend}>
        {names.map((name, index) => (
          <Text key={name} size={100}>
            <span className={mergeClasses(styles.key, index > 0 ? styles.second : styles.first)} />
            {name}
          </Text>
        ))}
      </div>
      <div className={styles.hidden}>
        <table>
          <caption>{`${words.slots.picture}. ${text}`}</caption>
          <thead>
            <tr>
              <th scope="col">{words.slots.hour}</th>
              {picture.weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {format.weekdayInFull(weekday)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((time) => (
              <tr key={time}>
                <th scope="row">{format.clock(time)}</th>
                {picture.weekdays.map((weekday) => (
                  <td key={weekday}>{said(cellAt(weekday, time))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How full the bar is says it without the colour. */
function Bar({ share, second }: { readonly share: number; readonly second: boolean }) {
  const styles = usePictureStyles();
  return (
    <span className={styles.bar}>
      <span
        className={mergeClasses(styles.fill, second ? styles.second : styles.first)}
        style={{ height: `${Math.round(Math.min(1, share) * 100)}%` }}
      />
    </span>
  );
}

/** Held on nearly every date. */
const isBest = (cell: WeekCell) => cell.of > 0 && cell.held / cell.of >= 0.75;

/**
 * Hours at which every area is complete enough on some weekday; while too little has arrived, those at which somebody
 * of every area is there, else all of them.
 */
function commonHours({ hours, cells }: WeekPicture) {
  const where = (fits: (cell: WeekCell) => boolean) =>
    hours.filter((time) => cells.some((cell) => cell.time === time && fits(cell)));
  const complete = where(({ areas }) => areas.every(({ ready }) => ready > 0));
  if (complete.length > 0) return complete;
  const there = where(({ areas }) => areas.every(({ available }) => available > 0));
  return there.length > 0 ? there : hours;
}

function bestCell(picture: WeekPicture): WeekCell | undefined {
  const [best] = [...picture.cells].sort((a, b) => b.held - a.held);
  return best && best.held > 0 ? best : undefined;
}
