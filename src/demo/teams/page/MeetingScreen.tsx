import { makeStyles, ToggleButton } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DemoConfig, DemoPerson } from '../../outlook/config';
import { addressOf, type Asked, entering, type Participant } from '../address';
import { codeOf, MeetingFailed } from '../graphCalls';
import type { AboutMeeting, MeetingService } from '../meetingService';
import type { TabSettings } from '../protocol/calls';
import type { TeamsWords } from '../words';
import { CallBar } from './CallBar';
import { ChatPane } from './ChatPane';
import type { Frames } from './frames';
import { FIRST_STAGE, ParticipantWindow, type Stage } from './ParticipantWindow';
import { ScreenFrame } from './ScreenFrame';
import { contextFor, TeamsProvider } from './teamsContext';
import { useCall } from './useCall';

const useStyles = makeStyles({ note: { margin: '12px' } });

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

  const context = useMemo(
    () => contextFor(config, { words, service, frames, chat, tenant }),
    [config, words, service, frames, chat, tenant],
  );
  const change = (key: string, next: Partial<Participant>) =>
    setParticipants((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)));

  const call = useCall(
    service.call,
    frames,
    chat,
    participants.map(({ key }) => key),
  );
  const outside = [
    ...config.people.filter(({ id }) => about?.members.includes(id) === true),
    ...guests,
  ].filter(({ key }) => !participants.some((one) => one.key === key));
  return (
    <TeamsProvider value={context}>
      <ScreenFrame
        words={words}
        title={about?.topic ?? ''}
        before={
          <CallBar
            words={words}
            call={call}
            onEnd={() => {
              call.end();
              setChatOpen(true);
            }}
          />
        }
        outside={outside}
        onAdd={(key) => void enter(key)}
        after={
          <ToggleButton size="small" checked={chatOpen} onClick={() => setChatOpen(!chatOpen)}>
            {words.chat}
          </ToggleButton>
        }
        onLeave={onLeave}
        failed={failed}
        onRetry={() => {
          setFailed(undefined);
          setTries(tries + 1);
        }}
        label={words.participants}
        loading={about === undefined}
        beside={
          chatOpen && about !== undefined && <ChatPane reader={reader} onClose={() => setChatOpen(false)} />
        }
      >
        {about !== undefined && participants.length === 0 && <p className={styles.note}>{words.nobody}</p>}
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
                speaks={call.speaking.includes(participant.key)}
                onSpeak={(on) => call.speak(participant.key, on)}
              />
            );
          })}
      </ScreenFrame>
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
