import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useLayoutEffect, useRef, useState } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
});

/** A question in place, without a window before it; it starts at the safe answer, Esc gives it, and leads back. */
export function AskBox({
  text,
  words,
  safe,
  answer,
}: {
  readonly text: string;
  readonly words: { readonly yes: string; readonly no: string };
  readonly safe: boolean;
  readonly answer: (yes: boolean) => void;
}) {
  const styles = useStyles();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const { current } = box;
    return () => {
      // Where it was asked; if that is gone, the nearest takes over as everywhere.
      if (current?.contains(document.activeElement) === true && before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return (
    <div
      ref={box}
      role="alertdialog"
      aria-labelledby={id}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        answer(safe);
      }}
    >
      <Text id={id}>{`⚠ ${text}`}</Text>
      <div className={styles.row}>
        {[safe, !safe].map((yes) => (
          <Button key={String(yes)} size="small" autoFocus={yes === safe} onClick={() => answer(yes)}>
            {yes ? words.yes : words.no}
          </Button>
        ))}
      </div>
    </div>
  );
}
