import { useId } from 'react';
import { Periods } from '../../shared/Periods';
import type { PartProps } from '../partProps';
import { useRhythmStyles } from '../rhythm/rhythmStyles';

/** Stretches without sessions, on purpose. */
export function Pauses({ view, desk, locale }: PartProps) {
  const shared = useRhythmStyles();
  const own = locale.follow.settings;
  const id = useId();
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {own.pauses}
      </h2>
      <p className={shared.quiet}>{own.pausesText}</p>
      <Periods periods={view.series.pauses} change={(pauses) => desk.settings.series({ pauses })} />
    </section>
  );
}
