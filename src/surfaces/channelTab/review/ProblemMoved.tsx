import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { BoardProblem } from '../../../domain/tasks/board';
import type { PartProps } from '../partProps';
import { numberText } from '../tasks/GroupRow';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'end' },
  number: { width: '112px' },
});

/** Whether the problem behind the task moved: its number now, or that it is solved. */
export function ProblemMoved({
  view,
  desk,
  locale,
  problem,
}: PartProps & { readonly problem: BoardProblem }) {
  const styles = useStyles();
  const words = locale.follow.tasks.review;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const busy = view.working !== null;
  const solved = problem.state === 'solved';
  const save = () => {
    const value = numberOf(typed);
    setWrong(value === undefined);
    if (value === undefined) return;
    desk.tasks.setProblem(problem.id, { value });
    setTyped('');
  };
  return (
    <section className={styles.box} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {words.moved}
      </h3>
      <Text dir="auto">{`${problem.title} · ${numberText(problem, locale)}`}</Text>
      <div className={styles.row}>
        <Field label={words.now} {...(wrong && { validationMessage: words.wrongNumber })}>
          <Input
            className={styles.number}
            inputMode="decimal"
            value={typed}
            maxLength={15}
            onChange={(_, { value }) => {
              setTyped(value);
              setWrong(false);
            }}
            onKeyDown={(event) => event.key === 'Enter' && !busy && save()}
          />
        </Field>
        <Button disabledFocusable={busy} onClick={save}>
          {words.saveNumber}
        </Button>
        <Button
          disabledFocusable={busy}
          onClick={() => desk.tasks.setProblem(problem.id, { state: solved ? 'open' : 'solved' })}
        >
          {solved ? words.reopen : words.solved}
        </Button>
      </div>
    </section>
  );
}

/** People write 1,5 as well as 1.5; a number that could mean two things is none. */
function numberOf(typed: string): number | undefined {
  const text = typed.trim().replace('−', '-').replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}
