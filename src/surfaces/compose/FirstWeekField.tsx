import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CalendarDay } from '../../domain/time/types';
import { isDay } from '../shared/days';
import { usePane } from './paneContext';

/** The first week, taken when the field is left: half a year typed is no date yet. A past one goes back, and it says so. */
export function FirstWeekField(props: {
  readonly value: CalendarDay;
  readonly earliest: CalendarDay;
  readonly change: (day: CalendarDay) => void;
}) {
  const { words, format } = usePane().locale;
  const { value, earliest, change } = props;
  const [text, setText] = useState<string>(value);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    const fits = isDay(text) && text >= earliest;
    setWrong(!fits);
    if (!fits) setText(value);
    else if (text !== value) change(text);
  };
  return (
    <Field
      label={words.series.from}
      size="small"
      {...(wrong && {
        validationState: 'warning',
        validationMessage: words.series.pastWeek(format.day(earliest), format.day(value)),
      })}
    >
      <Input
        type="date"
        value={text}
        min={earliest}
        onChange={(_, { value: typed }) => {
          setText(typed);
          setWrong(false);
        }}
        onBlur={commit}
      />
    </Field>
  );
}
