import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { MovingView } from '../../app/meeting/meetingView';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { useMeeting } from './meetingContext';
import { movingWordsIn } from '../../locale/meeting/movingWordsIn';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '6px' },
  row: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', columnGap: '8px' },
  said: { flexGrow: 1, minWidth: 0, margin: 0 },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  small: { minWidth: 'auto', flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'end', paddingBlock: '4px' },
  number: { width: '92px' },
  pair: { display: 'flex', alignItems: 'end', columnGap: '4px' },
});

/** Problems from earlier meetings: their number before and now, the target, and whether they are solved. */
export function Moving({ all }: { readonly all: readonly MovingView[] }) {
  const styles = useStyles();
  const moving = movingWordsIn(useMeeting().locale);
  const id = useId();
  if (all.length === 0) return null;
  return (
    <section className={styles.box} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {moving.title}
      </h3>
      <ul className={styles.list}>
        {all.map((problem) => (
          <li key={problem.id}>
            <Moved problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One of them, with its fields in place. */
export function Moved({ problem }: { readonly problem: MovingView }) {
  const styles = useStyles();
  const { desk, locale } = useMeeting();
  const words = movingWordsIn(locale);
  const { id, title, solved } = problem;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const fields = useId();
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.row}>
        <p className={styles.said}>
          {title} <span className={styles.quiet}>{movedText(problem, locale)}</span>
        </p>
        {solved ? (
          <Button
            size="small"
            className={styles.small}
            aria-label={words.reopenOf(title)}
            onClick={() => desk.setSolved(id, false)}
          >
            {words.reopen}
          </Button>
        ) : (
          <Button
            size="small"
            className={styles.small}
            aria-label={words.openOf(title)}
            aria-expanded={open}
            aria-controls={fields}
            onClick={() => setOpen(!open)}
          >
            {words.open}
          </Button>
        )}
      </div>
      {open && !solved && (
        <div id={fields} className={styles.fields}>
          <NumberField
            label={locale.meeting.problem.number}
            press={locale.meeting.problem.setNumber}
            first
            note={(value) => {
              desk.setNumber(id, value);
              close();
            }}
          />
          <NumberField label={words.target} press={words.set} note={(value) => desk.setGoal(id, value)} />
          <Button
            size="small"
            className={styles.small}
            aria-label={words.solveOf(title)}
            onClick={() => {
              setOpen(false);
              desk.setSolved(id, true);
            }}
          >
            {words.solve}
          </Button>
        </div>
      )}
    </div>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly press: string;
  readonly first?: true;
  readonly note: (value: number) => void;
}) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const value = Number(text.trim().replace(',', '.'));
  const fits = text.trim() !== '' && Number.isFinite(value);
  const note = () => {
    if (!fits) return;
    props.note(value);
    setText('');
  };
  return (
    <div className={styles.pair}>
      <Field label={props.label} size="small" className={styles.number}>
        <Input
          size="small"
          inputMode="decimal"
          autoFocus={props.first === true}
          value={text}
          maxLength={12}
          onChange={(_, { value: typed }) => setText(typed)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The focus goes back to a button, which the same key would press.
            event.preventDefault();
            note();
          }}
          input={{ size: 4 }}
        />
      </Field>
      <Button
        size="small"
        className={styles.small}
        disabledFocusable={!fits}
        aria-label={`${props.press}: ${props.label}`}
        onClick={note}
      >
        {props.press}
      </Button>
    </div>
  );
}

function movedText({ before, now, goal, solved, internal }: MovingView, locale: MeetingLocale): string {
  const { problem } = locale.meeting;
  const moving = movingWordsIn(locale);
  const number =
    before !== null && now !== null
      ? problem.moved(before, now, goal)
      : now !== null
        ? problem.reading(now, goal)
        : before !== null
          ? moving.before(before, goal)
          : goal !== undefined
            ? moving.goal(goal)
            : moving.none;
  return [number, ...(solved ? [moving.solved] : []), ...(internal === true ? [problem.internal] : [])].join(
    ' · ',
  );
}
