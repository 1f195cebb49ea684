import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { PartProps } from '../partProps';
import { namesIn } from './rhythmNames';
import { useRhythmStyles } from './rhythmStyles';

/** The step that is left for a handing over to be whole. */
export function HandOver(props: PartProps) {
  const shared = useRhythmStyles();
  const id = useId();
  const { view, desk, locale } = props;
  const words = locale.follow.rhythm.handOver;
  const { handOver } = view.rhythm;
  if (handOver === null) return null;
  const { to, toMe, endOld } = handOver;
  const name = namesIn(props).person(to);
  const press = (text: string, run: () => void) => (
    <Button size="small" disabledFocusable={view.working !== null} onClick={run}>
      {text}
    </Button>
  );
  return (
    <section className={shared.card} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {words.title}
      </h2>
      <div className={shared.wrap}>
        <p className={shared.text}>{endOld ? words.old(name) : toMe ? words.toMe : words.toOther(name)}</p>
        {endOld
          ? press(words.end, () => desk.rhythm.endOld())
          : toMe && press(words.take, () => desk.rhythm.takeOver())}
      </div>
    </section>
  );
}
