import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useAfterStyles } from './afterStyles';
import type { TalkProps } from './talkProps';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '4px',
    width: '100%',
    boxSizing: 'border-box',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, padding: '5px 7px' },
  input: { display: 'none' },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

/** A file is dropped here, or chosen by the button, which is the way of the keyboard. */
export function TalkDrop({ desk, words }: Pick<TalkProps, 'desk' | 'words'>) {
  const styles = useStyles();
  const shared = useAfterStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (file: File | null | undefined) => {
    if (file) desk.drop(file);
  };
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={mergeClasses(styles.zone, over && styles.over)}
      aria-labelledby={id}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <p id={id} className={styles.title}>
        {words.drop.title}
      </p>
      <p className={shared.text}>{words.drop.text}</p>
      <Button size="small" onClick={() => input.current?.click()}>
        {words.press.choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".vtt,.docx,text/vtt"
        className={styles.input}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </section>
  );
}
