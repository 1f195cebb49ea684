import { signal } from '@preact/signals-core';
import type { Series } from '../../domain/rhythm/series';
import type { ZoneName } from '../../domain/time/types';
import { plainName } from '../../domain/plainName';
import type { PersonalDesk } from '../follow/followDesk';
import { chatIn } from '../joinChat';
import type { MeetingDesk } from '../meeting/meetingDesk';
import { skipFirst } from '../planning/planState';
import type { ReadHost, ShownAppointment } from '../ports/readHost';
import type { MeetingPlace } from '../ports/room';
import { whatFailed } from '../whatFailed';
import { bringOf } from './bringing';
import type { ItemView, Reading, ReadingView, Together } from './readingView';
import { toldByBody } from './toldByBody';

/** What the pane stands on. */
export type ReadingPorts = {
  /** Undefined where no appointment is being read. */
  readonly host: ReadHost | undefined;
  /** What needs an account: fetched where an agenda of ours stands in the invitation of a meeting in Teams. */
  readonly reach: () => Promise<ReadingReach>;
  readonly machineZone: ZoneName;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};

export type ReadingReach = {
  /** The desk of the session at hand of the meeting in that place. */
  meetingAt(place: MeetingPlace): MeetingDesk;
  /** What is mine of the series that `isIt` says. */
  mineOf(isIt: (series: Series) => boolean): PersonalDesk;
};

/** The pane beside a meeting that is only read; it reads by itself. */
export function createReading(ports: ReadingPorts): Reading {
  const view = signal<ReadingView>({ screen: 'starting' });
  const endings: (() => void)[] = [];
  let ended = false;
  let again = (): void => void read();
  const show = (next: ReadingView): void => {
    if (!ended) view.value = next;
  };

  const read = async (): Promise<void> => {
    const { host } = ports;
    if (host === undefined) return show({ screen: 'noItem' });
    show({ screen: 'starting' });
    try {
      const shown = await host.read();
      const { item, chat } = itemOf(shown, host.zone ?? ports.machineZone);
      show(item);
      if (chat !== undefined) await reach(chat);
    } catch (error) {
      const what = whatFailed(error, ports.report);
      show({ screen: 'failed', failure: what?.kind === 'failed' ? what.failure : { kind: 'malformed' } });
    }
  };

  const reach = async (chat: string): Promise<void> => {
    again = () => void reach(chat);
    const tell = (together: ItemView['together']): void => {
      if (view.value.screen === 'item') show({ ...view.value, together });
    };
    tell('loading');
    const loaded = await ports.reach().catch(() => undefined);
    if (ended) return;
    if (loaded === undefined) return tell('notLoaded');
    again = () => undefined;
    const meeting = loaded.meetingAt({ kind: 'chat', chat });
    const mine = loaded.mineOf(({ chain }) => chain.some(({ joinUrl }) => chatIn(joinUrl ?? '') === chat));
    endings.push(leaveInTime(meeting), () => mine.end());
    tell({ meeting, mine });
  };

  void read();
  return {
    view: { get: () => view.value, subscribe: (run) => skipFirst(view.subscribe.bind(view), run) },
    retry: () => again(),
    signIn() {
      const shown = view.value;
      if (shown.screen !== 'item' || shown.together === null || typeof shown.together === 'string') return;
      signInTo(shown.together);
    },
    end() {
      ended = true;
      for (const run of endings.splice(0)) run();
    },
  };
}

function itemOf(shown: ShownAppointment, zone: ZoneName): { item: ItemView; chat: string | undefined } {
  const { subject, start, end, place, isOrganiser, seriesZone, bodyHtml } = shown;
  const { agenda, teams } = toldByBody(bodyHtml);
  const chat = typeof teams === 'string' ? undefined : teams.chat;
  const item: ItemView = {
    screen: 'item',
    title: plainName(subject),
    ...{ start, end, place: plainName(place), zone, seriesZone, agenda, isOrganiser },
    teams: typeof teams === 'string' ? teams : 'chat',
    // As the service itself writes the address of a chat.
    link: chat === undefined ? null : `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat)}/0`,
    together: null,
  };
  return { item, chat: typeof agenda === 'string' ? undefined : chat };
}

/**
 * Whoever is in a room counts as present: once the meeting runs, or is over, the pane leaves it, and goes on showing what
 * it knew. Answers how to leave.
 */
function leaveInTime(meeting: MeetingDesk): () => void {
  const look = (): void => {
    if (bringOf(meeting.view.get()).state !== 'over') return;
    stop();
    meeting.end();
  };
  const stop = meeting.view.subscribe(look);
  look();
  return () => {
    stop();
    meeting.end();
  };
}

/** One window after the other: what is mine is asked for once the session has its answer. */
function signInTo({ meeting, mine }: Together): void {
  const needsIt = (screen: string): boolean => screen === 'signIn';
  const then = (): void => {
    if (needsIt(mine.view.get().screen)) mine.signIn();
  };
  if (!needsIt(meeting.view.get().screen)) return then();
  meeting.signIn();
  const stop = meeting.view.subscribe(() => {
    const { screen } = meeting.view.get();
    if (screen === 'starting') return;
    stop();
    if (!needsIt(screen)) then();
  });
}
