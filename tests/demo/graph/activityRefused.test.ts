// EM32: what a notice must not be
import { type Bed, openBed } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { meetingWithChat, TEAMS_SCOPES } from './teamsBed';

let bed: Bed;
let chat: string;
beforeAll(async () => {
  bed = await openBed({ log: LOG });
  ({ chat } = await meetingWithChat(bed));
  bed.emulator.apps.install(decodeURIComponent(chat.replace('/chats/', '')));
});
afterAll(() => bed.close());

test.each([
  ['about another place', () => ({ topic: { source: 'entityUrl', value: `${bed.base}/chats/other` } })],
  ['with a topic in words', () => ({ topic: { source: 'text', value: 'Semanal' } })],
  ['of a kind that no manifest declares', () => ({ activityType: 'advert' })],
  ['without what its template takes', () => ({ templateParameters: [] })],
  ['with a name for the sender', () => ({ templateParameters: [{ name: 'actor', value: 'Rodrigo' }] })],
  ['that is too long', () => ({ previewText: { content: 'x'.repeat(151) } })],
  ['to no user', () => ({ recipient: { userId: bed.person('s01').id } })],
  ['with an unknown field', () => ({ urgent: true })],
])('EM32 a notice %s is refused', async (_what, change) => {
  const body = {
    topic: { source: 'entityUrl', value: bed.base + chat },
    activityType: 'asked',
    previewText: { content: 'Mover' },
    templateParameters: [{ name: 'series', value: 'Semanal' }],
    recipient: {
      '@odata.type': 'microsoft.graph.aadUserNotificationRecipient',
      userId: bed.person('s01').id,
    },
    ...change(),
  };
  const scopes = [...TEAMS_SCOPES, 'TeamsActivity.Send'];
  const { status } = await bed.call(
    bed.token('m01', scopes),
    'POST',
    `${chat}/sendActivityNotification`,
    body,
  );
  expect(status).toBe(400);
  expect(bed.emulator.notices.of(bed.person('s01').id)).toEqual([]);
});

schemaCheck('wrong on purpose');
