import { Button, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Site } from '../../../domain/rhythm/series';
import { isDay } from '../../shared/days';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: '4px', rowGap: '4px', flexWrap: 'wrap' },
  grow: { flexGrow: 1, minWidth: 0 },
});

/** Days the company closes on top of the holidays, and days that end early. */
export function SiteDays({ site, change }: { readonly site: Site; readonly change: (site: Site) => void }) {
  const { words, format } = usePane().locale;
  const half = site.halfDays.filter(({ date }) => isDay(date));
  return (
    <>
      <Text size={200} weight="semibold">
        {words.areas.closedDays}
      </Text>
      {site.closedDays.map((day) => (
        <DayRow
          key={day}
          text={format.day(day)}
          remove={() => change({ ...site, closedDays: site.closedDays.filter((one) => one !== day) })}
        />
      ))}
      <AddDay
        label={words.areas.closedDays}
        add={(day) => change({ ...site, closedDays: [...new Set([...site.closedDays, day])].sort() })}
      />
      <Text size={200} weight="semibold">
        {words.areas.halfDays}
      </Text>
      {half.map(({ date, until }) => (
        <DayRow
          key={date}
          text={`${format.day(date)} · ${words.areas.until} ${format.clock(until)}`}
          remove={() => change({ ...site, halfDays: half.filter((one) => one.date !== date) })}
        />
      ))}
      <AddDay
        label={words.areas.halfDays}
        withTime
        add={(date, until) =>
          change({ ...site, halfDays: [...half.filter((one) => one.date !== date), { date, until }] })
        }
      />
    </>
  );
}

function DayRow({ text, remove }: { readonly text: string; readonly remove: () => void }) {
  const styles = useStyles();
  const { words } = usePane().locale;
  return (
    <div className={styles.row}>
      <Text className={styles.grow}>{text}</Text>
      <Button size="small" aria-label={words.remove(text)} onClick={remove}>
        {'✕'}
      </Button>
    </div>
  );
}

function AddDay(props: {
  readonly label: string;
  readonly withTime?: true;
  readonly add: (day: string, until: string) => void;
}) {
  const styles = useStyles();
  const { words } = usePane().locale;
  const [day, setDay] = useState('');
  const [until, setUntil] = useState('14:00');
  return (
    <div className={styles.row}>
      <Input
        className={styles.grow}
        type="date"
        aria-label={props.label}
        value={day}
        onChange={(_, { value }) => setDay(value)}
      />
      {props.withTime && (
        <Input
          className={styles.grow}
          type="time"
          aria-label={words.areas.until}
          value={until}
          onChange={(_, { value }) => setUntil(value)}
        />
      )}
      <Button
        size="small"
        disabled={!isDay(day) || until === ''}
        aria-label={`${words.areas.addDay}: ${props.label}`}
        onClick={() => {
          props.add(day, until);
          setDay('');
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}
