// EM32 and EM33: src/demo/graph/SPEC.md
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTIVITY_TYPES } from '../../../src/demo/graph/teams/notices';
import { type Bed, openBed } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { errorOf, live, meetingWithChat, TEAMS_SCOPES, valuesOf } from './teamsBed';

let bed: Bed;
let chat: string;
let eventId: string;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  const made = await meetingWithChat(bed);
  chat = made.chat;
  eventId = String(made.event['id']);
  bed.emulator.apps.install(decodeURIComponent(chat.replace('/chats/', '')));
});
afterEach(() => bed.close());

const noticeTo = (short: string, change: object = {}) => ({
  topic: { source: 'entityUrl', value: bed.base + chat },
  activityType: 'asked',
  previewText: { content: 'Mover la sesión del mar 8 dic' },
  templateParameters: [{ name: 'series', value: 'Semanal' }],
  recipient: {
    '@odata.type': 'microsoft.graph.aadUserNotificationRecipient',
    userId: bed.person(short).id,
  },
  ...change,
});
const send = (body: object, as = 'm01', path = chat) =>
  bed.call(
    bed.token(as, [...TEAMS_SCOPES, 'TeamsActivity.Send']),
    'POST',
    `${path}/sendActivityNotification`,
    body,
  );
const got = (short: string) => bed.emulator.notices.of(bed.person(short).id);

test('EM32 a notice reaches one member of the chat, in the sender’s name', async () => {
  expect((await send(noticeTo('s01'))).status).toBe(204);
  expect(got('s01')).toMatchObject([
    {
      from: bed.person('m01').id,
      kind: 'asked',
      preview: 'Mover la sesión del mar 8 dic',
      parameters: { series: 'Semanal' },
    },
  ]);
  expect(got('m02')).toEqual([]);
});

test('EM32 a notice of the team reaches its members', async () => {
  const team = bed.company.team?.groupId ?? '';
  const topic = { source: 'entityUrl', value: `${bed.base}/teams/${team}` };
  expect((await send(noticeTo('s07', { topic }), 'm01', `/teams/${team}`)).status).toBe(403);
  bed.emulator.apps.install(bed.company.team?.id ?? '');
  expect((await send(noticeTo('s07', { topic }), 'm01', `/teams/${team}`)).status).toBe(204);
  expect(got('s07')).toHaveLength(1);
  expect((await send(noticeTo('g02', { topic }), 'm01', `/teams/${team}`)).status).toBe(404);
  expect((await send(noticeTo('s07', { topic }), 'g02', `/teams/${team}`)).status).toBe(403);
});

test('EM32 strangers send none, and nobody outside of the chat gets one', async () => {
  expect((await send(noticeTo('s01'), 's07')).status).toBe(403);
  expect((await send(noticeTo('s07'))).status).toBe(404);
  const without = await live(bed, 'm01', 'POST', `${chat}/sendActivityNotification`, noticeTo('s01'));
  expect(without.status).toBe(403);
  expect(errorOf(without.body)['message']).toMatch(/^Missing scope/);
  expect(got('s01')).toEqual([]);
});

test('EM32 without the app there are no notices', async () => {
  bed.emulator.apps.remove(decodeURIComponent(chat.replace('/chats/', '')));
  expect((await send(noticeTo('s01'))).status).toBe(403);
});

test('EM32 its kinds are those of the manifest, and take what its templates take', () => {
  const manifest = path.resolve(__dirname, '../../../manifest/manifest.json');
  const { activities } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    activities: { activityTypes: { type: string; templateText: string }[] };
  };
  const declared = activities.activityTypes.map(({ type, templateText }) => [
    type,
    [...templateText.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'actor'),
  ]);
  expect(Object.fromEntries(declared)).toEqual(ACTIVITY_TYPES);
});

test('EM33 a cancellation takes a comment and nothing else', async () => {
  const cancel = (body: object) => live(bed, 'm01', 'POST', `/me/events/${eventId}/cancel`, body);
  expect((await cancel({ SendResponse: true })).status).toBe(400);
  expect((await cancel({ comment: 7 })).status).toBe(400);
  expect((await cancel({ Comment: 'Es festivo' })).status).toBe(202);
  expect((await live(bed, 'm01', 'GET', `/me/events/${eventId}`)).status).toBe(404);
});

test('EM33 a changed end of the repetition, and changed people, reach everybody’s calendar', async () => {
  const window = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2027-03-01T00:00:00Z';
  const datesOf = async (short: string) => {
    const { body } = await live(bed, short, 'GET', `/me/calendarView?${window}&$top=500`);
    return valuesOf(body).filter(({ subject }) => subject === 'Semanal').length;
  };
  const mails = () => bed.emulator.mails(bed.person('m01').id, eventId);
  expect(await datesOf('s01')).toBe(8);
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
    range: { type: 'endDate', startDate: '2026-11-24', endDate: '2026-12-14' },
  };
  const before = mails();
  expect((await live(bed, 'm01', 'PATCH', `/me/events/${eventId}`, { recurrence })).status).toBe(200);
  expect(await datesOf('s01')).toBe(3);
  const { mail: address, name } = bed.person('m02');
  const attendees = [{ type: 'required', emailAddress: { address, name } }];
  expect((await live(bed, 'm01', 'PATCH', `/me/events/${eventId}`, { attendees })).status).toBe(200);
  expect([await datesOf('s01'), await datesOf('m02')]).toEqual([0, 3]);
  expect(mails()).toBe(before + 2);
});

schemaCheck('wrong on purpose');
