import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';

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

/** A question in place, without a window before it; it starts at the safe answer, and Esc gives it. */
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
  return (
    <div
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
