import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** A text that must not be empty: it is committed on leaving the field; what is empty goes back to what was there. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const { label, value, change } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    const said = text.trim();
    if (said === '') setText(value);
    else if (said !== value) change(said);
  };
  return (
    <Field label={label} size="small">
      <Input value={text} onChange={(_, { value: typed }) => setText(typed)} onBlur={commit} />
    </Field>
  );
}
