import { Button, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useId, useState } from 'react';
import { type LeftTranscript, type Switches, SWITCH_NAMES } from '../callService';
import { useTeams } from './teamsContext';
import { useAgain } from './useAgain';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '0 12px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200 },
  files: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  text: { margin: 0 },
  switches: { display: 'flex', flexDirection: 'column' },
});

/** Asked once more with each press. */
const after = <T,>(_presses: number, asked: T): T => asked;
const NONE: readonly LeftTranscript[] = [];

/** What calls left behind, and what the tenant's administrator decides about it. */
export function CallPane() {
  const { words, service, chat } = useTeams();
  const { call } = service;
  const styles = useStyles();
  const title = useId();
  const [presses, setPresses] = useState(0);
  // What is pressed here is seen at once, everything else now and again.
  const left = useAgain(
    useCallback(() => after(presses, call.transcripts(chat)), [call, chat, presses]),
    NONE,
  );
  const switches = useAgain<Switches | undefined>(
    useCallback(() => after(presses, call.switches()), [call, presses]),
    undefined,
  );
  const press = (work: Promise<void>) =>
    void work.catch(() => undefined).then(() => setPresses((before) => before + 1));
  const late = left.some(({ there }) => !there);
  return (
    <section className={styles.pane} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {words.call}
      </h3>
      <p className={styles.text} role="status">
        {late ? words.transcriptLate : left.length > 0 ? words.transcriptThere : words.noTranscript}
      </p>
      {late && (
        <div>
          <Button size="small" onClick={() => press(call.arrive(chat))}>
            {words.letArrive}
          </Button>
        </div>
      )}
      {left.some(({ there }) => there) && (
        <div className={styles.files}>
          <Link href={call.fileOf(chat, 'vtt')} download>
            {words.downloadVtt}
          </Link>
          <Link href={call.fileOf(chat, 'docx')} download>
            {words.downloadDocx}
          </Link>
        </div>
      )}
      {switches !== undefined && (
        <div className={styles.switches} role="group" aria-label={words.admin}>
          <h3 className={styles.title}>{words.admin}</h3>
          {SWITCH_NAMES.map((name) => (
            <Checkbox
              key={name}
              label={words.switches[name]}
              checked={switches[name]}
              onChange={(_event, { checked }) => press(call.decide({ [name]: checked === true }))}
            />
          ))}
        </div>
      )}
    </section>
  );
}
