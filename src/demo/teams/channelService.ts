import {
  type ChatMessage,
  consentTo,
  type GraphCalls,
  MeetingFailed,
  messagesIn,
  type ToldMessages,
  unlessThere,
} from './graphCalls';
import type { TabSettings } from './protocol/calls';
import type { SeenChannel } from './protocol/seen';

/** What the host page learns of a team's channel and does in it, as Teams itself would. */
export type ChannelService = {
  /** The team of somebody and its channel. */
  place(person: string): Promise<SeenChannel>;
  tenant(person: string): Promise<string>;
  tabs(person: string, place: SeenChannel): Promise<readonly ChannelTab[]>;
  /** Adds the app to the team, where it is not there yet, and its tab; answers the tab's id. */
  addTab(person: string, place: SeenChannel, settings: TabSettings): Promise<string>;
  renameTab(person: string, place: SeenChannel, tab: string, name: string): Promise<void>;
  removeTab(person: string, place: SeenChannel, tab: string): Promise<void>;
  posts(person: string, place: SeenChannel): Promise<readonly ChatMessage[]>;
  /** What stands in somebody's activity. */
  notices(person: string): Promise<readonly ShownNotice[]>;
};

export type ChannelTab = {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly contentUrl: string;
};
export type ShownNotice = { readonly id: string; readonly text: string };

const TEAM = ['Team.ReadBasic.All'];
const CHANNEL = ['Channel.ReadBasic.All'];
const POSTS = ['ChannelMessage.Read.All'];
const TABS = ['TeamsTab.ReadWriteForTeam'];
const APPS = ['TeamsAppInstallation.ReadWriteAndConsentForTeam'];
/** As the app's manifest says it (manifest/manifest.json). */
const PERMISSIONS = ['ChannelMeetingIncomingAudio.Detect.Group', 'ChannelMeetingStage.Write.Group'];

type Named = { readonly value: readonly { readonly id: string; readonly displayName?: string }[] };
type ToldTabs = {
  readonly value: readonly {
    readonly id: string;
    readonly displayName?: string;
    readonly configuration?: TabSettings;
    readonly teamsApp?: { readonly externalId?: string };
  }[];
};

export function channelService(
  { send, call, boundApp, tenant }: GraphCalls,
  /** The app's id in its manifest. */
  appId: string,
): ChannelService {
  const at = ({ group, channel }: SeenChannel) =>
    `/teams/${encodeURIComponent(group)}/channels/${encodeURIComponent(channel)}`;
  return {
    tenant,
    async place(person) {
      const [team] = (await call<Named>(person, TEAM, '/me/joinedTeams')).value;
      if (team === undefined) throw new MeetingFailed('NoTeam');
      const path = `/teams/${encodeURIComponent(team.id)}/channels`;
      const [channel] = (await call<Named>(person, CHANNEL, path)).value;
      if (channel === undefined) throw new MeetingFailed('NoChannel');
      return {
        group: team.id,
        teamName: team.displayName ?? '',
        channel: channel.id,
        channelName: channel.displayName ?? '',
      };
    },
    async tabs(person, place) {
      const { value } = await call<ToldTabs>(person, TABS, `${at(place)}/tabs?$expand=teamsApp`);
      return value.flatMap(({ id, displayName = '', configuration, teamsApp }) =>
        teamsApp?.externalId === appId && configuration?.contentUrl !== undefined
          ? [
              {
                id,
                name: displayName,
                entityId: configuration.entityId ?? '',
                contentUrl: configuration.contentUrl,
              },
            ]
          : [],
      );
    },
    async addTab(person, place, settings) {
      const app = await boundApp(person);
      const wanted = { ...app, ...consentTo(PERMISSIONS) };
      await call(person, APPS, `/teams/${encodeURIComponent(place.group)}/installedApps`, wanted).catch(
        unlessThere,
      );
      const { suggestedDisplayName = 'Cadencia', entityId = '', contentUrl = '', websiteUrl } = settings;
      const made = await call<{ id: string }>(person, TABS, `${at(place)}/tabs`, {
        ...app,
        displayName: suggestedDisplayName,
        configuration: { entityId, contentUrl, ...(websiteUrl !== undefined && { websiteUrl }) },
      });
      return made.id;
    },
    async renameTab(person, place, tab, displayName) {
      await call(person, TABS, `${at(place)}/tabs/${encodeURIComponent(tab)}`, { displayName }, 'PATCH');
    },
    async removeTab(person, place, tab) {
      await call(person, TABS, `${at(place)}/tabs/${encodeURIComponent(tab)}`, undefined, 'DELETE');
    },
    posts: async (person, place) =>
      messagesIn(await call<ToldMessages>(person, POSTS, `${at(place)}/messages`)),
    async notices(person) {
      const told = await send<readonly { id: string; preview: string }[]>(
        `/demo/notices?person=${encodeURIComponent(person)}`,
      );
      return told.map(({ id, preview }) => ({ id, text: preview }));
    },
  };
}
