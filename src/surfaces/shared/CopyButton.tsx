import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';

export type CopyWords = {
  readonly copied: string;
  /** Said where the host does not let us: what stands beside can still be selected. */
  readonly notCopied: string;
};

/** Copies a text and says so in its own place. */
export function CopyButton(props: {
  /** Made when it is pressed. */
  readonly text: () => string;
  readonly label: string;
  readonly words: CopyWords;
  /** What the press is called where more than one stands on a page. */
  readonly name?: string;
  readonly size?: ButtonProps['size'];
  /** Told what could not be copied, for whoever shows it. */
  readonly refused?: (text: string) => void;
}) {
  const { text, label, words, name, size = 'small', refused } = props;
  const [said, setSaid] = useState<'copied' | 'refused'>();
  const press = async () => {
    const whole = text();
    try {
      await navigator.clipboard.writeText(whole);
      setSaid('copied');
    } catch {
      // A page in somebody's frame, or without TLS, has no clipboard.
      setSaid('refused');
      refused?.(whole);
    }
  };
  const copied = said === 'copied';
  return (
    <>
      <Button
        size={size}
        {...(name !== undefined && !copied && { 'aria-label': name })}
        onClick={() => void press()}
      >
        {copied ? words.copied : label}
      </Button>
      <span role="status">{said === 'refused' && refused === undefined ? words.notCopied : ''}</span>
    </>
  );
}
