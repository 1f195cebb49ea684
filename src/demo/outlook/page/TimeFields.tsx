import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { withRepeat, withStart, type AppointmentState } from '../appointment';
import { DAY_NAMES, type Repeat } from '../repeat';
import { repeatText } from '../repeatWords';
import { usePage } from './pageContext';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'flex-end' },
  repeat: { minWidth: '230px' },
});

type Change = (change: Partial<AppointmentState>) => void;

/** When the meeting is, and whether it repeats; a repetition made by an add-in is shown in words. */
export function TimeFields({ state, change }: { readonly state: AppointmentState; readonly change: Change }) {
  const { words } = usePage();
  const styles = useStyles();
  const part = (
    field: 'start' | 'end',
    from: number,
    until: number,
    type: 'date' | 'time',
    label: string,
  ) => (
    <Field label={label}>
      <Input
        type={type}
        value={state[field].slice(from, until)}
        onChange={(_event, { value }) => {
          if (value === '') return;
          const time = state[field].slice(0, from) + value + state[field].slice(until);
          change(field === 'start' ? withStart(state, time) : { end: time });
        }}
      />
    </Field>
  );
  return (
    <>
      <div className={styles.row}>
        {part('start', 0, 10, 'date', words.startDay)}
        {part('start', 11, 16, 'time', words.startTime)}
        {part('end', 0, 10, 'date', words.endDay)}
        {part('end', 11, 16, 'time', words.endTime)}
      </div>
      {state.seriesId === undefined && <RepeatFields state={state} change={change} />}
    </>
  );
}

function RepeatFields({ state, change }: { readonly state: AppointmentState; readonly change: Change }) {
  const { words, language } = usePage();
  const styles = useStyles();
  const { repeat } = state;
  const offered = offersOf(state);
  const present = repeat === undefined ? 'never' : (keyOf(offered, repeat) ?? 'present');
  return (
    <div className={styles.row}>
      <Field label={words.repeats} className={styles.repeat}>
        <Select
          value={present}
          onChange={(_event, { value }) => {
            const offer = offered[Number(value)];
            if (value === 'never') change({ repeat: undefined });
            else if (offer !== undefined) change(withRepeat(state, { ...offer, until: repeat?.until }));
          }}
        >
          <option value="never">{words.never}</option>
          {offered.map((offer, index) => (
            <option key={index} value={String(index)}>
              {repeatText(offer, language)}
            </option>
          ))}
          {present === 'present' && repeat !== undefined && (
            <option value="present">{repeatText({ ...repeat, until: undefined }, language)}</option>
          )}
        </Select>
      </Field>
      {repeat !== undefined && (
        <Field label={words.until}>
          <Input
            type="date"
            value={repeat.until ?? ''}
            min={state.start.slice(0, 10)}
            onChange={(_event, { value }) =>
              change({ repeat: { ...repeat, until: value === '' ? undefined : value } })
            }
          />
        </Field>
      )}
    </div>
  );
}

/** What the date of the form makes likely. */
function offersOf({ start }: AppointmentState): readonly Repeat[] {
  const date = new Date(`${start.slice(0, 10)}T00:00Z`);
  const day = DAY_NAMES[(date.getUTCDay() + 6) % 7] ?? 'mon';
  const week =
    (['first', 'second', 'third', 'fourth', 'last'] as const)[Math.ceil(date.getUTCDate() / 7) - 1] ?? 'last';
  return [
    { kind: 'daily', every: 1 },
    { kind: 'weekly', every: 1, days: [day] },
    { kind: 'weekly', every: 1, days: DAY_NAMES.slice(0, 5) },
    { kind: 'weekly', every: 2, days: [day] },
    { kind: 'monthlyThe', every: 1, week, day },
  ];
}

function keyOf(offered: readonly Repeat[], repeat: Repeat): string | undefined {
  const plain = ({ until: _until, ...pattern }: Repeat) => JSON.stringify(Object.entries(pattern).sort());
  const index = offered.findIndex((offer) => plain(offer) === plain(repeat));
  return index < 0 ? undefined : String(index);
}
