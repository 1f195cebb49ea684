import {
  Button,
  Checkbox,
  Label,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  ToggleButton,
  tokens,
  useId,
} from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { paneOriginOf, type DemoConfig, type DemoPerson } from '../../outlook/config';
import { addressOf, type Asked, entering, type Participant } from '../address';
import { codeOf, MeetingFailed } from '../graphCalls';
import type { AboutMeeting, MeetingService } from '../meetingService';
import type { TabSettings } from '../protocol/calls';
import type { TeamsWords } from '../words';
import { ChatPane } from './ChatPane';
import type { Frames } from './frames';
import { FIRST_STAGE, ParticipantWindow, type Stage } from './ParticipantWindow';
import { TeamsProvider } from './teamsContext';

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
  topic: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase400 },
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
  note: { margin: '12px' },
});

const AGAIN_MS = 4_000;

/** A meeting with all its participants side by side, each with a Teams of their own. */
export function MeetingScreen(props: {
  readonly config: DemoConfig;
  readonly words: TeamsWords;
  readonly service: MeetingService;
  readonly frames: Frames;
  readonly chat: string;
  readonly asked: Asked;
  readonly onLeave: () => void;
}) {
  const { config, words, service, frames, chat, asked, onLeave } = props;
  const styles = useStyles();
  const choose = useId();
  const [about, setAbout] = useState<AboutMeeting>();
  const [tenant, setTenant] = useState('');
  const [failed, setFailed] = useState<string>();
  const [tries, setTries] = useState(1);
  const [participants, setParticipants] = useState<readonly Participant[]>([]);
  const [tab, setTab] = useState<TabSettings | 'unknown' | undefined>('unknown');
  const [stage, setStage] = useState<Stage>(asked.onStage ? FIRST_STAGE : undefined);
  const [chatOpen, setChatOpen] = useState(asked.chatOpen);

  const guests = useMemo(() => config.guests ?? [], [config]);
  const personOf = useCallback(
    (key: string): DemoPerson | undefined => [...config.people, ...guests].find((one) => one.key === key),
    [config, guests],
  );
  // Who looks for the page: somebody of the meeting, participants first.
  const reader =
    participants
      .map(({ key }) => personOf(key)?.id)
      .find((id) => id !== undefined && about?.members.includes(id) === true) ??
    about?.organiser ??
    config.organiser;

  const enter = useCallback(
    async (key: string, look: Asked['look'] = {}) => {
      const person = personOf(key);
      if (person === undefined) return;
      // Whoever comes from outside is in the chat once they are in the meeting.
      if (guests.includes(person)) await service.join(key, chat);
      const role = await service.role(key, chat);
      setParticipants((before) =>
        before.some((one) => one.key === key)
          ? before
          : [...before, entering(key, person.language, role, look)],
      );
    },
    [personOf, guests, service, chat],
  );
  useEffect(() => {
    let gone = false;
    const readers = [...asked.people.map((key) => personOf(key)?.id ?? ''), config.organiser];
    aboutFor(service, readers, chat).then(
      async ({ told, by }) => {
        const id = await service.tenant(by);
        if (gone) return;
        setAbout(told);
        setTenant(id);
        const keys = asked.people.length > 0 ? asked.people : firstPeople(config.people, told);
        for (const key of keys) await enter(key, asked.look);
      },
      (error: unknown) => !gone && setFailed(codeOf(error)),
    );
    return () => void (gone = true);
  }, [service, chat, asked, config, personOf, enter, tries]);

  const look = useCallback(
    () =>
      service.tab(reader, chat).then(
        (found) => setTab((before) => (sameTab(before, found) ? before : found)),
        // What was known stays; the next time may do.
        () => undefined,
      ),
    [service, reader, chat],
  );
  const hasTab = tab !== undefined && tab !== 'unknown';
  useEffect(() => {
    void look();
    if (hasTab) return undefined;
    const timer = setInterval(() => void look(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [look, hasTab]);
  useEffect(() => {
    if (about === undefined) return;
    const keys = participants.map(({ key }) => key);
    history.replaceState(
      null,
      '',
      location.pathname + location.search + addressOf(chat, keys, location.hash),
    );
  }, [about, participants, chat]);

  const context = useMemo(() => {
    let sessions = 0;
    const origin = (person: DemoPerson) => paneOriginOf(config, person);
    const sessionOf = () => `demo-session-${++sessions}`;
    return { words, service, frames, originOf: origin, chat, tenant, appId: config.appId, sessionOf };
  }, [config, words, service, frames, chat, tenant]);
  const change = (key: string, next: Partial<Participant>) =>
    setParticipants((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)));

  const outside = [
    ...config.people.filter(({ id }) => about?.members.includes(id) === true),
    ...guests,
  ].filter(({ key }) => !participants.some((one) => one.key === key));
  return (
    <TeamsProvider value={context}>
      <main className={styles.screen}>
        <div className={styles.bar}>
          <h2 className={styles.topic}>{about?.topic ?? ''}</h2>
          <Checkbox
            label={words.speaking}
            onChange={(_event, { checked }) => frames.speak(checked === true)}
          />
          <div className={styles.add}>
            <Label size="small" htmlFor={choose}>
              {words.addPerson}
            </Label>
            <Select id={choose} size="small" value="" onChange={(_event, { value }) => void enter(value)}>
              <option value="">{words.choose}</option>
              {outside.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
          <ToggleButton size="small" checked={chatOpen} onClick={() => setChatOpen(!chatOpen)}>
            {words.chat}
          </ToggleButton>
          <Button size="small" onClick={onLeave}>
            {words.leave}
          </Button>
        </div>
        {failed !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {words.failed(failed)}{' '}
              <Button
                size="small"
                onClick={() => {
                  setFailed(undefined);
                  setTries(tries + 1);
                }}
              >
                {words.retry}
              </Button>
            </MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.below}>
          <div className={styles.windows} role="group" aria-label={words.participants}>
            {about === undefined && failed === undefined && <Spinner label={words.loading} />}
            {about !== undefined && participants.length === 0 && (
              <p className={styles.note}>{words.nobody}</p>
            )}
            {tab !== 'unknown' &&
              participants.map((participant) => {
                const person = personOf(participant.key);
                return person === undefined ? null : (
                  <ParticipantWindow
                    key={participant.key}
                    person={person}
                    participant={participant}
                    tab={tab}
                    stage={stage}
                    onStage={setStage}
                    onChange={(next) => change(participant.key, next)}
                    onRemove={() =>
                      setParticipants((before) => before.filter(({ key }) => key !== participant.key))
                    }
                    onAdded={() => void look()}
                  />
                );
              })}
          </div>
          {chatOpen && about !== undefined && <ChatPane reader={reader} onClose={() => setChatOpen(false)} />}
        </div>
      </main>
    </TeamsProvider>
  );
}

const sameTab = (one: TabSettings | 'unknown' | undefined, other: TabSettings | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What the first of these people who is in the meeting sees of it. */
async function aboutFor(
  service: MeetingService,
  readers: readonly string[],
  chat: string,
): Promise<{ readonly told: AboutMeeting; readonly by: string }> {
  let failure: unknown = new MeetingFailed('nobody');
  for (const by of readers.filter((id) => id !== '')) {
    try {
      return { told: await service.about(by, chat), by };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Somebody of each area, the organiser first: a meeting is tried by more than one. */
function firstPeople(people: readonly DemoPerson[], { organiser, members }: AboutMeeting): readonly string[] {
  const first = people.find(({ id }) => id === organiser);
  const other = people.find(
    ({ id, area }) => members.includes(id) && id !== organiser && area !== undefined && area !== first?.area,
  );
  return [first, other].flatMap((person) => (person === undefined ? [] : [person.key]));
}
