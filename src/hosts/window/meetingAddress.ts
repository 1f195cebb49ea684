import { PortFailure } from '../../app/ports/failure';
import type { MeetingSurface } from '../../app/ports/meetingHost';
import type { MeetingPlace } from '../../app/ports/room';

// What stands behind the '#' of a meeting's page. It never reaches a server, and it is untrusted: anybody can send a link.
const CHAT = /^19:[\w.=-]{1,180}@thread\.(?:v2|skype)$/;
const CHANNEL = /^19:[\w.=-]{1,180}@thread\.(?:tacv2|skype)$/;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const MESSAGE = /^\d{1,20}$/;

/** Which meeting an address names; undefined when it names none, or none that could exist. */
export function placeOfHash(hash: string): MeetingPlace | undefined {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const [chat, team, channel, message] = ['chat', 'team', 'channel', 'message'].map(
    (name) => told.get(name) ?? '',
  ) as [string, string, string, string];
  if (CHAT.test(chat)) return { kind: 'chat', chat };
  if (GUID.test(team) && CHANNEL.test(channel) && MESSAGE.test(message))
    return { kind: 'channel', team, channel, message };
  return undefined;
}

/** Whoever opens a plain window has no side panel beside the call: without another word it is the panel that they miss. */
export function surfaceOfHash(hash: string): MeetingSurface {
  const told = new URLSearchParams(hash.replace(/^#/, '')).get('surface');
  return told === 'tab' || told === 'stage' ? told : 'panel';
}

/** The address of a meeting for a plain browser window, on our own origin; ids and nothing else. */
export function windowAddressOf(origin: string, place: MeetingPlace): string {
  const { kind: _kind, ...ids } = place;
  return `${origin}/meeting.html#${new URLSearchParams(ids).toString()}`;
}

/** A link as it may be opened: Microsoft 365 is on https, and our own pages are where we are. Else fails with refused. */
export function checkedLink(url: string, ownOrigin: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:' || parsed?.origin === ownOrigin) return parsed.href;
  throw new PortFailure({ kind: 'refused', code: 'link' });
}
