// MC on the demo tenant's Graph, over HTTP.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { TEAMS_APP_ID } from '../../src/demo/graph/teams/apps';
import { meetingsContract, type OpenedMeetings } from '../contracts/meetingsContract';
import { ALL_SCOPES, type Bed, type Json, openBed, PLAN_SCOPES } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';
import { live, meetingWithChat, TEAMS_SCOPES, valuesOf } from '../demo/graph/teamsBed';

function meetingsOf(bed: Bed, as: string, scopes: readonly string[] = [...ALL_SCOPES, ...TEAMS_SCOPES]) {
  return createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(as, scopes),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    teamsApp: TEAMS_APP_ID,
    tabAddress: 'https://cadencia.example/meeting',
  }).meetings;
}

meetingsContract('the emulator', async (): Promise<OpenedMeetings> => {
  const bed = await openBed({ log: LOG });
  const { event, chat } = await meetingWithChat(bed);
  const body = { contentType: 'html', content: String((event['body'] as Json)['content']) };
  const agenda = '<p>Orden del día</p>';
  await live(bed, 'm01', 'PATCH', `/me/events/${String(event['id'])}`, {
    body: { ...body, content: agenda + body.content },
  });
  const joinUrl = String((event['onlineMeeting'] as Json)['joinUrl']);
  const id = decodeURIComponent(chat.replace('/chats/', ''));
  const found = bed.emulator.chats.find(id);
  if (found === undefined) throw new Error('the meeting has no chat');
  bed.emulator.chats.join(found, bed.person('g01').id);

  const team = bed.company.team?.groupId ?? '';
  const { body: channels } = await live(bed, 'm01', 'GET', `/teams/${team}/channels`);
  const channel = String(valuesOf(channels)[0]?.['id']);
  const where = `/teams/${team}/channels/${encodeURIComponent(channel)}/messages`;
  const { body: opening } = await live(bed, 'm01', 'POST', where, { body: { content: 'Reunión' } });
  const message = String(opening['id']);
  const person = (short: string) => ({ id: bed.person(short).id, mail: bed.person(short).mail });

  return {
    meetings: meetingsOf(bed, 'm01'),
    colleague: meetingsOf(bed, 's01'),
    stranger: meetingsOf(bed, 's07'),
    withoutConsent: meetingsOf(bed, 'm01', PLAN_SCOPES),
    place: { kind: 'chat', chat: id },
    channel: { kind: 'channel', team, channel, message },
    joinUrl,
    first: Date.UTC(2026, 10, 24, 15, 15),
    dates: 8,
    zone: 'Europe/Madrid',
    subject: 'Semanal',
    agenda,
    me: person('m01'),
    invited: person('s01'),
    outsider: person('g01'),
    async said(place) {
      const list = place.kind === 'chat' ? `${chat}/messages` : `${where}/${message}/replies`;
      const { body: listed } = await live(bed, 'm01', 'GET', list);
      return valuesOf(listed)
        .map((one) => String((one['body'] as Json)['content']))
        .reverse();
    },
    async mailed() {
      const { body: listed } = await live(bed, 'm01', 'GET', '/me/mailFolders/sentitems/messages');
      return valuesOf(listed)
        .map((one) => ({
          to: (one['toRecipients'] as readonly Json[]).map(({ emailAddress }) => ({
            name: String((emailAddress as Json)['name']),
            mail: String((emailAddress as Json)['address']),
          })),
          subject: String(one['subject']),
          html: String((one['body'] as Json)['content']),
        }))
        .reverse();
    },
    tabs: async () => valuesOf((await live(bed, 'm01', 'GET', `${chat}/tabs`)).body).length,
    close: () => bed.close(),
  };
});

schemaCheck();
