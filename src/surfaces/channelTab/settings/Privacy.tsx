import { Field, Switch } from '@fluentui/react-components';
import { useId } from 'react';
import { followUpOf } from '../../../app/follow/followUpOf';
import type { FollowUp } from '../../../domain/rhythm/followUp';
import type { PartProps } from '../partProps';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import { Measuring } from './Measuring';

const REACH: readonly (keyof FollowUp['reach'])[] = ['message', 'prepare', 'notices'];

/** What is measured and asked, and what reaches people who open nothing. */
export function Privacy(props: PartProps) {
  const { view, desk, locale } = props;
  const shared = useRhythmStyles();
  const own = locale.follow.settings;
  const [privacy, reached] = [useId(), useId()];
  const { pulse, reach } = followUpOf(view.series);
  const { followUp } = desk.settings;
  return (
    <>
      <Measuring {...props} />
      <section className={shared.section} aria-labelledby={privacy}>
        <h2 id={privacy} className={shared.heading}>
          {own.privacy}
        </h2>
        <Field hint={own.pulseText}>
          <Switch
            label={own.pulse}
            checked={pulse}
            onChange={(_, { checked }) => followUp({ pulse: checked })}
          />
        </Field>
      </section>
      <section className={shared.section} aria-labelledby={reached}>
        <h2 id={reached} className={shared.heading}>
          {own.reach}
        </h2>
        <div>
          {REACH.map((one) => (
            <div key={one}>
              <Switch
                label={own.reaches[one]}
                checked={reach[one]}
                onChange={(_, { checked }) => followUp({ reach: { ...reach, [one]: checked } })}
              />
            </div>
          ))}
        </div>
        <p className={shared.quiet}>{own.reachText}</p>
      </section>
    </>
  );
}
