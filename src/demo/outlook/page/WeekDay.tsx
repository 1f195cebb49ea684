import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DateTime } from 'luxon';
import type { CalendarEntry } from '../mailbox';
import { usePage } from './pageContext';
import { allDayOf, blocksOf } from './weekLayout';
import { FIRST_HOUR, HOUR_PX, LAST_HOUR } from './weekScale';

const useStyles = makeStyles({
  day: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: '76px',
    boxSizing: 'border-box',
    padding: '4px 4px 0',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  today: { fontWeight: tokens.fontWeightBold, color: tokens.colorBrandForeground1 },
  list: { position: 'relative', margin: 0, padding: 0, listStyle: 'none' },
  hours: {
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke3} 1px, transparent 1px)`,
    backgroundSize: `100% ${HOUR_PX}px`,
    height: `${(LAST_HOUR - FIRST_HOUR) * HOUR_PX}px`,
    overflow: 'hidden',
  },
  item: { position: 'absolute', padding: '0 1px 1px 0', boxSizing: 'border-box' },
  entry: {
    display: 'block',
    width: '100%',
    height: '100%',
    padding: '1px 4px',
    overflow: 'hidden',
    textAlign: 'start',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  light: { backgroundColor: tokens.colorNeutralBackground3, borderLeftStyle: 'dashed' },
  allDay: { height: 'auto', whiteSpace: 'nowrap' },
});

/** One day of the week, as a list in the order of its hours. */
export function WeekDay(props: {
  readonly day: string;
  readonly isToday: boolean;
  readonly entries: readonly CalendarEntry[];
  readonly onOpen: (id: string) => void;
}) {
  const { day, isToday, entries, onOpen } = props;
  const { locale, words } = usePage();
  const styles = useStyles();
  const date = DateTime.fromISO(day).setLocale(locale);
  const clock = (time: string) => DateTime.fromISO(time).setLocale(locale).toFormat('t');
  const soft = (entry: CalendarEntry) => !['busy', 'oof'].includes(entry.status) && styles.light;
  const button = (entry: CalendarEntry, extra?: string) => (
    <button
      type="button"
      className={mergeClasses(styles.entry, soft(entry), extra)}
      onClick={() => onOpen(entry.id)}
      aria-label={[
        entry.subject || words.noSubject,
        entry.allDay ? words.allDay : `${clock(entry.start)}–${clock(entry.end)}`,
        entry.location,
      ]
        .filter((part) => part !== '')
        .join(', ')}
    >
      {entry.subject || words.noSubject}
    </button>
  );
  return (
    <section className={styles.day} aria-label={date.toFormat('cccc d LLLL')}>
      <div className={styles.head}>
        <h3
          className={mergeClasses(styles.name, isToday && styles.today)}
          aria-current={isToday ? 'date' : undefined}
        >
          {date.toFormat('ccc d')}
        </h3>
        {allDayOf(entries, day).map((entry) => (
          <div key={entry.id}>{button(entry, styles.allDay)}</div>
        ))}
      </div>
      <ol className={mergeClasses(styles.list, styles.hours)}>
        {blocksOf(entries, day).map(({ entry, from, until, lane, lanes }) => (
          <li
            key={entry.id}
            className={styles.item}
            style={{
              top: (from / 60 - FIRST_HOUR) * HOUR_PX,
              height: Math.max(20, ((until - from) / 60) * HOUR_PX),
              left: `${(lane / lanes) * 100}%`,
              width: `${100 / lanes}%`,
            }}
          >
            {button(entry)}
          </li>
        ))}
      </ol>
    </section>
  );
}
