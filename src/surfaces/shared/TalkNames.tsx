import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import type { UnknownName } from '../../app/balance/talkReadingView';
import type { NameMeans } from '../../domain/balance/types';
import { useAfterStyles } from './afterStyles';
import type { TalkProps } from './talkProps';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: '6px', width: '100%' },
  label: { overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
});

/** A person's id never begins so. */
const SHARED = '=shared';
const NOBODY = '=nobody';

/** Names that nobody could place: each one is somebody, a room or phone of several, or nobody of this meeting. */
export function TalkNames(
  props: Pick<TalkProps, 'desk' | 'words' | 'people'> & { readonly names: readonly UnknownName[] },
) {
  const styles = useStyles();
  const shared = useAfterStyles();
  const { desk, words, people, names } = props;
  const { names: said } = words;
  const left = names.filter(({ means }) => means === null).length;
  return (
    <div className={styles.form} role="group" aria-label={said.title}>
      <strong>{said.title}</strong>
      <p className={shared.text}>{said.text}</p>
      {names.map(({ name, guesses, means }) => (
        <Field key={name} size="small" label={{ children: name, className: styles.label }}>
          <Select
            size="small"
            value={valueOf(means)}
            onChange={(_, { value }) => {
              const chosen = meansOf(value);
              if (chosen !== null) desk.name(name, chosen);
            }}
          >
            {means === null && <option value="">{said.choose}</option>}
            {guessedFirst(people, guesses).map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
            <option value={SHARED}>{said.shared}</option>
            <option value={NOBODY}>{said.nobody}</option>
          </Select>
        </Field>
      ))}
      <div className={styles.row}>
        <Button size="small" appearance="primary" disabledFocusable={left > 0} onClick={() => desk.goOn()}>
          {words.press.goOn}
        </Button>
        <Button size="small" onClick={() => desk.cancel()}>
          {words.press.cancel}
        </Button>
      </div>
      {left > 0 && <p className={shared.text}>{said.left(left)}</p>}
    </div>
  );
}

const guessedFirst = (people: TalkProps['people'], guesses: readonly string[]): TalkProps['people'] => [
  ...guesses.flatMap((id) => people.find((person) => person.id === id) ?? []),
  ...people.filter(({ id }) => !guesses.includes(id)),
];

function valueOf(means: NameMeans | null): string {
  if (means === null) return '';
  if (means.kind === 'person') return means.person;
  return means.kind === 'shared' ? SHARED : NOBODY;
}

function meansOf(value: string): NameMeans | null {
  if (value === '') return null;
  if (value === SHARED) return { kind: 'shared' };
  return value === NOBODY ? { kind: 'nobody' } : { kind: 'person', person: value };
}
