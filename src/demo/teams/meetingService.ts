import { type CallService, callService } from './callService';
import {
  type ChatMessage,
  consentTo,
  type GraphCalls,
  messagesIn,
  type ToldMessages,
  unlessThere,
} from './graphCalls';
import type { TabSettings } from './protocol/calls';
import type { Role } from './protocol/seen';

/** What the host page learns of a meeting and does in it, as Teams itself would: over Graph, with tokens of its own. */
export type MeetingService = {
  /** Teams meetings of today in somebody's calendar. */
  today(key: string): Promise<readonly TodaysMeeting[]>;
  /** Creates the trial meeting and starts it; answers its chat. */
  begin(language: 'es' | 'en'): Promise<string>;
  /** The same meeting after twelve weeks of it: records, tasks, a monthly one beside it. */
  beginLong(language: 'es' | 'en'): Promise<string>;
  /** What the meeting lets somebody do; whoever is not in it attends at most. */
  role(key: string, chat: string): Promise<Role>;
  /** Somebody comes in by the link alone. */
  join(key: string, chat: string): Promise<void>;
  about(person: string, chat: string): Promise<AboutMeeting>;
  /** The app's tab in the meeting; without one there is no panel. */
  tab(person: string, chat: string): Promise<TabSettings | undefined>;
  /** Adds the app, with consent to all that its manifest asks for, and its tab. */
  add(person: string, chat: string, tab: TabSettings): Promise<void>;
  messages(person: string, chat: string): Promise<readonly ChatMessage[]>;
  /** The call in it. */
  readonly call: CallService;
  /** The tenant's id; everybody's is the same. */
  tenant(person: string): Promise<string>;
};

export type TodaysMeeting = {
  readonly chat: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly organiser: string;
  readonly role: Role;
  readonly installed: boolean;
};
export type AboutMeeting = {
  readonly topic: string;
  readonly organiser: string;
  /** Ids of the people of the company. */
  readonly members: readonly string[];
};

type Tabs = {
  value: { displayName?: string; configuration?: TabSettings; teamsApp?: { externalId?: string } }[];
};

const CHAT = ['Chat.ReadWrite'];
const TABS = ['TeamsTab.ReadWriteForChat'];
const APPS = ['TeamsAppInstallation.ReadWriteAndConsentForChat'];
/** As the app's manifest says it (manifest/manifest.json). */
const PERMISSIONS = [
  'OnlineMeetingIncomingAudio.Detect.Chat',
  'ChannelMeetingIncomingAudio.Detect.Group',
  'MeetingStage.Write.Chat',
  'ChannelMeetingStage.Write.Group',
];

export function meetingService(
  { send, call, boundApp, tenant }: GraphCalls,
  /** The app's id in its manifest. */
  appId: string,
): MeetingService {
  const today = (key: string): Promise<readonly TodaysMeeting[]> =>
    send(`/demo/meetings?person=${encodeURIComponent(key)}`);
  const chatPath = (chat: string) => `/chats/${encodeURIComponent(chat)}`;
  const begun = async (options: object): Promise<string> => {
    const made = await send<{ chat: string }>('/demo/meeting', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ start: 'now', ...options }),
    });
    return made.chat;
  };

  return {
    today,
    async role(key, chat) {
      const meetings = await today(key).catch(() => []);
      return meetings.find((one) => one.chat === chat)?.role ?? 'attendee';
    },
    begin: (language) => begun({ language }),
    beginLong: (language) => begun({ language, history: true }),
    async join(person, chat) {
      await send('/demo/meeting/join', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat, person }),
      });
    },
    async about(person, chat) {
      const told = await call<{
        topic?: string | null;
        onlineMeetingInfo?: { organizer?: { id?: string } };
        members?: { userId?: string | null }[];
      }>(person, CHAT, `${chatPath(chat)}?$expand=members`);
      return {
        topic: told.topic ?? '',
        organiser: told.onlineMeetingInfo?.organizer?.id ?? '',
        members: (told.members ?? []).flatMap(({ userId }) => (userId ? [userId] : [])),
      };
    },
    async tab(person, chat) {
      const { value } = await call<Tabs>(person, TABS, `${chatPath(chat)}/tabs?$expand=teamsApp`);
      return value.find(({ teamsApp }) => teamsApp?.externalId === appId)?.configuration;
    },
    async add(person, chat, tab) {
      const app = await boundApp(person);
      const wanted = { ...app, ...consentTo(PERMISSIONS) };
      await call(person, APPS, `${chatPath(chat)}/installedApps`, wanted).catch(unlessThere);
      const { suggestedDisplayName = 'Cadencia', entityId = '', contentUrl = '' } = tab;
      await call(person, TABS, `${chatPath(chat)}/tabs`, {
        ...app,
        displayName: suggestedDisplayName,
        configuration: { entityId, contentUrl },
      });
    },
    messages: async (person, chat) =>
      messagesIn(await call<ToldMessages>(person, CHAT, `${chatPath(chat)}/messages`)),
    call: callService(send),
    tenant,
  };
}
