import type { Tier } from './ports/failure';

/** Delegated Graph scopes by tier; asked for one tier at a time. Sources: facts of DESIGN section 3. */
export const TIER_SCOPES: Readonly<Record<Tier, readonly string[]>> = {
  plan: ['User.Read', 'User.ReadBasic.All', 'Calendars.ReadWrite'],
  live: [
    'Chat.ReadBasic',
    'Channel.ReadBasic.All',
    'ChatMessage.Send',
    'ChannelMessage.Send',
    'TeamsAppInstallation.ReadWriteAndConsentSelfForChat',
    'TeamsTab.ReadWriteSelfForChat',
    'TeamsActivity.Send',
  ],
  followUp: ['Tasks.ReadWrite', 'Files.ReadWrite.AppFolder', 'Sites.Selected'],
  mail: ['Mail.Send'],
  directory: ['User.Read.All', 'GroupMember.Read.All'],
  transcripts: ['OnlineMeetings.Read', 'OnlineMeetingArtifact.Read.All', 'OnlineMeetingTranscript.Read.All'],
};
