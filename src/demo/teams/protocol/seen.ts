// What a frame is told about where it stands; the names are the wire's own (facts/platform.md 2.1).

export type TeamsTheme = 'default' | 'dark' | 'contrast';
export type FrameContext = 'sidePanel' | 'content' | 'meetingStage' | 'settings';
export type ClientType = 'desktop' | 'web' | 'android';
export type Role = 'organiser' | 'presenter' | 'attendee';

/** The flat values of a frame at this moment; what changes later is told as an event. */
export type Seen = {
  readonly frameContext: FrameContext;
  readonly clientType: ClientType;
  readonly theme: TeamsTheme;
  /** 'es-ES' */
  readonly locale: string;
  readonly role: Role;
  /** Empty outside of a meeting. */
  readonly chat: string;
  /** Where the tab stands, if that is a channel. */
  readonly place?: SeenChannel;
  readonly user: {
    readonly id: string;
    readonly tenant: string;
    readonly mail: string;
    readonly name: string;
  };
  /** As the tab was set up; empty while it is being set up. */
  readonly entityId: string;
  /** What a link into the tab brought. */
  readonly subEntityId?: string;
  /** The app's id, as Teams knows it. */
  readonly appId?: string;
  /** Another one for each frame. */
  readonly session: string;
  /** Teams before nested app authentication: it has no bridge, and says so. */
  readonly withoutBridge?: boolean;
};

export type SeenChannel = {
  readonly group: string;
  readonly teamName: string;
  readonly channel: string;
  readonly channelName: string;
};
