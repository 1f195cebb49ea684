import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useMeeting } from '../shared/meetingContext';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'start', columnGap: '6px', minHeight: '22px' },
  text: {
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  remove: {
    flexShrink: 0,
    minWidth: '24px',
    width: '24px',
    height: '20px',
    padding: 0,
    color: tokens.colorNeutralForeground3,
  },
});

/** One thing that was captured, and the way to take it out of sight. */
export function Line(props: {
  readonly text: ReactNode;
  readonly name?: string;
  readonly before?: ReactNode;
  readonly drop?: () => void;
}) {
  const styles = useStyles();
  const { words } = useMeeting().locale;
  const name = props.name ?? (typeof props.text === 'string' ? props.text : '');
  return (
    <div className={styles.line}>
      {props.before}
      <span className={styles.text}>{props.text}</span>
      {props.drop && (
        <Button
          size="small"
          appearance="transparent"
          className={styles.remove}
          icon={<Dismiss12Regular />}
          aria-label={words.remove(name)}
          onClick={props.drop}
        />
      )}
    </div>
  );
}
