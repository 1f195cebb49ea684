import {
  Avatar,
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../appointment';
import { usePage } from './pageContext';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** People of an invitation: of the company by name, others by address. */
export function PeopleField(props: {
  readonly label: string;
  readonly people: readonly Person[];
  readonly onChange: (people: readonly Person[]) => void;
}) {
  const { label, people, onChange } = props;
  const { words, people: company } = usePage();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const wanted = plain(text.trim());
  const options = company
    .filter(({ mail }) => !people.some((one) => one.mail === mail))
    .filter(({ name, mail }) => wanted === '' || plain(name).includes(wanted) || mail.startsWith(wanted))
    .slice(0, 8);

  const add = (person: Person) => {
    if (!people.some(({ mail }) => mail.toLowerCase() === person.mail.toLowerCase()))
      onChange([...people, person]);
    setText('');
    setWrong(false);
  };
  const typed = () => {
    const address = text.trim();
    if (address === '') return;
    const known = company.find(({ name, mail }) => plain(name) === wanted || mail === wanted);
    if (known !== undefined) return add({ name: known.name, mail: known.mail });
    if (/^[^\s@]+@[^\s@]+$/.test(address)) return add({ name: address, mail: address });
    setWrong(true);
  };

  return (
    <Field
      label={label}
      {...(wrong && { validationState: 'error' as const, validationMessage: words.notThis })}
    >
      <TagPicker
        selectedOptions={people.map(({ mail }) => mail)}
        onOptionSelect={(_event, { selectedOptions, value }) => {
          const chosen = company.find(({ mail }) => mail === value);
          if (selectedOptions.includes(value) && chosen !== undefined)
            return add({ name: chosen.name, mail: chosen.mail });
          onChange(people.filter(({ mail }) => selectedOptions.includes(mail)));
        }}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={label}>
            {people.map(({ mail, name }) => (
              <Tag
                key={mail}
                value={mail}
                shape="rounded"
                title={mail}
                media={<Avatar aria-hidden name={name} color="colorful" />}
                dismissIcon={{ 'aria-label': words.remove(name) }}
              >
                {name}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            aria-label={label}
            placeholder={people.length === 0 ? words.addPerson : undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && text.trim() !== '' && options.length === 0) typed();
            }}
            onBlur={typed}
          />
        </TagPickerControl>
        <TagPickerList>
          {options.map(({ mail, name }) => (
            <TagPickerOption
              key={mail}
              value={mail}
              text={name}
              secondaryContent={mail}
              media={<Avatar aria-hidden name={name} color="colorful" shape="square" />}
            >
              {name}
            </TagPickerOption>
          ))}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}
