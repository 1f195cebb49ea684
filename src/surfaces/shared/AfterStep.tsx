import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingScreen, SentView, StepView } from '../../app/meeting/meetingView';
import { useMeeting } from './meetingContext';
import { useAfter } from './useAfter';

const useStyles = makeStyles({
  step: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '4px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  plain: { margin: 0 },
  warning: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
});

/** Who sends or has sent it, and what to do where nobody knows whether it went out. */
type SentWords = {
  readonly sent: (name: string, time: string) => string;
  readonly sending: (name: string) => string;
  readonly unclear: (name: string, time: string) => string;
  readonly again: string;
};

/** One step behind the end: what it does, what came of it, and its press. */
export function AfterStep(props: {
  readonly title: string;
  readonly step: StepView;
  readonly press: string | null;
  readonly done: string;
  readonly working: string;
  readonly primary: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
  /** Of what goes out to people. */
  readonly sent?: {
    readonly view: SentView | null;
    readonly words: SentWords;
    readonly zone: MeetingScreen['zone'];
  };
}) {
  const styles = useStyles();
  const { locale } = useMeeting();
  const words = useAfter();
  const { step, press, sent } = props;
  const { state } = step;
  const by = sent?.view ?? null;
  const time = sent === undefined || by === null ? '' : locale.format.time(by.at, sent.zone);
  const elsewhere = state === 'working' && by !== null;
  const unclear = state === 'failed' && by !== null;
  const stuck = state === 'failed' || state === 'missing';
  const why = unclear
    ? sent?.words.unclear(by.by, time)
    : [step.failure && locale.sentences.why(step.failure), words.missing].filter(Boolean).join(' ');
  const again = unclear ? (sent?.words.again ?? words.retry) : words.retry;
  return (
    <section className={styles.step} aria-label={props.title}>
      <h2 className={styles.heading}>{props.title}</h2>
      {props.children}
      {state === 'done' && <p className={styles.plain}>{`✓ ${props.done}`}</p>}
      {state === 'done' && by !== null && <p className={styles.text}>{sent?.words.sent(by.by, time)}</p>}
      {elsewhere && <p className={styles.text}>{sent?.words.sending(by.by)}</p>}
      {stuck && (
        <p role="alert" className={`${styles.text} ${styles.warning}`}>
          {`⚠ ${why}`}
        </p>
      )}
      {state !== 'done' && !elsewhere && press !== null && (
        <Button
          size="small"
          appearance={props.primary && !stuck ? 'primary' : 'secondary'}
          disabledFocusable={state === 'working'}
          onClick={props.run}
        >
          {state === 'working' ? props.working : stuck ? again : press}
        </Button>
      )}
    </section>
  );
}
