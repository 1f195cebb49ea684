import type { Seen } from './seen';

/** What an app may ask of its host; each gets the arguments and gives those of the reply, or nothing where none is due. */
export type HostDoors = {
  readonly seen: () => Seen;
  /** Whether the app's content is on the stage now. */
  readonly onStage: () => boolean;
  /** False for an address that is not among the app's own domains. */
  readonly share: (address: string) => boolean;
  readonly stopSharing: () => void;
  readonly openLink: (address: string) => void;
  readonly loaded: (how: 'ready' | 'failed') => void;
  readonly settings: SettingsDoors;
};

export type TabSettings = {
  readonly entityId?: string;
  readonly contentUrl?: string;
  readonly suggestedDisplayName?: string;
  readonly websiteUrl?: string;
};

export type SettingsDoors = {
  readonly get: () => TabSettings;
  readonly set: (settings: TabSettings) => void;
  readonly valid: (valid: boolean) => void;
  readonly saved: (how: 'saved' | 'failed') => void;
};

type Answer = readonly unknown[] | undefined;
type Call = (args: readonly unknown[], doors: HostDoors) => Answer;

const NO_ANSWER: Answer = undefined;
const PERMISSION_DENIED = {
  errorCode: 1000,
  message: 'App does not have the required permissions for this operation',
};
const NOT_SUPPORTED = { errorCode: 100, message: 'This operation is not supported by the platform' };
const INVALID = { errorCode: 4000, message: 'Invalid arguments' };

/** The host's own functions by the names on the wire (facts/platform.md 7.5). */
const CALLS: Readonly<Record<string, Call>> = {
  'appInitialization.appLoaded': () => NO_ANSWER,
  'appInitialization.success'(_args, { loaded }) {
    loaded('ready');
    return [undefined];
  },
  'appInitialization.failure'(_args, { loaded }) {
    loaded('failed');
    return NO_ANSWER;
  },
  'appInitialization.expectedFailure'(_args, { loaded }) {
    loaded('failed');
    return NO_ANSWER;
  },
  'settings.getSettings': (_args, { settings }) => [settings.get()],
  'settings.setSettings'([told], { settings }) {
    const read = settingsOf(told);
    if (read === undefined) return [false, 'Invalid settings'];
    settings.set(read);
    return [true];
  },
  'settings.setValidityState'([valid], { settings }) {
    settings.valid(valid === true);
    return NO_ANSWER;
  },
  'settings.save.success'(_args, { settings }) {
    settings.saved('saved');
    return NO_ANSWER;
  },
  'settings.save.failure'(_args, { settings }) {
    settings.saved('failed');
    return NO_ANSWER;
  },
  executeDeepLink([address], { openLink }) {
    if (typeof address !== 'string' || !/^https?:\/\//.test(address)) return [false, 'Invalid link'];
    openLink(address);
    return [true];
  },
  'meeting.shareAppContentToStage'([address], doors) {
    if (!maySpeakForMeeting(doors.seen())) return [NOT_SUPPORTED, false];
    if (doors.seen().role === 'attendee') return [PERMISSION_DENIED, false];
    return typeof address === 'string' && doors.share(address) ? [null, true] : [INVALID, false];
  },
  'meeting.stopSharingAppContentToStage'(_args, doors) {
    if (doors.seen().role === 'attendee') return [PERMISSION_DENIED, false];
    doors.stopSharing();
    return [null, true];
  },
  'meeting.getAppContentStageSharingCapabilities': (_args, { seen }) => [
    null,
    { doesAppHavePermission: seen().role !== 'attendee' },
  ],
  'meeting.getAppContentStageSharingState': (_args, { onStage }) => [null, { isAppSharing: onStage() }],
  // The manifest asks for none of these, so Teams says no as to any app without the permission.
  'meeting.getMeetingDetails': () => [PERMISSION_DENIED, null],
  'meeting.getAuthenticationTokenForAnonymousUser': () => [PERMISSION_DENIED, null],
  getIncomingClientAudioState: () => [PERMISSION_DENIED, null],
  toggleIncomingClientAudio: () => [PERMISSION_DENIED, null],
  // Sign-in has a door of its own (identity/bridge.ts); windows of Teams' own are none of this host's.
  'authentication.authenticate': () => [false, 'CancelledByUser'],
  navigateCrossDomain: () => [false, 'Not supported'],
  navigateBack: () => [false, 'Not supported'],
  // Told to the host, which has nothing to say to it.
  returnFocus: () => NO_ANSWER,
  readyToUnload: () => NO_ANSWER,
  shareDeepLink: () => NO_ANSWER,
  setFrameContext: () => NO_ANSWER,
};

/** The reply to a call; a function that this host does not know is refused as by the real one, never left waiting. */
export function answerTo(func: string, args: readonly unknown[], doors: HostDoors): Answer {
  return Object.hasOwn(CALLS, func) ? CALLS[func]?.(args, doors) : [NOT_SUPPORTED];
}

const maySpeakForMeeting = ({ frameContext }: Seen) =>
  frameContext === 'sidePanel' || frameContext === 'meetingStage';

const FIELDS = ['entityId', 'contentUrl', 'suggestedDisplayName', 'websiteUrl'] as const;

function settingsOf(told: unknown): TabSettings | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const all = told as Readonly<Record<string, unknown>>;
  const known = FIELDS.flatMap((name) => {
    const value = all[name];
    return typeof value === 'string' && value.length <= 2_000 ? [[name, value] as const] : [];
  });
  const settings = Object.fromEntries(known) as TabSettings;
  return settings.contentUrl === undefined || !URL.canParse(settings.contentUrl) ? undefined : settings;
}
