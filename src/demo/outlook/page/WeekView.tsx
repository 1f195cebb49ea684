import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import {
  AddRegular,
  ArrowClockwiseRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
} from '@fluentui/react-icons';
import { DateTime } from 'luxon';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MailboxFailed, type CalendarEntry, type Mailbox } from '../mailbox';
import { usePage } from './pageContext';
import { WeekDay } from './WeekDay';
import { FIRST_HOUR, HOUR_PX, LAST_HOUR, SEEN_FIRST_HOUR } from './weekScale';
import { daysFrom, mondayOf } from './weekLayout';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px', padding: '8px 12px' },
  title: { margin: '0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  grid: {
    display: 'grid',
    gridTemplateColumns: '52px repeat(5, minmax(112px, 1fr))',
    overflow: 'auto',
    flexGrow: 1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hours: { position: 'relative', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  corner: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: '75px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hour: { position: 'absolute', right: '6px', transform: 'translateY(-50%)' },
});

type Shown = { readonly entries: readonly CalendarEntry[]; readonly failed?: string; readonly busy: boolean };

/** The signed-in person's week. */
export function WeekView(props: {
  readonly mailbox: Mailbox;
  readonly today: string;
  readonly monday: string;
  readonly onMonday: (monday: string) => void;
  /** After a form that is gone: whoever works with the keyboard goes on here. */
  readonly takesFocus: boolean;
  readonly onNew: () => void;
  readonly onOpen: (id: string) => void;
}) {
  const { mailbox, today, monday, onMonday, onNew, onOpen } = props;
  const { words, locale } = usePage();
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    grid.current?.scrollTo({ top: SEEN_FIRST_HOUR * HOUR_PX });
  }, []);
  const [shown, setShown] = useState<Shown>({ entries: [], busy: true });

  const load = useCallback(async () => {
    setShown((before) => ({ ...before, busy: true }));
    try {
      setShown({ entries: await mailbox.week(monday, daysFrom(monday, 5)), busy: false });
    } catch (error) {
      setShown({
        entries: [],
        busy: false,
        failed: error instanceof MailboxFailed ? error.code : String(error),
      });
    }
  }, [mailbox, monday]);
  useEffect(() => void load(), [load]);

  const title = DateTime.fromISO(monday).setLocale(locale).toFormat('LLLL yyyy');
  const hours = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, index) => FIRST_HOUR + index);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Button autoFocus={props.takesFocus} appearance="primary" icon={<AddRegular />} onClick={onNew}>
          {words.newMeeting}
        </Button>
        <Button onClick={() => onMonday(mondayOf(today))}>{words.today}</Button>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={words.earlier}
          onClick={() => onMonday(daysFrom(monday, -7))}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={words.later}
          onClick={() => onMonday(daysFrom(monday, 7))}
        />
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          aria-label={words.refresh}
          onClick={() => void load()}
        />
        <h2 className={styles.title}>{title}</h2>
        {shown.busy && <Spinner size="tiny" label={words.loading} />}
      </div>
      {shown.failed !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.failed(shown.failed)}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void load()}>{words.retry}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div ref={grid} className={styles.grid} role="region" aria-label={words.calendar} tabIndex={0}>
        <div
          className={styles.hours}
          aria-hidden="true"
          style={{ height: (LAST_HOUR - FIRST_HOUR) * HOUR_PX + 76 }}
        >
          <div className={styles.corner} />
          {hours.slice(1).map((hour) => (
            <span key={hour} className={styles.hour} style={{ top: 76 + (hour - FIRST_HOUR) * HOUR_PX }}>
              {DateTime.fromObject({ hour }).setLocale(locale).toFormat('t')}
            </span>
          ))}
        </div>
        {[0, 1, 2, 3, 4].map((index) => {
          const day = daysFrom(monday, index);
          return (
            <WeekDay key={day} day={day} isToday={day === today} entries={shown.entries} onOpen={onOpen} />
          );
        })}
      </div>
    </div>
  );
}
