import * as v from 'valibot';
import { chatIn } from '../../app/joinChat';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure, type Tier } from '../../app/ports/failure';
import type { Probes, ProbeId } from '../../app/ports/probes';
import type { Rooms } from '../../app/ports/room';
import { plainName } from '../../domain/plainName';
import type { Graph, Operation } from '../client/call';
import { ask } from '../client/json';
import { appFolder, siteFolder } from '../home/place';
import type { Microsoft365 } from '../microsoft365';
import { type OwnMeeting, ownMeetings } from './ownMeetings';

const TENANT = v.object({ value: v.array(v.object({ displayName: v.nullish(v.string()) })) });
const HOUR = 3_600_000;

/** The production's own calls, each the cheapest of its kind (GB1 to GB5). */
export function createProbes(from: {
  readonly graph: Graph;
  readonly services: Pick<Microsoft365, 'calendar' | 'directory' | 'meetings' | 'board' | 'transcripts'>;
  readonly homeSite: string | undefined;
  readonly teamsApp: string | undefined;
  /** Our own server, asked about a place on the person's behalf; undefined without live rooms. */
  readonly near: Rooms['near'];
  readonly now: () => number;
}): Probes {
  const { graph, services, homeSite, teamsApp, near, now } = from;
  const { calendar, directory, meetings, board, transcripts } = services;
  const about = (tier: Tier, cancel: Cancellation): Operation => ({ tier, cancel });

  const mine = (cancel: Cancellation): Promise<readonly OwnMeeting[]> =>
    ownMeetings(graph, now(), about('plan', cancel));
  const nearestChat = async (cancel: Cancellation) => {
    const chat = (await mine(cancel)).flatMap(({ joinUrl }) => chatIn(joinUrl) ?? [])[0];
    return chat === undefined ? undefined : ({ kind: 'chat', chat } as const);
  };
  /** What can have a transcript: organised by me, and over. */
  const pastOfMine = async (cancel: Cancellation) =>
    (await mine(cancel)).filter((one) => one.mine && one.time.until <= now());

  const calls: Readonly<Record<ProbeId, (cancel: Cancellation) => Promise<unknown>>> = {
    profile: (cancel) => directory.me(cancel),
    async people(cancel) {
      const { name, mail } = await directory.me(cancel);
      return directory.find(name.split(' ')[0] || mail, cancel);
    },
    async calendar(cancel) {
      const { mail } = await directory.me(cancel);
      const from = Math.floor(now() / HOUR) * HOUR;
      const [own] = await calendar.schedules(
        [mail],
        { from, until: from + HOUR },
        'UTC',
        () => undefined,
        cancel,
      );
      return own?.kind === 'known' ? undefined : NOTHING;
    },
    async chat(cancel) {
      const place = await nearestChat(cancel);
      return place === undefined ? NOTHING : meetings.about(place, cancel);
    },
    async panel(cancel) {
      const place = await nearestChat(cancel);
      return teamsApp === undefined || place === undefined ? NOTHING : meetings.hasPanel(place, cancel);
    },
    async rooms(cancel) {
      if (near === undefined) throw new PortFailure({ kind: 'notFound' });
      const place = await nearestChat(cancel);
      return place === undefined ? NOTHING : near(place, now());
    },
    tasks: (cancel) => board.mine(cancel),
    async folder(cancel) {
      const operation = about('followUp', cancel);
      const { children } = await appFolder()(operation);
      return ask(graph, ANYTHING, { method: 'GET', path: children, query: FEW }, operation);
    },
    async site(cancel) {
      if (homeSite === undefined) return NOTHING;
      return siteFolder(graph, homeSite)(about('followUp', cancel));
    },
    async department(cancel) {
      const { department } = await directory.me(cancel);
      return directory.department(department || 'Marketing', cancel);
    },
    async transcripts(cancel) {
      const [last] = await pastOfMine(cancel);
      return last === undefined ? NOTHING : transcripts.list(last.joinUrl, last.time, cancel);
    },
    async speakers(cancel) {
      for (const { joinUrl, time } of (await pastOfMine(cancel)).slice(0, FEW_MEETINGS)) {
        // That none is given at all is what the probe before tells.
        const [file] = await transcripts.list(joinUrl, time, cancel).catch(orNone);
        if (file !== undefined) return void (await transcripts.read(file, cancel));
      }
      return NOTHING;
    },
  };

  return {
    run: async (probe, cancel) => ((await calls[probe](cancel)) === NOTHING ? 'nothing' : 'works'),
    async tenantName(cancel) {
      const call = { method: 'GET', path: '/organization', query: { $select: 'displayName' } } as const;
      const [tenant] = (await ask(graph, TENANT, call, about('plan', cancel))).value;
      return plainName(tenant?.displayName ?? '') || undefined;
    },
  };
}

const NOTHING = Symbol('there is nothing to try it with');
const ANYTHING = v.object({ value: v.array(v.unknown()) });
const FEW = { $select: 'id', $top: 1 };
const FEW_MEETINGS = 4;

function orNone(error: unknown): readonly [] {
  if (error instanceof PortFailure) return [];
  throw error;
}
