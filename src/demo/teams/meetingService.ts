import type { IssuedToken } from '../identity/tokenAnswer';
import type { TabSettings } from './protocol/calls';
import type { Role } from './protocol/seen';

/** What the host page learns of a meeting and does in it, as Teams itself would: over Graph, with tokens of its own. */
export type MeetingService = {
  /** Teams meetings of today in somebody's calendar. */
  today(key: string): Promise<readonly TodaysMeeting[]>;
  /** Creates the trial meeting and starts it; answers its chat. */
  begin(language: 'es' | 'en'): Promise<string>;
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
export type ChatMessage = { readonly id: string; readonly from: string; readonly html: string };

export class MeetingFailed extends Error {
  override readonly name = 'MeetingFailed';
  constructor(readonly code: string) {
    super(code);
  }
}

type TokenOf = (person: string, scopes: readonly string[]) => Promise<IssuedToken>;
type Tabs = {
  value: { displayName?: string; configuration?: TabSettings; teamsApp?: { externalId?: string } }[];
};

const CHAT = ['Chat.ReadWrite'];
const TABS = ['TeamsTab.ReadWriteForChat'];
const APPS = ['TeamsAppInstallation.ReadWriteAndConsentForChat'];
const CATALOGUE = ['AppCatalog.Read.All'];
/** As the app's manifest says it (manifest/manifest.json). */
const PERMISSIONS = [
  'OnlineMeetingIncomingAudio.Detect.Chat',
  'ChannelMeetingIncomingAudio.Detect.Group',
  'MeetingStage.Write.Chat',
  'ChannelMeetingStage.Write.Group',
];

export function meetingService(options: {
  /** Base address of the tenant's Graph, without a slash at the end. */
  readonly graph: string;
  /** The app's id in its manifest. */
  readonly appId: string;
  readonly tokenOf: TokenOf;
}): MeetingService {
  const { graph, appId, tokenOf } = options;
  const send = async <T>(address: string, request: RequestInit = {}): Promise<T> => {
    const response = await fetch(address, request).catch(() => {
      throw new MeetingFailed('offline');
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer as T;
    const code = (answer as { error?: { code?: string } } | undefined)?.error?.code;
    throw new MeetingFailed(`${response.status} ${code ?? ''}`.trim());
  };
  const call = async <T>(person: string, scopes: readonly string[], path: string, body?: object) => {
    const { access_token } = await tokenOf(person, scopes);
    return send<T>(`${graph}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${access_token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  const today = (key: string): Promise<readonly TodaysMeeting[]> =>
    send(`/demo/meetings?person=${encodeURIComponent(key)}`);
  const chatPath = (chat: string) => `/chats/${encodeURIComponent(chat)}`;
  const appOf = async (person: string): Promise<string> => {
    const filter = encodeURIComponent(`externalId eq '${appId}'`);
    const path = `/appCatalogs/teamsApps?$filter=${filter}`;
    const { value } = await call<{ value: { id: string }[] }>(person, CATALOGUE, path);
    const [found] = value;
    if (found === undefined) throw new MeetingFailed('NotInCatalog');
    return `${graph}/appCatalogs/teamsApps/${found.id}`;
  };

  return {
    today,
    async role(key, chat) {
      const meetings = await today(key).catch(() => []);
      return meetings.find((one) => one.chat === chat)?.role ?? 'attendee';
    },
    async begin(language) {
      const made = await send<{ chat: string }>('/demo/meeting', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ start: 'now', language }),
      });
      return made.chat;
    },
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
      const app = { 'teamsApp@odata.bind': await appOf(person) };
      const resourceSpecificPermissions = PERMISSIONS.map((permissionValue) => ({
        permissionValue,
        permissionType: 'delegated',
      }));
      await call(person, APPS, `${chatPath(chat)}/installedApps`, {
        ...app,
        consentedPermissionSet: { resourceSpecificPermissions },
      }).catch((error: unknown) => {
        // It may be there already, without its tab.
        if (!(error instanceof MeetingFailed && error.code.startsWith('409'))) throw error;
      });
      const { suggestedDisplayName = 'Cadencia', entityId = '', contentUrl = '' } = tab;
      await call(person, TABS, `${chatPath(chat)}/tabs`, {
        ...app,
        displayName: suggestedDisplayName,
        configuration: { entityId, contentUrl },
      });
    },
    async messages(person, chat) {
      const { value } = await call<{
        value: {
          id: string;
          from?: { user?: { displayName?: string } } | null;
          body?: { content?: string };
        }[];
      }>(person, CHAT, `${chatPath(chat)}/messages`);
      return value
        .map(({ id, from, body }) => ({
          id,
          from: from?.user?.displayName ?? '',
          html: body?.content ?? '',
        }))
        .reverse();
    },
    async tenant(person) {
      return (await tokenOf(person, CHAT)).account.tenantId;
    },
  };
}
