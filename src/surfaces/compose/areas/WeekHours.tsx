import { Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Weekday, WeekWindow } from '../../../domain/time/types';
import { hoursText, readHours } from '../../shared/hoursText';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  label: { '> label': { textTransform: 'none' } },
});

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The hours of a week, a line for each day: lunch is where one window ends and the next begins. */
export function WeekHours(props: {
  readonly hours: readonly WeekWindow[];
  readonly change: (hours: readonly WeekWindow[]) => void;
}) {
  const styles = useStyles();
  const { words } = usePane().locale;
  const rest = (weekday: Weekday) => props.hours.filter((window) => window.weekday !== weekday);
  return (
    <div className={styles.list}>
      <Text size={100}>{words.areas.hoursHint}</Text>
      {WEEKDAYS.map((weekday) => (
        <DayHours
          key={weekday}
          weekday={weekday}
          text={hoursText(props.hours, weekday)}
          change={(windows) =>
            props.change([...rest(weekday), ...windows].sort((a, b) => a.weekday - b.weekday))
          }
        />
      ))}
    </div>
  );
}

/** What cannot be read stays in the field with a sentence; nothing typed is lost. */
function DayHours(props: {
  readonly weekday: Weekday;
  readonly text: string;
  readonly change: (windows: readonly WeekWindow[]) => void;
}) {
  const styles = useStyles();
  const { words, format } = usePane().locale;
  const [text, setText] = useState(props.text);
  useEffect(() => setText(props.text), [props.text]);
  const windows = readHours(text, props.weekday);
  return (
    <Field
      className={styles.label}
      orientation="horizontal"
      size="small"
      label={format.weekday(props.weekday)}
      {...(windows === undefined && { validationMessage: words.areas.hoursWrong })}
    >
      <Input
        size="small"
        value={text}
        onChange={(_, { value }) => setText(value)}
        onBlur={() => windows !== undefined && text !== props.text && props.change(windows)}
      />
    </Field>
  );
}
