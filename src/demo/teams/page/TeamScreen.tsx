import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DemoConfig, DemoPerson } from '../../outlook/config';
import { type Asked, entering, type Participant, teamAddressOf } from '../address';
import type { ChannelService, ChannelTab } from '../channelService';
import { codeOf } from '../graphCalls';
import type { MeetingService } from '../meetingService';
import type { SeenChannel } from '../protocol/seen';
import type { TeamsWords } from '../words';
import { ChannelWindow } from './ChannelWindow';
import type { Frames } from './frames';
import { ScreenFrame } from './ScreenFrame';
import { contextFor, TeamsProvider } from './teamsContext';

type Known = { readonly place: SeenChannel; readonly tenant: string; readonly tabs: readonly ChannelTab[] };

/** The team's channel, as everybody who is named sees it, side by side. */
export function TeamScreen(props: {
  readonly config: DemoConfig;
  readonly words: TeamsWords;
  readonly service: MeetingService;
  readonly channels: ChannelService;
  readonly frames: Frames;
  readonly asked: Asked;
  readonly onLeave: () => void;
}) {
  const { config, words, service, channels, frames, asked, onLeave } = props;
  const personOf = useCallback(
    (key: string): DemoPerson | undefined => config.people.find((one) => one.key === key),
    [config],
  );
  const [participants, setParticipants] = useState(() => firstOf(config, asked, personOf));
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState<string>();
  const reader = personOf(participants[0]?.key ?? '')?.id ?? config.organiser;

  const load = useCallback(async () => {
    try {
      const place = await channels.place(reader);
      const [tenant, tabs] = await Promise.all([channels.tenant(reader), channels.tabs(reader, place)]);
      setKnown((before) => ({ ...(before ?? { place, tenant }), tabs }));
      setFailed(undefined);
    } catch (error) {
      setFailed(codeOf(error));
    }
  }, [channels, reader]);
  useEffect(() => void load(), [load]);
  useEffect(() => {
    const keys = participants.map(({ key }) => key);
    history.replaceState(null, '', location.pathname + location.search + teamAddressOf(keys, location.hash));
  }, [participants]);

  const tenant = known?.tenant ?? '';
  const context = useMemo(
    () => contextFor(config, { words, service, frames, chat: '', tenant }),
    [config, words, service, frames, tenant],
  );
  const change = (key: string, next: Partial<Participant>) =>
    setParticipants((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const add = (key: string) => {
    const person = personOf(key);
    if (person === undefined) return;
    const entered = entering(key, person.language, 'presenter', { surface: 'channel' });
    setParticipants((before) => [...before, entered]);
  };
  const outside = config.people.filter(({ key }) => !participants.some((one) => one.key === key));
  return (
    <TeamsProvider value={context}>
      <ScreenFrame
        words={words}
        title={known === undefined ? '' : words.team(known.place.teamName, known.place.channelName)}
        outside={outside}
        onAdd={add}
        onLeave={onLeave}
        failed={failed}
        onRetry={() => void load()}
        label={words.teamPeople}
        loading={known === undefined}
      >
        {known !== undefined &&
          participants.map((participant) => {
            const person = personOf(participant.key);
            return person === undefined ? null : (
              <ChannelWindow
                key={participant.key}
                person={person}
                participant={participant}
                channels={channels}
                place={known.place}
                tabs={known.tabs}
                link={asked.link}
                onChange={(next) => change(participant.key, next)}
                onRemove={() =>
                  setParticipants((before) => before.filter(({ key }) => key !== participant.key))
                }
                onTabs={load}
              />
            );
          })}
      </ScreenFrame>
    </TeamsProvider>
  );
}

/** Whom the address names, else whoever plans the meetings. */
function firstOf(
  config: DemoConfig,
  asked: Asked,
  personOf: (key: string) => DemoPerson | undefined,
): readonly Participant[] {
  const named = asked.people.flatMap((key) => personOf(key) ?? []);
  const organiser = config.people.find(({ id }) => id === config.organiser) ?? config.people[0];
  const people = named.length > 0 ? named : organiser === undefined ? [] : [organiser];
  const wanted = asked.look.surface;
  const surface = wanted === 'personal' || wanted === 'admin' ? wanted : 'channel';
  return people.map(({ key, language }) => entering(key, language, 'presenter', { ...asked.look, surface }));
}
