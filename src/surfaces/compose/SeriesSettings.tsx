import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import type { SeriesView } from '../../app/planning/planView';
import { Screen } from './Around';
import { FirstWeekField } from './FirstWeekField';
import { NumberField } from '../shared/NumberField';
import { usePane } from './paneContext';
import { Periods } from '../shared/Periods';
import { TextField } from '../shared/TextField';

const useStyles = makeStyles({
  two: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: '8px',
    rowGap: '8px',
    alignItems: 'start',
  },
  legend: { padding: 0 },
  group: { border: 'none', margin: 0, padding: 0 },
});

/** Rhythm, length, sessions, first week, title, language and pauses. */
export function SeriesSettings({ view }: { readonly view: SeriesView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const { series } = view;
  const { change } = planning.series;
  return (
    <Screen title={words.series.title} view={view} canGoBack>
      {view.known.length > 0 && (
        <Field label={words.series.known} size="small">
          <Select
            value={view.known.some(({ id }) => id === series.id) ? series.id : ''}
            onChange={(_, { value }) => planning.series.use(value)}
          >
            <option value="">{words.series.none}</option>
            {view.known.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <TextField label={words.series.name} value={series.title} change={(title) => change({ title })} />
      <div className={styles.two}>
        <Field label={words.series.kind} size="small">
          <Select
            value={series.kind}
            onChange={(_, { value }) => change({ kind: value === 'monthly' ? 'monthly' : 'weekly' })}
          >
            <option value="weekly">{words.series.weekly}</option>
            <option value="monthly">{words.series.monthly}</option>
          </Select>
        </Field>
        <NumberField
          label={words.series.minutes}
          value={series.minutes}
          min={15}
          max={60}
          change={(minutes) => change({ minutes })}
        />
        <NumberField
          label={words.series.times}
          value={series.times}
          min={1}
          max={52}
          change={(times) => change({ times })}
        />
        <NumberField
          label={words.series.every(series.kind)}
          value={series.every}
          min={1}
          max={12}
          change={(every) => change({ every })}
        />
        <FirstWeekField value={view.from} earliest={view.earliest} change={(from) => change({ from })} />
        <Field label={words.series.language} size="small">
          <Select
            value={series.language}
            onChange={(_, { value }) => change({ language: value === 'en' ? 'en' : 'es' })}
          >
            <option value="es">{words.series.spanish}</option>
            <option value="en">{words.series.english}</option>
          </Select>
        </Field>
      </div>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.series.pauses}</legend>
        <Periods periods={series.pauses} change={(pauses) => change({ pauses })} />
      </fieldset>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={view.working !== undefined}
          onClick={() => planning.series.save()}
        >
          {words.save}
        </Button>
      </div>
    </Screen>
  );
}
