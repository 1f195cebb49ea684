// GN1 to GN3: src/graph/SPEC.md
import { createAnnouncing } from '../../../src/graph/announcing/announcing';
import { failureOf, NEVER } from '../../contracts/outcome';
import { BASE, graphError, json, type Script, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const CHAT = '19:meeting_Ym8@thread.v2';
const CHANNEL = { team: 'T', channel: '19:c@thread.tacv2' };

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  const sent = () => fetch.seen.map(({ method, path }) => `${method} ${path}`);
  return { announcing: createAnnouncing(graph, BASE), fetch, timing, sent };
}
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.body ?? 'null') as Record<string, unknown>;
const notice = { kind: 'asked', preview: 'x'.repeat(200), parameters: { series: 'Semanal' } } as const;

test('GN1 a message in the channel, and one in the chat, as HTML', async () => {
  const { announcing, timing, fetch, sent } = open(() => json({ id: '1' }, 201));
  await timing.settle(announcing.post(CHANNEL, '<p>a</p>', NEVER));
  await timing.settle(announcing.say(CHAT, '<p>b</p>', NEVER));
  expect(sent()).toEqual([
    'POST /teams/T/channels/19:c@thread.tacv2/messages',
    `POST /chats/${CHAT}/messages`,
  ]);
  expect(fetch.seen.map(bodyOf)).toEqual([
    { body: { contentType: 'html', content: '<p>a</p>' } },
    { body: { contentType: 'html', content: '<p>b</p>' } },
  ]);
});

test.each([
  ['cut', () => 'cut' as const, { kind: 'offline' }],
  ['unavailable', () => graphError(503, 'x'), { kind: 'unavailable' }],
])('GN1 without an answer nothing is sent again: %s', async (_, answer, failure) => {
  const { announcing, timing, sent } = open(answer);
  expect(await failureOf(timing.settle(announcing.say(CHAT, '<p>a</p>', NEVER)))).toEqual(failure);
  expect(await failureOf(timing.settle(announcing.post(CHANNEL, '<p>a</p>', NEVER)))).toEqual(failure);
  const where = { kind: 'chat', chat: CHAT } as const;
  expect(await failureOf(timing.settle(announcing.notify(where, 'm02', notice, NEVER)))).toEqual(failure);
  expect(sent()).toHaveLength(3);
});

test('GN1 a message that was taken is said, whatever the answer tells of it', async () => {
  const { announcing, timing } = open(() => new Response('<html>', { status: 201 }));
  await timing.settle(announcing.say(CHAT, '<p>a</p>', NEVER));
});

test('GN2 a notice names its place, its kind and one person; what is shown is cut', async () => {
  const { announcing, timing, fetch, sent } = open(() => new Response(null, { status: 204 }));
  await timing.settle(announcing.notify({ kind: 'chat', chat: CHAT }, 'm02', notice, NEVER));
  await timing.settle(announcing.notify({ kind: 'team', team: 'T/1' }, 'm02', notice, NEVER));
  expect(sent()).toEqual([
    `POST /chats/${CHAT}/sendActivityNotification`,
    'POST /teams/T/1/sendActivityNotification',
  ]);
  expect(bodyOf(fetch.seen[0])).toEqual({
    topic: { source: 'entityUrl', value: `${BASE}/chats/${encodeURIComponent(CHAT)}` },
    activityType: 'asked',
    previewText: { content: 'x'.repeat(150) },
    templateParameters: [{ name: 'series', value: 'Semanal' }],
    recipient: { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId: 'm02' },
  });
});

test.each([
  ['without consent', graphError(403, 'Forbidden', {}, { message: 'Missing scope' }), 'consent'],
  ['to a stranger', graphError(403, 'Forbidden'), 'denied'],
  ['to nobody', graphError(404, 'NotFound'), 'notFound'],
])('GN3 %s', async (_, answer, kind) => {
  const { announcing, timing } = open(() => answer.clone());
  const failure = await failureOf(timing.settle(announcing.say(CHAT, '<p>a</p>', NEVER)));
  expect(failure.kind).toBe(kind);
});
