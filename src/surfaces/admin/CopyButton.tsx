import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminDesk } from '../../app/admin/adminDesk';
import type { AdminWords } from '../../locale/es/adminWords';

/** Copies a text and says so in its own place; where the browser refuses, the line beside it can be selected. */
export function CopyButton(props: {
  readonly desk: Pick<AdminDesk, 'copy'>;
  readonly words: AdminWords;
  /** Made when it is pressed. */
  readonly text: () => string;
  readonly label: string;
  /** Where the label alone does not say what is copied. */
  readonly about?: string;
  readonly size?: ButtonProps['size'];
  /** Told what could not be copied, for whoever shows it. */
  readonly refused?: (text: string) => void;
}) {
  const { desk, words, text, label, about, size = 'small', refused } = props;
  const [said, setSaid] = useState<'copied' | 'refused'>();
  const press = async () => {
    const whole = text();
    const done = await desk.copy(whole);
    setSaid(done ? 'copied' : 'refused');
    if (!done) refused?.(whole);
  };
  const shown = said === 'copied' ? words.copied : label;
  return (
    <>
      <Button
        size={size}
        {...(about !== undefined && { 'aria-label': `${shown}: ${about}` })}
        onClick={() => void press()}
      >
        {shown}
      </Button>
      <span role="status">{said === 'refused' && refused === undefined ? words.notCopied : ''}</span>
    </>
  );
}
