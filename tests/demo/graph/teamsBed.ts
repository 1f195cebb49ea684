import type { Bed, Json } from './bed';

export const TEAMS_SCOPES = [
  ...['Chat.ReadBasic', 'Chat.Read', 'Channel.ReadBasic.All', 'ChatMessage.Send', 'ChannelMessage.Send'],
  ...['ChannelMessage.Read.All', 'TeamsAppInstallation.ReadWriteAndConsentSelfForChat'],
  ...['TeamsTab.ReadWriteSelfForChat', 'AppCatalog.Read.All', 'Tasks.ReadWrite', 'Calendars.ReadWrite'],
  ...['Mail.Send', 'Mail.Read'],
];

/** One request of somebody with the scopes that a meeting needs. */
export const live = (bed: Bed, as: string, method: string, path: string, body?: unknown, headers = {}) =>
  bed.call(bed.token(as, TEAMS_SCOPES), method, path, body, headers);

/** A weekly Teams meeting of m01 with s01 and m02 invited, s05 as an optional one and a guest; its chat's address. */
export async function meetingWithChat(bed: Bed): Promise<{ readonly event: Json; readonly chat: string }> {
  const at = (short: string, type: string) => ({
    type,
    emailAddress: { address: bed.person(short).mail, name: bed.person(short).name },
  });
  const { status, body: event } = await live(bed, 'm01', 'POST', '/me/events', {
    subject: 'Semanal',
    start: { dateTime: '2026-11-24T16:15:00', timeZone: 'Europe/Madrid' },
    end: { dateTime: '2026-11-24T16:50:00', timeZone: 'Europe/Madrid' },
    attendees: [at('s01', 'required'), at('m02', 'required'), at('s05', 'optional'), at('g01', 'required')],
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-11-24', numberOfOccurrences: 8 },
    },
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
  });
  expect(status).toBe(201);
  const joinUrl = String((event['onlineMeeting'] as Json)['joinUrl']);
  const thread = decodeURIComponent(/meetup-join\/([^/]+)\//.exec(joinUrl)?.[1] ?? '');
  return { event, chat: `/chats/${encodeURIComponent(thread)}` };
}

export const valuesOf = (body: Json): readonly Json[] => body['value'] as readonly Json[];
export const errorOf = (body: Json): Json => body['error'] as Json;
