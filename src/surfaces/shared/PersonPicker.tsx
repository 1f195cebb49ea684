import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { Found } from '../../app/ports/directory';
import { useHidden } from './hidden';
import { useLocale } from './localeContext';

const useStyles = makeStyles({ box: { width: '100%', minWidth: 0 } });

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What the directory has answered to which text. */
export type Offered = {
  readonly text: string;
  readonly people: readonly Found[];
  readonly searching: boolean;
};

/** Somebody by a few letters of the name; a whole address adds an outsider whom the directory does not know. */
export function PersonPicker(props: {
  readonly offered: Offered;
  /** Addresses of those who are in already. */
  readonly taken: readonly string[];
  /** What the area is called. */
  readonly name: string;
  readonly find: (text: string) => void;
  readonly add: (person: Found | { readonly mail: string; readonly name: string }) => void;
}) {
  const styles = useStyles();
  const { hidden } = useHidden();
  const { words } = useLocale();
  const [text, setText] = useState('');
  const { offered, taken, find } = props;
  const asked = text.trim();
  const answered = asked !== '' && offered.text.trim() === asked;
  const people = answered ? offered.people.filter(({ mail }) => !taken.includes(mail)) : [];
  const outsider = MAIL.test(asked) && !people.some(({ mail }) => mail === asked.toLowerCase());
  const choose = (value: string | undefined) => {
    const found = people.find(({ id }) => id === value);
    if (found) props.add(found);
    else if (value === asked && outsider)
      props.add({ mail: asked.toLowerCase(), name: asked.split('@')[0] ?? asked });
    else return;
    setText('');
    find('');
  };
  const status =
    asked === ''
      ? ''
      : !answered || offered.searching
        ? words.areas.searching
        : people.length === 0 && offered.people.length > 0
          ? words.areas.already
          : words.areas.found(people.length);
  return (
    <>
      <Combobox
        freeform
        className={styles.box}
        aria-label={words.areas.person(props.name)}
        placeholder={words.areas.person(props.name)}
        // Fluent names it in English; letters and arrows open the list from the field itself.
        expandIcon={{ 'aria-hidden': true, tabIndex: -1 }}
        value={text}
        selectedOptions={[]}
        onChange={(event) => {
          setText(event.target.value);
          find(event.target.value);
        }}
        onOptionSelect={(_, { optionValue }) => choose(optionValue)}
      >
        {people.map((person) => (
          <Option key={person.id} value={person.id} text={person.name}>
            {person.job === undefined ? person.name : `${person.name} · ${person.job}`}
          </Option>
        ))}
        {outsider && (
          <Option value={asked} text={asked}>
            {`${asked} (${words.areas.outsider})`}
          </Option>
        )}
        {people.length === 0 && !outsider && (
          <Option disabled value="" text="">
            {status === '' ? words.areas.personHint : status}
          </Option>
        )}
      </Combobox>
      <span role="status" className={hidden}>
        {status}
      </span>
    </>
  );
}
