import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { isWholeDay } from './days';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0, flexBasis: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  tight: { columnGap: '4px' },
  small: { minWidth: 'auto', flexShrink: 0 },
  // One below the other in a panel, side by side where there is room.
  fields: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  what: { flexGrow: 3, flexShrink: 1, flexBasis: '240px', minWidth: 0 },
  field: { flexGrow: 1, flexShrink: 1, flexBasis: '132px', minWidth: 0 },
});

export type Way = 'cutDown' | 'split';

/** Said in every surface in which a task may be decided on. */
export type WaysWords = {
  readonly cutDown: string;
  readonly split: string;
  readonly toMonthly: string;
  readonly of: Readonly<Record<Way | 'toMonthly', (text: string) => string>>;
  readonly part: (n: number) => string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly save: string;
  readonly lacks: string;
};

export type WayPart = { readonly text: string; readonly owner: string; readonly due: string };

/** Enough for a task that is split once; the parts can be split again another day. */
const PARTS = 2;

/** The three ways on for a task that was carried over too often: cut down, split, or to the monthly. */
export function WayButtons(props: {
  readonly text: string;
  readonly words: WaysWords;
  readonly way: Way | null;
  readonly choose: (way: Way | null) => void;
  /** Null where there is no monthly meeting to take it to. */
  readonly toMonthly: (() => void) | null;
  /** In a narrow cell. */
  readonly tight?: boolean;
  /** Something else is being done. */
  readonly busy?: boolean;
  /** By the Tab key; in a long list only those of one line are. */
  readonly reachable?: boolean;
}) {
  const styles = useStyles();
  const { text, words, way, choose, toMonthly, tight = false, busy = false, reachable = true } = props;
  const tabIndex = reachable ? 0 : -1;
  return (
    <div className={tight ? `${styles.row} ${styles.tight}` : styles.row}>
      {(['cutDown', 'split'] as const).map((one) => (
        <Button
          key={one}
          size="small"
          className={styles.small}
          aria-label={words.of[one](text)}
          aria-expanded={way === one}
          tabIndex={tabIndex}
          onClick={() => choose(way === one ? null : one)}
        >
          {words[one]}
        </Button>
      ))}
      {toMonthly !== null && (
        <Button
          size="small"
          className={styles.small}
          aria-label={words.of.toMonthly(text)}
          tabIndex={tabIndex}
          disabledFocusable={busy}
          onClick={toMonthly}
        >
          {words.toMonthly}
        </Button>
      )}
    </div>
  );
}

/** What the way that was chosen asks for: one smaller task, or its parts. */
export function WayForm(props: {
  readonly task: { readonly text: string; readonly owner: string };
  /** Of the company: they can answer for a task. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly words: WaysWords;
  readonly way: Way;
  readonly save: (parts: readonly WayPart[]) => void;
  readonly busy?: boolean;
}) {
  const styles = useStyles();
  const { task, people, words, way, busy = false } = props;
  const first: WayPart = { text: way === 'cutDown' ? task.text : '', owner: task.owner, due: '' };
  const [parts, setParts] = useState<readonly WayPart[]>(
    way === 'cutDown' ? [first] : Array.from({ length: PARTS }, () => first),
  );
  const [lacks, setLacks] = useState(false);
  const change = (at: number, fields: Partial<WayPart>) => {
    setLacks(false);
    setParts(parts.map((part, nth) => (nth === at ? { ...part, ...fields } : part)));
  };
  const save = () => {
    const whole = parts.every(({ text, due }) => text.trim() !== '' && isWholeDay(due));
    setLacks(!whole);
    if (whole) props.save(parts);
  };
  return (
    <div className={styles.column}>
      {parts.map((part, at) => (
        <Part
          key={at}
          part={part}
          people={people}
          words={words}
          {...(way === 'split' && { nth: at + 1 })}
          change={(fields) => change(at, fields)}
        />
      ))}
      {lacks && <span role="alert">{words.lacks}</span>}
      <div>
        <Button size="small" disabledFocusable={busy} onClick={save}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}

function Part(props: {
  readonly part: WayPart;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly words: WaysWords;
  /** Of several. */
  readonly nth?: number;
  readonly change: (fields: Partial<WayPart>) => void;
}) {
  const { part, people, words, nth, change } = props;
  const styles = useStyles();
  const legend = useId();
  return (
    <div role="group" {...(nth !== undefined && { 'aria-labelledby': legend })}>
      {nth !== undefined && <strong id={legend}>{words.part(nth)}</strong>}
      <div className={styles.fields}>
        <Field label={words.text} size="small" className={styles.what}>
          <Input
            size="small"
            value={part.text}
            maxLength={500}
            onChange={(_, { value }) => change({ text: value })}
          />
        </Field>
        {nth !== undefined && (
          <Field label={words.owner} size="small" className={styles.field}>
            <Select size="small" value={part.owner} onChange={(_, { value }) => change({ owner: value })}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={words.due} size="small" className={styles.field}>
          <Input
            type="date"
            size="small"
            value={part.due}
            onChange={(_, { value }) => change({ due: value })}
          />
        </Field>
      </div>
    </div>
  );
}
