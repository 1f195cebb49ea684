import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import type { TeamsWords } from '../words';
import type { Call } from './useCall';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
});

/** What one does with the call as a whole. */
export function CallBar(props: {
  readonly words: TeamsWords;
  readonly call: Call;
  readonly onEnd: () => void;
}) {
  const { words, call, onEnd } = props;
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <Checkbox
        label={words.speaking}
        checked={call.unnamed}
        onChange={(_event, { checked }) => call.speakUnnamed(checked === true)}
      />
      <Checkbox
        label={words.transcribe}
        checked={call.transcribing}
        onChange={(_event, { checked }) => call.transcribe(checked === true)}
      />
      <Button size="small" disabled={!call.running} onClick={onEnd}>
        {words.endCall}
      </Button>
    </div>
  );
}
