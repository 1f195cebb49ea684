import { Button, makeStyles } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { SlotsView } from '../../app/planning/planView';
import { OptionButton } from './OptionButton';
import { usePane } from './paneContext';
import { WhyThis } from './WhyThis';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '6px' },
  more: { display: 'flex', justifyContent: 'space-between' },
});

const SHOWN = 3;

/** The ranked times as one group of radio buttons: arrows choose, the list stands still. */
export function Options({ view }: { readonly view: SlotsView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const [all, setAll] = useState(false);
  const [why, setWhy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const count = all ? view.options.length : Math.min(view.options.length, Math.max(SHOWN, view.chosen + 1));
  const rest = view.options.length - Math.min(SHOWN, view.options.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined || count === 0) return;
    event.preventDefault();
    const next = (view.chosen + step + count) % count;
    planning.choose(next);
    list.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
  };
  const chosen = view.options[view.chosen];
  if (view.options.length === 0) return null;
  return (
    <>
      <div
        ref={list}
        role="radiogroup"
        aria-label={words.slots.list}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {view.options.slice(0, count).map((option, index) => (
          <OptionButton
            key={`${option.slot.start} ${option.slot.pattern?.nth ?? ''}`}
            option={option}
            series={view.series}
            chosen={index === view.chosen}
            choose={() => planning.choose(index)}
          />
        ))}
      </div>
      <div className={styles.more}>
        {rest > 0 && (
          <Button size="small" appearance="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.slots.fewer : words.slots.more(rest)}
          </Button>
        )}
        <Button size="small" appearance="transparent" aria-expanded={why} onClick={() => setWhy(!why)}>
          {words.slots.why}
        </Button>
      </div>
      {why && chosen && <WhyThis option={chosen} series={view.series} />}
    </>
  );
}
