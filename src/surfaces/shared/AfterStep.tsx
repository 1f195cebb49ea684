import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingScreen, SentView, StepView } from '../../app/meeting/meetingView';
import { useAfterStyles } from './afterStyles';
import { LateWayIn } from './LateWayIn';
import { useMeeting } from './meetingContext';
import { useAfter } from './useAfter';

const useStyles = makeStyles({
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
  const shared = useAfterStyles();
  const { desk, locale } = useMeeting();
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
    <section className={shared.box} aria-label={props.title}>
      <h2 className={shared.heading}>{props.title}</h2>
      {props.children}
      {state === 'done' && <p className={shared.plain}>{`✓ ${props.done}`}</p>}
      {state === 'done' && by !== null && <p className={shared.text}>{sent?.words.sent(by.by, time)}</p>}
      {elsewhere && <p className={shared.text}>{sent?.words.sending(by.by)}</p>}
      {stuck && (
        <p role="alert" className={`${shared.text} ${styles.warning}`}>
          {`⚠ ${why}`}
        </p>
      )}
      {stuck && step.failure && <LateWayIn failure={step.failure} locale={locale} desk={desk} />}
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
