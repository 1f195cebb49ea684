import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useLocale } from './localeContext';

/** A whole number between two bounds; what is out of them goes back to what was there, and the field says so. */
export function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly change: (value: number) => void;
}) {
  const { words } = useLocale();
  const [text, setText] = useState(String(props.value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(String(props.value)), [props.value]);
  const commit = () => {
    const value = Number(text);
    const fits = text.trim() !== '' && Number.isInteger(value) && value >= props.min && value <= props.max;
    setWrong(!fits);
    if (!fits) setText(String(props.value));
    else if (value !== props.value) props.change(value);
  };
  return (
    <Field
      label={props.label}
      size="small"
      {...(wrong && {
        validationState: 'warning',
        validationMessage: words.wrongNumber(props.min, props.max, props.value),
      })}
    >
      <Input
        type="number"
        min={props.min}
        max={props.max}
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          setWrong(false);
        }}
        onBlur={commit}
      />
    </Field>
  );
}
