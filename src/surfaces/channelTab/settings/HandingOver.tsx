import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  field: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
});

/** Somebody else organises from now on; only people of this company can. */
export function HandingOver(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, desk, locale } = props;
  const own = locale.follow.settings;
  const id = useId();
  const [chosen, setChosen] = useState('');
  const { organiser } = namesIn(props);
  const people = view.series.people.filter(
    (one) => one.id !== view.organiser.id && one.role !== 'informed' && one.outsider !== true,
  );
  const to = people.some((one) => one.id === chosen) ? chosen : '';
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {own.handOver}
      </h2>
      <p className={shared.quiet}>{own.handOverText(organiser)}</p>
      <div className={styles.row}>
        <Field label={own.handOverTo} size="small" className={styles.field}>
          <Select value={to} onChange={(_, { value }) => setChosen(value)}>
            <option value="">{own.choose}</option>
            {people.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          className={shared.small}
          disabledFocusable={to === '' || view.working !== null}
          onClick={() => desk.rhythm.change({ kind: 'handOver', to })}
        >
          {view.organiser.me ? own.handOverDo : own.handOverAsk(organiser)}
        </Button>
      </div>
    </section>
  );
}
