import { guidOf } from '../../company/naming';
import { GraphError } from '../http/errors';

/** The product's id in the company's app catalogue, which differs from the one in its manifest. */
export const TEAMS_APP_ID = guidOf('demo', 'teamsApp');
/** What the app's manifest asks for in a meeting's chat; whoever adds it consents to all of it. */
const CHAT_PERMISSIONS: readonly string[] = [
  'OnlineMeetingIncomingAudio.Detect.Chat',
  'MeetingStage.Write.Chat',
];
/** The same in a channel's meeting; a consent may name them too. */
const CHANNEL_PERMISSIONS = ['ChannelMeetingIncomingAudio.Detect.Group', 'ChannelMeetingStage.Write.Group'];

export type Installation = { readonly id: string; readonly chatId: string; readonly at: number };

export type Tab = {
  readonly id: string;
  readonly chatId: string;
  readonly displayName: string;
  readonly configuration: Readonly<Record<string, string>>;
};

/** Which meetings have the app and which tabs; there is one app in the catalogue. */
export class Apps {
  private readonly installations = new Map<string, Installation>();
  private readonly tabs = new Map<string, readonly Tab[]>();
  private made = 0;

  constructor(private readonly now: () => number) {}

  installedIn(chatId: string): Installation | undefined {
    return this.installations.get(chatId);
  }

  install(chatId: string): Installation {
    if (this.installations.has(chatId))
      throw new GraphError(409, 'Conflict', 'The app is already installed in the chat.');
    const id = Buffer.from(`1##${chatId}##${TEAMS_APP_ID}`).toString('base64');
    const made = { id, chatId, at: this.now() };
    this.installations.set(chatId, made);
    return made;
  }

  /** Takes the app out of a chat, with its tabs. */
  remove(chatId: string): void {
    this.installations.delete(chatId);
    this.tabs.delete(chatId);
  }

  tabsIn(chatId: string): readonly Tab[] {
    return this.tabs.get(chatId) ?? [];
  }

  /** A channel's tab needs the app in its team: `installedIn` says where else than in the chat itself. */
  addTab(
    chatId: string,
    displayName: string,
    configuration: Tab['configuration'],
    installedIn: string = chatId,
  ): Tab {
    if (!this.installations.has(installedIn))
      throw new GraphError(404, 'NotFound', 'The app is not installed in the chat.');
    const before = this.tabsIn(chatId);
    this.made += 1;
    const tab = { id: guidOf('tab', chatId, String(this.made)), chatId, displayName, configuration };
    this.tabs.set(chatId, [...before, tab]);
    return tab;
  }

  renameTab(chatId: string, id: string, displayName: string): Tab {
    const renamed = { ...this.tabAt(chatId, id), displayName };
    this.tabs.set(
      chatId,
      this.tabsIn(chatId).map((tab) => (tab.id === id ? renamed : tab)),
    );
    return renamed;
  }

  removeTab(chatId: string, id: string): void {
    const { id: known } = this.tabAt(chatId, id);
    this.tabs.set(
      chatId,
      this.tabsIn(chatId).filter((tab) => tab.id !== known),
    );
  }

  private tabAt(chatId: string, id: string): Tab {
    const found = this.tabsIn(chatId).find((tab) => tab.id === id);
    if (found === undefined) throw new GraphError(404, 'NotFound', 'NotFound');
    return found;
  }
}

/** The same for a team, which consents to what is asked for its channels' meetings. */
export const isWholeTeamConsent = (names: readonly string[]): boolean =>
  CHANNEL_PERMISSIONS.every((one) => names.includes(one)) &&
  names.every((one) => [...CHAT_PERMISSIONS, ...CHANNEL_PERMISSIONS].includes(one));

/** Whether a consent names everything that the app asks for in a chat, and nothing that it does not ask for. */
export function isWholeConsent(names: readonly string[]): boolean {
  const known = [...CHAT_PERMISSIONS, ...CHANNEL_PERMISSIONS];
  return CHAT_PERMISSIONS.every((one) => names.includes(one)) && names.every((one) => known.includes(one));
}
