import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Period } from '../../domain/rhythm/series';
import { isDay, shiftDay } from './days';
import { useLocale } from './localeContext';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '6px' },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', rowGap: '4px', alignItems: 'flex-end' },
  label: { flexGrow: 1, flexBasis: '120px', minWidth: 0 },
  date: { flexGrow: 1, flexBasis: '125px', minWidth: 0 },
});

/** Dated stretches with a name, such as a planned pause; people say the last day, the series keeps the day after. */
export function Periods(props: {
  readonly periods: readonly Period[];
  readonly change: (periods: readonly Period[]) => void;
}) {
  const styles = useStyles();
  const { periods, change } = props;
  return (
    <div className={styles.list}>
      {periods.map((period, index) => (
        <PeriodRow
          key={index}
          period={period}
          change={(next) => change(periods.map((one, at) => (at === index ? next : one)))}
          remove={() => change(periods.filter((_, at) => at !== index))}
        />
      ))}
      <NewPeriod add={(period) => change([...periods, period])} />
    </div>
  );
}

function PeriodRow(props: {
  readonly period: Period;
  readonly change: (period: Period) => void;
  readonly remove: () => void;
}) {
  const styles = useStyles();
  const { words } = useLocale();
  const { period, change } = props;
  const [label, setLabel] = useState(period.label);
  useEffect(() => setLabel(period.label), [period.label]);
  const last = shiftDay(period.until, -1);
  const setFrom = (from: string) => {
    if (isDay(from))
      change({ ...period, from, until: from < period.until ? period.until : shiftDay(from, 1) });
  };
  const setLast = (day: string) => {
    if (isDay(day) && day >= period.from) change({ ...period, until: shiftDay(day, 1) });
  };
  return (
    <div className={styles.row}>
      <Input
        className={styles.label}
        aria-label={words.areas.label}
        placeholder={words.areas.label}
        value={label}
        onChange={(_, { value }) => setLabel(value)}
        onBlur={() => label !== period.label && change({ ...period, label })}
      />
      <Button size="small" aria-label={words.remove(period.label)} onClick={props.remove}>
        {'✕'}
      </Button>
      <Field className={styles.date} size="small" label={words.areas.from}>
        <Input type="date" value={period.from} onChange={(_, { value }) => setFrom(value)} />
      </Field>
      <Field className={styles.date} size="small" label={words.areas.lastDay}>
        <Input type="date" value={last} min={period.from} onChange={(_, { value }) => setLast(value)} />
      </Field>
    </div>
  );
}

function NewPeriod({ add }: { readonly add: (period: Period) => void }) {
  const styles = useStyles();
  const { words } = useLocale();
  const [label, setLabel] = useState('');
  const [from, setFrom] = useState('');
  const [last, setLast] = useState('');
  const whole = isDay(from) && isDay(last) && from <= last;
  return (
    <div className={styles.row} role="group" aria-label={words.areas.addPeriod}>
      <Input
        className={styles.label}
        aria-label={words.areas.label}
        placeholder={words.areas.label}
        value={label}
        onChange={(_, { value }) => setLabel(value)}
      />
      <Button
        size="small"
        aria-label={words.areas.addPeriod}
        disabled={!whole}
        onClick={() => {
          add({ from, until: shiftDay(last, 1), label });
          setLabel('');
          setFrom('');
          setLast('');
        }}
      >
        {words.add}
      </Button>
      <Field className={styles.date} size="small" label={words.areas.from}>
        <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
      </Field>
      <Field className={styles.date} size="small" label={words.areas.lastDay}>
        <Input type="date" value={last} min={from} onChange={(_, { value }) => setLast(value)} />
      </Field>
    </div>
  );
}
