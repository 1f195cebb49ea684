import { Label, Link, makeStyles, Select, tokens, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DemoTheme } from '../paneHost';
import { WORDS, type DemoLanguage } from '../words';
import { usePage } from './pageContext';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: { display: 'flex', alignItems: 'center', gap: '6px' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase400 },
});

export type Look = { readonly language: DemoLanguage; readonly theme: DemoTheme };

/** What only a demo has: who is signed in, the language, the look. */
export function TopBar(props: {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly onPerson: (key: string) => void;
}) {
  const { look, onLook, onPerson } = props;
  const { words, people, me } = usePage();
  const styles = useStyles();
  const prefix = useId();
  const choice = (label: string, value: string, choose: (value: string) => void, options: ReactNode) => (
    <div className={styles.choice}>
      <Label size="small" htmlFor={`${prefix}-${label}`}>
        {label}
      </Label>
      <Select
        id={`${prefix}-${label}`}
        size="small"
        value={value}
        onChange={(_event, data) => choose(data.value)}
      >
        {options}
      </Select>
    </div>
  );
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{words.outlook}</h1>
      {choice(
        words.person,
        me.key,
        onPerson,
        people.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        )),
      )}
      {choice(
        words.language,
        look.language,
        (language) => onLook({ ...look, language: language as DemoLanguage }),
        <>
          <option value="es">{WORDS.es.spanish}</option>
          <option value="en">{WORDS.en.english}</option>
        </>,
      )}
      {choice(
        words.appearance,
        look.theme,
        (theme) => onLook({ ...look, theme: theme as DemoTheme }),
        <>
          <option value="light">{words.light}</option>
          <option value="dark">{words.dark}</option>
          <option value="contrast">{words.contrast}</option>
        </>,
      )}
      <Link href="/">{words.home}</Link>
    </header>
  );
}
