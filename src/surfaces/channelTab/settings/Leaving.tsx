import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PartProps } from '../partProps';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import { keepFile } from '../../shared/keepFile';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  field: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
});

/** Everything as one file, and one person out of everything. */
export function Leaving(props: PartProps) {
  const styles = useStyles();
  const shared = useRhythmStyles();
  const { view, desk, locale } = props;
  const own = locale.follow.settings;
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [exported, setExported] = useState('');
  const people = everybody(props);
  const busy = view.working !== null;
  const exportAll = async () => {
    setExported('');
    const file = await desk.settings.export();
    if (file === null) return;
    keepFile(new Blob([file.text], { type: 'application/json' }), file.name);
    setExported(file.name);
  };
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {own.leaving}
      </h2>
      <div className={shared.wrap}>
        <Button size="small" disabledFocusable={busy} onClick={() => void exportAll()}>
          {own.export}
        </Button>
        <span role="status" className={shared.quiet}>
          {exported === '' ? own.exportText : own.exported(exported)}
        </span>
      </div>
      <div className={styles.row}>
        <Field label={own.erase} size="small" className={styles.field}>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
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
          disabledFocusable={chosen === '' || busy}
          onClick={() => desk.settings.erase(chosen)}
        >
          {own.eraseDo}
        </Button>
      </div>
      <p className={shared.quiet}>{own.eraseText}</p>
    </section>
  );
}

/** The roster, and whoever the records name beside it: people leave, their names do not. */
function everybody({ view, locale }: PartProps): readonly { readonly id: string; readonly name: string }[] {
  const { series, tasks } = view;
  const left = Object.entries(tasks.names)
    .filter(([id, name]) => name !== '' && !series.people.some((one) => one.id === id))
    .map(([id, name]) => ({ id, name }));
  return [...series.people, ...left].sort((a, b) => a.name.localeCompare(b.name, locale.tag));
}
