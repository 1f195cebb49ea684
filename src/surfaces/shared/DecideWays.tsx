import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { MeetingScreen, TaskView } from '../../app/meeting/meetingView';
import { isDay } from './days';
import { useMeeting } from './meetingContext';
import { participants } from './meetingNames';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0, flexBasis: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  small: { minWidth: 'auto', flexShrink: 0 },
  part: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, border: 'none' },
});

type Draft = { readonly text: string; readonly owner: string; readonly due: string };

/** Enough for a task that is split once; the parts can be split again another day. */
const PARTS = 2;

/** The three ways on for a task that was carried over too often: cut down, split, or to the monthly. */
export function DecideWays({ task, view }: { readonly task: TaskView; readonly view: MeetingScreen }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { tasks, decide } = locale.meeting;
  const [way, setWay] = useState<'cutDown' | 'split' | null>(null);
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        {(['cutDown', 'split'] as const).map((one) => (
          <Button
            key={one}
            size="small"
            className={styles.small}
            aria-label={decide.of[one](task.text)}
            aria-expanded={way === one}
            onClick={() => setWay(way === one ? null : one)}
          >
            {decide[one]}
          </Button>
        ))}
        <Button
          size="small"
          className={styles.small}
          aria-label={tasks.toMonthlyOf(task.text)}
          onClick={() => desk.decide.toMonthly(task.id)}
        >
          {tasks.toMonthly}
        </Button>
      </div>
      {way !== null && <Parts key={way} task={task} view={view} way={way} />}
    </div>
  );
}

function Parts(props: {
  readonly task: TaskView;
  readonly view: MeetingScreen;
  readonly way: 'cutDown' | 'split';
}) {
  const { task, view, way } = props;
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const { decide } = locale.meeting;
  // Whoever answers for it does; somebody from outside has no task of their own.
  const first: Draft = { text: way === 'cutDown' ? task.text : '', owner: task.owner, due: '' };
  const [parts, setParts] = useState<readonly Draft[]>(
    way === 'cutDown' ? [first] : Array.from({ length: PARTS }, () => first),
  );
  const [lacks, setLacks] = useState(false);
  const change = (at: number, fields: Partial<Draft>) => {
    setLacks(false);
    setParts(parts.map((part, nth) => (nth === at ? { ...part, ...fields } : part)));
  };
  const save = () => {
    const whole = parts.every(({ text, due }) => text.trim() !== '' && isWhole(due));
    setLacks(!whole);
    if (!whole) return;
    const [only] = parts;
    if (way === 'split') desk.decide.split(task.id, parts);
    else if (only) desk.decide.cutDown(task.id, only.text, only.due);
  };
  return (
    <div className={styles.column}>
      {parts.map((part, at) => (
        <Part
          key={at}
          part={part}
          view={view}
          {...(way === 'split' && { nth: at + 1 })}
          change={(fields) => change(at, fields)}
        />
      ))}
      {lacks && <span role="alert">{decide.lacks}</span>}
      <div>
        <Button size="small" onClick={save}>
          {decide.save}
        </Button>
      </div>
    </div>
  );
}

function Part(props: {
  readonly part: Draft;
  readonly view: MeetingScreen;
  /** Of several. */
  readonly nth?: number;
  readonly change: (fields: Partial<Draft>) => void;
}) {
  const { part, view, nth, change } = props;
  const styles = useStyles();
  const { decide } = useMeeting().locale.meeting;
  const legend = useId();
  const inside = participants(view).filter(({ outsider }) => !outsider);
  return (
    <div role="group" className={styles.part} {...(nth !== undefined && { 'aria-labelledby': legend })}>
      {nth !== undefined && <strong id={legend}>{decide.part(nth)}</strong>}
      <Field label={decide.text} size="small">
        <Input
          size="small"
          value={part.text}
          maxLength={500}
          onChange={(_, { value }) => change({ text: value })}
        />
      </Field>
      {nth !== undefined && (
        <Field label={decide.owner} size="small">
          <Select size="small" value={part.owner} onChange={(_, { value }) => change({ owner: value })}>
            {inside.map(({ id, short }) => (
              <option key={id} value={id}>
                {short}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={decide.due} size="small">
        <Input
          type="date"
          size="small"
          value={part.due}
          onChange={(_, { value }) => change({ due: value })}
        />
      </Field>
    </div>
  );
}

/** A year that is being typed passes through 0002 and 0202. */
const isWhole = (day: string) => isDay(day) && day >= '2000';
