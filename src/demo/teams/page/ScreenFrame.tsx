import {
  Button,
  Label,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  tokens,
  useId,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { TeamsWords } from '../words';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase400 },
  add: { display: 'flex', alignItems: 'center', gap: '6px' },
  below: { display: 'flex', flexGrow: 1, minHeight: 0 },
  windows: {
    display: 'flex',
    gap: '12px',
    padding: '12px',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground4,
  },
});

/** What a meeting and a channel have in common: the bar with whoever may be added, a failure, the windows side by side. */
export function ScreenFrame(props: {
  readonly words: TeamsWords;
  readonly title: string;
  /** Whom one can add. */
  readonly outside: readonly DemoPerson[];
  readonly onAdd: (key: string) => void;
  readonly onLeave: () => void;
  /** What is in the bar beside: before the people, and after them. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly failed: string | undefined;
  readonly onRetry: () => void;
  /** Of the windows, for those who do not see them. */
  readonly label: string;
  readonly loading: boolean;
  readonly children: ReactNode;
  readonly beside?: ReactNode;
}) {
  const { words, outside, onAdd, failed } = props;
  const styles = useStyles();
  const choose = useId();
  return (
    <main className={styles.screen}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{props.title}</h2>
        {props.before}
        <div className={styles.add}>
          <Label size="small" htmlFor={choose}>
            {words.addPerson}
          </Label>
          <Select id={choose} size="small" value="" onChange={(_event, { value }) => onAdd(value)}>
            <option value="">{words.choose}</option>
            {outside.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        {props.after}
        <Button size="small" onClick={props.onLeave}>
          {words.leave}
        </Button>
      </div>
      {failed !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {words.failed(failed)}{' '}
            <Button size="small" onClick={props.onRetry}>
              {words.retry}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.below}>
        <div className={styles.windows} role="group" aria-label={props.label}>
          {props.loading && failed === undefined && <Spinner label={words.loading} />}
          {props.children}
        </div>
        {props.beside}
      </div>
    </main>
  );
}
