import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { BoardTask } from '../../../domain/tasks/board';
import { namedIn } from '../names';
import type { PartProps } from '../partProps';
import { DecideNow } from './DecideNow';
import { ProblemMoved } from './ProblemMoved';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    maxWidth: '900px',
    margin: '8px auto 0',
    outlineStyle: 'none',
  },
  progress: { display: 'flex', alignItems: 'center', columnGap: '12px' },
  bar: { flexGrow: 1 },
  at: { whiteSpace: 'nowrap' },
  // Read from across a room, when somebody shares it in the meeting.
  text: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 700px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
  },
  about: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  late: { fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  head: { display: 'flex', flexDirection: 'column', rowGap: '8px', minHeight: '88px' },
});

const STATES = ['notStarted', 'inProgress', 'done'] as const;

/** One task at a time, large: how it goes, what is decided, whether its problem moved. By keyboard alone. */
export function ReviewPart(props: PartProps) {
  const styles = useStyles();
  const { view, desk, locale } = props;
  const { review } = view.tasks;
  const words = locale.follow.tasks.review;
  const part = useRef<HTMLElement>(null);
  const busy = view.working !== null;
  // Its keys work while the focus is in it: nobody presses them by accident elsewhere.
  useEffect(() => part.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || isField(target)) return;
    const step = ({ ArrowRight: 1, ArrowLeft: -1 } as const)[key];
    const state = STATES[Number(key) - 1];
    if (step !== undefined) desk.tasks.step(step);
    else if (state !== undefined && review.task !== null && !busy)
      desk.tasks.change(review.task.id, { state });
    else return;
    event.preventDefault();
  };
  return (
    <section ref={part} tabIndex={-1} className={styles.part} aria-label={words.title} onKeyDown={onKeyDown}>
      {review.task === null ? (
        <div role="status">
          <p className={styles.text}>{words.none}</p>
          <p className={styles.quiet}>{words.noneText}</p>
        </div>
      ) : (
        <OneTask {...props} task={review.task} busy={busy} />
      )}
    </section>
  );
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

function OneTask(props: PartProps & { readonly task: BoardTask; readonly busy: boolean }) {
  const styles = useStyles();
  const { view, desk, locale, task, busy } = props;
  const { review, groups } = view.tasks;
  const words = locale.follow.tasks;
  const said = words.review;
  const problem =
    review.problem ??
    groups.find(({ problem: one }) => one !== null && one.id === task.problem)?.problem ??
    null;
  const at = Math.min(review.at + 1, review.of);
  return (
    <>
      <div className={styles.progress}>
        <Text className={styles.at}>{said.at(at, review.of)}</Text>
        <ProgressBar
          className={styles.bar}
          value={at}
          max={Math.max(review.of, 1)}
          aria-label={said.bar}
          aria-valuetext={said.at(at, review.of)}
        />
      </div>
      <Head {...props} />
      {task.mustDecide && <DecideNow key={task.id} {...props} />}
      <div role="group" aria-label={said.set} className={styles.row}>
        {STATES.map((state) => (
          <ToggleButton
            key={state}
            checked={task.state === state}
            disabledFocusable={busy}
            onClick={() => desk.tasks.change(task.id, { state })}
          >
            {words.states[state]}
          </ToggleButton>
        ))}
      </div>
      {problem !== null && <ProblemMoved key={problem.id} {...props} problem={problem} />}
      <div className={styles.row}>
        <Button disabledFocusable={review.at <= 0} onClick={() => desk.tasks.step(-1)}>
          {said.previous}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={review.at >= review.of - 1}
          onClick={() => desk.tasks.step(1)}
        >
          {said.next}
        </Button>
      </div>
      <p className={styles.quiet}>{said.keys}</p>
    </>
  );
}

function Head({ view, locale, task }: PartProps & { readonly task: BoardTask }) {
  const styles = useStyles();
  const words = locale.follow.tasks;
  const named = namedIn(view, locale);
  const owner =
    task.owner === null ? words.nobody : words.review.owner(named.person(task.owner), named.area(task.area));
  const due = task.due === null ? words.noDate : words.review.due(locale.format.day(task.due));
  return (
    <div className={styles.head} aria-live="polite">
      <h2 className={styles.text} dir="auto">
        {task.text}
      </h2>
      <p className={styles.about} dir="auto">
        {`${owner} · `}
        <span className={mergeClasses(task.late && styles.late)}>
          {task.late ? `${due}, ${words.late}` : due}
        </span>
        {task.internal && ` · ${words.internal}`}
      </p>
    </div>
  );
}
