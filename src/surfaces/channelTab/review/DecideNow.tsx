import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { BoardTask } from '../../../domain/tasks/board';
import { useHidden } from '../../shared/hidden';
import { type Way, WayButtons, WayForm } from '../../shared/WaysOn';
import { namedIn } from '../names';
import type { PartProps } from '../partProps';

const useStyles = makeStyles({
  must: { margin: '0 0 8px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** What was carried over too often is decided on here and now. */
export function DecideNow({
  view,
  desk,
  locale,
  task,
  busy,
}: PartProps & { readonly task: BoardTask; readonly busy: boolean }) {
  const styles = useStyles();
  const { hidden } = useHidden();
  const words = locale.follow.tasks;
  const id = useId();
  const [way, setWay] = useState<Way | null>(null);
  return (
    <div
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || way === null) return;
        event.currentTarget.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
        setWay(null);
      }}
    >
      <span id={id} className={hidden}>
        {words.decide.ways(task.text)}
      </span>
      <p className={styles.must}>{`⚠ ${words.review.must(task.carried)}`}</p>
      <WayButtons
        text={task.text}
        words={words.decide}
        way={way}
        choose={setWay}
        toMonthly={() => desk.tasks.toMonthly(task.id)}
        busy={busy}
      />
      {way !== null && (
        <WayForm
          key={way}
          task={{ text: task.text, owner: task.owner ?? '' }}
          people={view.tasks.people.map(({ id }) => ({ id, name: namedIn(view, locale).person(id) }))}
          words={words.decide}
          way={way}
          busy={busy}
          save={(parts) => {
            const [only] = parts;
            if (way === 'split') desk.tasks.split(task.id, parts);
            else if (only) desk.tasks.cutDown(task.id, only.text, only.due);
            setWay(null);
          }}
        />
      )}
    </div>
  );
}
