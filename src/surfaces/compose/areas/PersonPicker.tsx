import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { AreasView } from '../../../app/planning/planView';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  box: { width: '100%', minWidth: 0 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Somebody by a few letters of the name; a whole address adds an outsider whom the directory does not know. */
export function PersonPicker(props: {
  readonly view: AreasView;
  readonly area: string;
  readonly name: string;
}) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const [text, setText] = useState('');
  const { offered, series } = props.view;
  const asked = text.trim();
  const answered = asked !== '' && offered.text.trim() === asked;
  const people = answered
    ? offered.people.filter(({ mail }) => !series.people.some((member) => member.mail === mail))
    : [];
  const outsider = MAIL.test(asked) && !people.some(({ mail }) => mail === asked.toLowerCase());
  const choose = (value: string | undefined) => {
    const found = people.find(({ id }) => id === value);
    if (found) planning.areas.add(found, props.area);
    else if (value === asked && outsider)
      planning.areas.add({ mail: asked.toLowerCase(), name: asked.split('@')[0] ?? asked }, props.area);
    else return;
    setText('');
    planning.areas.find('');
  };
  const status =
    asked === ''
      ? ''
      : !answered || offered.searching
        ? words.areas.searching
        : words.areas.found(people.length);
  return (
    <>
      <Combobox
        freeform
        className={styles.box}
        aria-label={words.areas.person(props.name)}
        placeholder={words.areas.person(props.name)}
        value={text}
        selectedOptions={[]}
        onChange={(event) => {
          setText(event.target.value);
          planning.areas.find(event.target.value);
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
      <span role="status" className={styles.hidden}>
        {status}
      </span>
    </>
  );
}
