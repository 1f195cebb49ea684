import { Button, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PulseView } from '../../app/meeting/meetingView';
import { useAfterStyles } from './afterStyles';
import { useMeeting } from './meetingContext';
import { useAfter } from './useAfter';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  answers: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px' },
  answer: { display: 'flex', alignItems: 'center', columnGap: '4px', minHeight: '24px' },
});

const ANSWERS = ['yes', 'partly', 'no'] as const;
type Answer = (typeof ANSWERS)[number];

/** Was it worth the time, could I say what I wanted? Once a person, and only sums are ever shown. */
export function Pulse({ pulse }: { readonly pulse: PulseView }) {
  const shared = useAfterStyles();
  const { desk } = useMeeting();
  const words = useAfter().pulse;
  const [worth, setWorth] = useState<Answer | null>(null);
  const [said, setSaid] = useState<Answer | null>(null);
  const whole = worth !== null && said !== null;
  const { answered, answers, counts } = pulse;
  return (
    <section className={shared.box} aria-label={words.title}>
      <h2 className={shared.heading}>{words.title}</h2>
      {answered ? (
        <p className={shared.plain} role="status">{`✓ ${words.done}`}</p>
      ) : (
        <>
          <Question text={words.worth} answer={worth} choose={setWorth} />
          <Question text={words.said} answer={said} choose={setSaid} />
          <Button
            size="small"
            disabledFocusable={!whole}
            onClick={() => whole && desk.after.pulse({ worth, said })}
          >
            {words.send}
          </Button>
        </>
      )}
      <p className={shared.text}>{words.nobody}</p>
      {counts !== null
        ? (['worth', 'said'] as const).map((question) => {
            const { yes, partly, no } = counts[question];
            return (
              <p key={question} className={shared.text}>
                {`${words[question]} ${words.counts(yes, partly, no)}`}
              </p>
            );
          })
        : answers > 0 && <p className={shared.text}>{words.few(answers)}</p>}
    </section>
  );
}

function Question(props: {
  readonly text: string;
  readonly answer: Answer | null;
  readonly choose: (answer: Answer) => void;
}) {
  const styles = useStyles();
  const words = useAfter().pulse.answers;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{props.text}</legend>
      <div className={styles.answers}>
        {ANSWERS.map((answer) => (
          <label key={answer} className={styles.answer}>
            <input
              type="radio"
              name={name}
              checked={props.answer === answer}
              onChange={() => props.choose(answer)}
            />
            {words[answer]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
