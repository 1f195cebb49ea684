import type { app } from '@microsoft/teams-js';
import type { HostTheme } from '../../app/ports/composeHost';
import type { MeetingSurface } from '../../app/ports/meetingHost';
import type { MeetingPlace } from '../../app/ports/room';

const PHONES: ReadonlySet<string> = new Set(['android', 'ios', 'ipados']);

/** Teams' looks; 'glass' and whatever comes later is light (platform facts 2.1). */
export function themeOf(told: string | undefined): HostTheme {
  return told === 'dark' || told === 'contrast' ? told : 'light';
}

/** The context of a frame is all that tells the surfaces apart. */
export function surfaceOf(frameContext: string): MeetingSurface {
  if (frameContext === 'sidePanel') return 'panel';
  return frameContext === 'meetingStage' ? 'stage' : 'tab';
}

export const isSmall = (clientType: string): boolean => PHONES.has(clientType);

/** Which meeting the page stands in. A chat or channel without a meeting is no place. */
export function placeOf(context: app.Context): MeetingPlace | undefined {
  const inCall = surfaceOf(context.page.frameContext) !== 'tab';
  if (context.meeting === undefined && !inCall) return undefined;
  const { channel, team, chat } = context;
  const message = messageOf(context.meeting?.id ?? '') ?? context.app.parentMessageId;
  if (channel !== undefined && team?.groupId !== undefined && message !== undefined)
    return { kind: 'channel', team: team.groupId, channel: channel.id, message };
  return chat === undefined ? undefined : { kind: 'chat', chat: chat.id };
}

/**
 * The channel's message under which a meeting was called: the last part of its id, which is base64 of
 * '0#<thread>#<message or 0>' (seen 2026-11; Microsoft promises no form, so anything else is no message).
 */
function messageOf(meetingId: string): string | undefined {
  try {
    return /^0#[^#]+#([1-9]\d*)$/.exec(atob(meetingId))?.[1];
  } catch {
    return undefined;
  }
}
