import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { Session } from '../../app/planning/planView';
import type { Series } from '../../domain/rhythm/series';
import type { CalendarDay, Instant } from '../../domain/time/types';
import type { Format } from '../../locale/format';
import { usePane } from './paneContext';
import { useStripStyles } from './stripStyles';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, minHeight: '16px' },
  button: { flexShrink: 0, minWidth: 'auto' },
});

const SHAPE: Readonly<Record<Session['state'], string>> = { held: '✓', broken: '✕', paused: '‖', moved: '→' };

/** One mark for each session, by shape and colour; arrows walk over them and the line below tells each. */
export function Strip({
  sessions,
  series,
}: {
  readonly sessions: readonly Session[];
  readonly series: Series;
}) {
  const styles = useStyles();
  const marks = useStripStyles();
  const { planning, locale } = usePane();
  const { words, format } = locale;
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState<number | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: sessions.length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= sessions.length) return;
    event.preventDefault();
    setAt(to);
    list.current?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  const stateOf = (session: Session) =>
    words.slots.mark(format.day(session.date), words.sessions.states[session.state], session.label);
  const shownSession = shown === undefined ? undefined : sessions[shown];
  return (
    <section aria-label={words.slots.strip}>
      <ol ref={list} className={marks.strip} onKeyDown={onKeyDown} onBlur={() => setShown(undefined)}>
        {sessions.map((session, index) => (
          <li key={session.date} className={marks.item}>
            <button
              type="button"
              tabIndex={index === at ? 0 : -1}
              aria-label={stateOf(session)}
              className={mergeClasses(marks.mark, marks[session.state])}
              onFocus={() => {
                setAt(index);
                setShown(index);
              }}
              onMouseEnter={() => setShown(index)}
              onMouseLeave={() => setShown(undefined)}
              onClick={() => planning.openSessions()}
            >
              {SHAPE[session.state]}
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Text size={200} className={styles.quiet}>
          {shownSession ? stateOf(shownSession) : summary(sessions, series, locale)}
        </Text>
        <Button
          size="small"
          className={styles.button}
          data-opens="sessions"
          aria-label={words.slots.seeSessions}
          onClick={() => planning.openSessions()}
        >
          {words.see}
        </Button>
      </div>
    </section>
  );
}

/** The first session that breaks with its alternative, and how many are paused. */
function summary(
  sessions: readonly Session[],
  series: Series,
  { words, format, sentences }: ReturnType<typeof usePane>['locale'],
): string {
  const broken = sessions.find(({ state }) => state === 'broken');
  const paused = sessions.filter(({ state }) => state === 'paused').length;
  // There is no room for what the day is called; the list of sessions has it.
  const why = broken?.missing.some((one) => one.why === 'holiday') ? sentences.missing.holiday : undefined;
  const better = broken?.repair && betterTime(broken.date, broken.repair.start, series, format);
  const parts = [
    ...(broken
      ? [
          better === undefined
            ? words.slots.brokenOnly(format.dayAndMonth(broken.date), why)
            : words.slots.brokenBest(format.dayAndMonth(broken.date), why, better),
        ]
      : []),
    ...(paused > 0 ? [words.slots.paused(paused)] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : words.slots.allHeld;
}

/** The day of the alternative; on the same day only its time tells something. */
function betterTime(date: CalendarDay, start: Instant, series: Series, format: Format): string {
  const day = format.dayOf(start, series.zone);
  return day === date ? format.time(start, series.zone) : format.day(day);
}
