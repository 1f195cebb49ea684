import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DateTime } from 'luxon';
import { useCallback, useEffect, useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import { codeOf } from '../graphCalls';
import type { MeetingService, TodaysMeeting } from '../meetingService';
import type { TeamsWords } from '../words';

const useStyles = makeStyles({
  main: {
    width: '100%',
    maxWidth: '760px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: '24px 20px',
    display: 'grid',
    gap: '16px',
  },
  part: { margin: '8px 0 0', fontSize: tokens.fontSizeBase500 },
  text: { margin: 0 },
  begin: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  meeting: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  subject: { flexGrow: 1 },
});

type Shown = { readonly meetings?: readonly TodaysMeeting[]; readonly failed?: string };

/** Today's meetings, and one to try everything in. */
export function StartScreen(props: {
  readonly words: TeamsWords;
  readonly language: 'es' | 'en';
  readonly person: DemoPerson;
  readonly service: MeetingService;
  readonly onEnter: (chat: string) => void;
  /** The team's channel, seen by these people. */
  readonly onTeam: (people: readonly string[]) => void;
}) {
  const { words, language, person, service, onEnter, onTeam } = props;
  const styles = useStyles();
  const [shown, setShown] = useState<Shown>({});
  const [beginning, setBeginning] = useState(false);
  const load = useCallback(
    () =>
      service.today(person.key).then(
        (meetings) => setShown({ meetings }),
        (error: unknown) => setShown({ failed: codeOf(error) }),
      ),
    [service, person],
  );
  useEffect(() => void load(), [load]);
  const begin = async (start: () => Promise<string>, go: (chat: string) => void) => {
    setBeginning(true);
    try {
      go(await start());
    } catch (error) {
      setShown((before) => ({ ...before, failed: codeOf(error) }));
      setBeginning(false);
    }
  };
  const clock = (time: string) =>
    DateTime.fromISO(time, { zone: person.zone }).setLocale(language).toFormat('HH:mm');
  const { meetings, failed } = shown;
  return (
    <main className={styles.main}>
      {failed !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {words.failed(failed)}{' '}
            <Button size="small" onClick={() => void load()}>
              {words.retry}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.begin}>
        <Button
          appearance="primary"
          size="large"
          disabled={beginning}
          onClick={() => void begin(() => service.begin(language), onEnter)}
        >
          {words.begin}
        </Button>
        <Button
          size="large"
          disabled={beginning}
          onClick={() =>
            void begin(
              () => service.beginLong(language),
              () => onTeam([person.key]),
            )
          }
        >
          {words.beginLong}
        </Button>
        <Button size="large" appearance="subtle" onClick={() => onTeam([person.key])}>
          {words.openTeam}
        </Button>
        {beginning && <Spinner size="tiny" label={words.beginning} />}
      </div>
      <p className={styles.text}>{words.beginWhat}</p>
      <p className={styles.text}>{words.beginLongWhat}</p>
      <h2 className={styles.part}>{words.today}</h2>
      <p className={styles.text}>{words.todayOf(person.name)}</p>
      {meetings === undefined && failed === undefined && <Spinner size="small" label={words.loading} />}
      {meetings?.length === 0 && <p className={styles.text}>{words.none}</p>}
      <ul className={styles.list}>
        {meetings?.map(({ chat, subject, start, end, organiser, installed }) => (
          <li key={`${chat} ${start}`} className={styles.meeting}>
            <Text>{`${clock(start)}–${clock(end)}`}</Text>
            <Text weight="semibold" className={styles.subject}>
              {subject}
            </Text>
            <Text>{organiser}</Text>
            <Text>{installed ? words.installed : words.notInstalled}</Text>
            <Button aria-label={words.enterOne(subject)} onClick={() => onEnter(chat)}>
              {words.enter}
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
