import { Button, Input, makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Area } from '../../domain/rhythm/series';
import { useLocale } from './localeContext';

type Time = Area['protectedTimes'][number];

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '6px' },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', rowGap: '4px', alignItems: 'center' },
  grow: { flexGrow: 1, flexBasis: '90px', minWidth: 0 },
});

/** Hours of the week that an area would rather keep: they cost, they do not forbid. */
export function ProtectedTimes(props: {
  readonly times: readonly Time[];
  readonly change: (times: readonly Time[]) => void;
}) {
  const styles = useStyles();
  const { words } = useLocale();
  const { times, change } = props;
  return (
    <div className={styles.list}>
      {times.map((time, index) => (
        <TimeRow
          key={index}
          time={time}
          change={(next) => change(times.map((one, at) => (at === index ? next : one)))}
          remove={() => change(times.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          onClick={() => change([...times, { weekday: 1, from: '09:00', until: '10:00', label: '' }])}
        >
          {words.areas.addProtected}
        </Button>
      </div>
    </div>
  );
}

function TimeRow(props: {
  readonly time: Time;
  readonly change: (time: Time) => void;
  readonly remove: () => void;
}) {
  const styles = useStyles();
  const { words, format } = useLocale();
  const { time, change } = props;
  const [draft, setDraft] = useState(time);
  useEffect(() => setDraft(time), [time]);
  const commit = () => {
    if (draft.from !== '' && draft.until !== '' && draft.from < draft.until) change(draft);
  };
  return (
    <div className={styles.row}>
      <Input
        className={styles.grow}
        aria-label={words.areas.label}
        placeholder={words.areas.label}
        value={draft.label}
        onChange={(_, { value }) => setDraft({ ...draft, label: value })}
        onBlur={commit}
      />
      <Select
        className={styles.grow}
        aria-label={words.areas.weekday}
        value={String(time.weekday)}
        onChange={(_, { value }) => change({ ...draft, weekday: Number(value) })}
      >
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <option key={weekday} value={weekday}>
            {format.weekdayInFull(weekday)}
          </option>
        ))}
      </Select>
      <Input
        className={styles.grow}
        type="time"
        aria-label={words.areas.from}
        value={draft.from}
        onChange={(_, { value }) => setDraft({ ...draft, from: value })}
        onBlur={commit}
      />
      <Input
        className={styles.grow}
        type="time"
        aria-label={words.areas.until}
        value={draft.until}
        onChange={(_, { value }) => setDraft({ ...draft, until: value })}
        onBlur={commit}
      />
      <Button size="small" aria-label={words.remove(time.label)} onClick={props.remove}>
        {'✕'}
      </Button>
    </div>
  );
}
