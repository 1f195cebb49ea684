import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Progress as Reading } from '../../app/follow/followView';
import { useHidden } from '../shared/hidden';
import { LateWayIn } from '../shared/LateWayIn';
import type { PartProps } from './partProps';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 12px' },
  text: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

type HeardProps = {
  readonly reading: Reading;
  /** Something is being done, and reads for itself. */
  readonly within: boolean;
  readonly starts: string;
  readonly ends: string;
  readonly fails: string;
};
type Said = { readonly state: Reading['state']; readonly what: Reading['state'] | null };

/** What is still being read or done, what could not be read, and which files were left alone. */
export function Progress({ view, desk, locale }: PartProps) {
  const styles = useStyles();
  const { follow, sentences, words } = locale;
  const { progress, unreadable, aside, working } = view;
  const read = (which: 'records' | 'plan', { state, ...rest }: Reading): string | undefined => {
    const reading = rest as { readonly done: number; readonly of: number | null };
    return state === 'reading' ? follow.progress[which](reading.done, reading.of) : undefined;
  };
  const failures = [
    progress.records.state === 'failed' &&
      `${follow.progress.recordsFailed} ${sentences.why(progress.records.failure)}`,
    progress.plan.state === 'failed' &&
      `${follow.progress.planFailed} ${sentences.why(progress.plan.failure)}`,
  ].filter((one) => one !== false);
  // One consent is missing for both: it is asked for once.
  const missing = [progress.records, progress.plan]
    .map((one) => (one.state === 'failed' ? one.failure : undefined))
    .find((one) => one?.kind === 'consent' || one?.kind === 'signIn');
  const newer = aside.filter(({ why }) => why === 'newer').map(({ name }) => name);
  const broken = [...unreadable, ...aside.filter(({ why }) => why === 'unreadable').map(({ name }) => name)];
  const lines = [
    read('records', progress.records),
    read('plan', progress.plan),
    // A task says so in its own line.
    working === null || working.what === 'task'
      ? undefined
      : working.what === 'push'
        ? follow.working.push(working.done, working.of)
        : follow.working[working.what],
    broken.length > 0 ? follow.unreadable(broken) : undefined,
    newer.length > 0 ? follow.newer(newer) : undefined,
  ].filter((one) => one !== undefined);
  return (
    <>
      <Heard
        reading={progress.records}
        within={working !== null}
        starts={follow.progress.records(0, null)}
        ends={follow.done.records}
        fails={follow.progress.recordsFailed}
      />
      <Heard
        reading={progress.plan}
        within={working !== null}
        starts={follow.progress.plan(0, null)}
        ends={follow.done.plan}
        fails={follow.progress.planFailed}
      />
      {(lines.length > 0 || failures.length > 0) && (
        <div className={styles.line}>
          {lines.map((line) => (
            <Text key={line} size={200} className={styles.text}>
              {line}
            </Text>
          ))}
          {failures.map((line) => (
            <Text key={line} size={200}>
              {`⚠ ${line}`}
            </Text>
          ))}
          {missing !== undefined && <LateWayIn failure={missing} locale={locale} desk={desk} />}
          {failures.length > 0 && view.notice?.kind !== 'failed' && (
            <Button size="small" onClick={() => desk.retry()}>
              {words.retry}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Says for who listens when a reading begins and how it ends; its counts would be heard a hundred times. */
function Heard({ reading: { state }, within, starts, ends, fails }: HeardProps) {
  const { hidden } = useHidden();
  const [said, setSaid] = useState<Said>({ state: 'none', what: null });
  // After the first drawing: what a region holds when it appears is not heard.
  useEffect(() => {
    setSaid((before) => {
      if (within || before.state === state) return before;
      return { state, what: state === 'reading' || before.state === 'reading' ? state : before.what };
    });
  }, [state, within]);
  const texts = { reading: starts, ready: ends, failed: fails, none: '' };
  return (
    <p role="status" className={hidden}>
      {said.what && texts[said.what]}
    </p>
  );
}
