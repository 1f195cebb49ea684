import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { errorOf, live, meetingWithChat, valuesOf } from './teamsBed';

let bed: Bed;
let chat: string;
let event: Json;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  ({ chat, event } = await meetingWithChat(bed));
});
afterEach(() => bed.close());

const idOf = (short: string) => bed.person(short).id;
const onlyChat = () => {
  const [only] = bed.emulator.chats.all();
  if (only === undefined) throw new Error('no chat');
  return only;
};
const CONSENT = {
  resourceSpecificPermissions: ['OnlineMeetingIncomingAudio.Detect.Chat', 'MeetingStage.Write.Chat'].map(
    (permissionValue) => ({ permissionValue, permissionType: 'delegated' }),
  ),
};
const appId = async () =>
  String(
    valuesOf(
      (
        await live(
          bed,
          'm01',
          'GET',
          "/appCatalogs/teamsApps?$filter=externalId eq '6f3c1f7e-5a0e-4a53-9d6b-0c1d2e3f4a5b'",
        )
      ).body,
    )[0]?.['id'],
  );
const bind = async () => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${await appId()}`,
});
const install = async (as = 'm01') =>
  live(bed, as, 'POST', `${chat}/installedApps`, { ...(await bind()), consentedPermissionSet: CONSENT });

test('EM23 a meeting in Teams has a chat that leads to its event', async () => {
  const { status, body } = await live(bed, 's01', 'GET', `${chat}?$expand=members`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    topic: 'Semanal',
    chatType: 'meeting',
    onlineMeetingInfo: {
      calendarEventId: event['id'],
      joinWebUrl: (event['onlineMeeting'] as Json)['joinUrl'],
      organizer: { id: idOf('m01') },
    },
  });
  const ids = (body['members'] as readonly Json[]).map(({ userId }) => userId);
  expect([...ids].sort()).toEqual(['m01', 'm02', 's01', 's05'].map(idOf).sort());
  expect((await live(bed, 's01', 'GET', chat)).body['members']).toBeUndefined();
});

test('EM23 guests are in the chat once they joined, with their own tenant', async () => {
  const before = valuesOf((await live(bed, 'm01', 'GET', `${chat}/members`)).body);
  bed.emulator.chats.join(onlyChat(), idOf('g01'));
  const after = valuesOf((await live(bed, 'm01', 'GET', `${chat}/members`)).body);
  expect(after.length).toBe(before.length + 1);
  const guest = after.find(({ userId }) => userId === idOf('g01'));
  expect(guest).toMatchObject({ roles: ['guest'], email: bed.person('g01').mail });
  expect(guest?.['tenantId']).not.toBe(before[0]?.['tenantId']);
});

test('EM23 strangers and people taken out are told that they are not on the roster', async () => {
  const stranger = await live(bed, 'x01', 'GET', chat);
  expect([stranger.status, errorOf(stranger.body)['message']]).toEqual([403, 'InsufficientPrivileges']);
  expect(JSON.stringify(stranger.body)).toContain('AclCheckFailed');
  bed.emulator.chats.remove(onlyChat(), idOf('s01'));
  expect((await live(bed, 's01', 'GET', `${chat}/members`)).status).toBe(403);
  expect((await live(bed, 'm01', 'GET', '/chats/19:meeting_none@thread.v2')).status).toBe(404);
  expect((await bed.call(bed.token('m01', ['User.Read']), 'GET', chat)).status).toBe(403);
});

test('EM23 my chats are those I am in', async () => {
  const mine = await live(bed, 's01', 'GET', "/me/chats?$filter=chatType eq 'meeting'&$expand=members");
  expect(valuesOf(mine.body)).toMatchObject([{ topic: 'Semanal' }]);
  expect(valuesOf((await live(bed, 'x01', 'GET', '/me/chats')).body)).toEqual([]);
});

test('EM24 the app is added once, by whoever presents, with consent to what it asks for', async () => {
  expect(valuesOf((await live(bed, 's01', 'GET', `${chat}/installedApps`)).body)).toEqual([]);
  expect((await install('s05')).status).toBe(403);
  const plain = bed.token('m01', ['TeamsAppInstallation.ReadWriteSelfForChat']);
  const wanted = { ...(await bind()), consentedPermissionSet: CONSENT };
  expect((await bed.call(plain, 'POST', `${chat}/installedApps`, wanted)).status).toBe(403);
  expect((await live(bed, 'm01', 'POST', `${chat}/installedApps`, await bind())).status).toBe(400);
  expect((await install()).status).toBe(201);
  expect((await install('s01')).status).toBe(409);
  const query = `$expand=teamsApp,teamsAppDefinition&$filter=teamsApp/id eq '${await appId()}'`;
  const { body } = await live(bed, 's01', 'GET', `${chat}/installedApps?${query}`);
  expect(valuesOf(body)).toMatchObject([
    { teamsApp: { id: await appId(), distributionMethod: 'organization' }, teamsAppDefinition: {} },
  ]);
  const other = await live(bed, 's01', 'GET', `${chat}/installedApps?$filter=teamsApp/id eq 'x'`);
  expect(valuesOf(other.body)).toEqual([]);
});

test('EM24 a tab needs the app, and shows where it leads', async () => {
  const tab = {
    ...(await bind()),
    displayName: 'Cadencia',
    configuration: { entityId: 'meeting', contentUrl: 'https://cadencia.example/meeting.html' },
  };
  expect((await live(bed, 'm01', 'POST', `${chat}/tabs`, tab)).status).toBe(404);
  await install();
  expect((await live(bed, 's05', 'POST', `${chat}/tabs`, tab)).status).toBe(403);
  const made = await live(bed, 'm01', 'POST', `${chat}/tabs`, tab);
  expect([made.status, made.body]).toMatchObject([201, { configuration: tab.configuration }]);
  const { body } = await live(bed, 's05', 'GET', `${chat}/tabs?$expand=teamsApp`);
  expect(valuesOf(body)).toMatchObject([{ displayName: 'Cadencia', teamsApp: { id: await appId() } }]);
});

test('EM25 what is said stays with its chat and loses what Teams does not allow', async () => {
  const content =
    '<p class="x" onclick="y()">Acta <b>hoy</b><script>z()</script> <a href="javascript:1">a</a><a href="https://valdeolmo.example/?a=1&amp;b=2">b</a><img src=x></p>';
  const said = await live(bed, 's05', 'POST', `${chat}/messages`, { body: { contentType: 'html', content } });
  expect(said.status).toBe(201);
  const { body } = await live(bed, 'm01', 'GET', `${chat}/messages`);
  expect(valuesOf(body)).toMatchObject([
    {
      from: { user: { id: idOf('s05'), displayName: bed.person('s05').name } },
      body: {
        contentType: 'html',
        content: '<p>Acta <b>hoy</b> <a>a</a><a href="https://valdeolmo.example/?a=1&amp;b=2">b</a></p>',
      },
    },
  ]);
  const say = (text: string, as = 'm01') =>
    live(bed, as, 'POST', `${chat}/messages`, { body: { content: text } });
  expect((await say(' ')).status).toBe(400);
  expect((await say('x'.repeat(40_000))).status).toBe(413);
  expect((await say('hola', 'x01')).status).toBe(403);
});

test('EM25 the team’s channel is seen and spoken in by its members', async () => {
  const { id = '' } = bed.company.team ?? {};
  const channels = await live(bed, 'm01', 'GET', `/teams/${id}/channels`);
  const channel = `/teams/${id}/channels/${encodeURIComponent(String(valuesOf(channels.body)[0]?.['id']))}`;
  expect((await live(bed, 'm01', 'GET', channel)).body).toMatchObject({ displayName: 'General' });
  expect((await live(bed, 'x01', 'GET', channel)).status).toBe(403);
  expect((await live(bed, 'm01', 'GET', `/teams/${id}/channels/19:none@thread.tacv2`)).status).toBe(404);
  const first = await live(bed, 'm01', 'POST', `${channel}/messages`, { body: { content: 'hola' } });
  const replies = `${channel}/messages/${String(first.body['id'])}/replies`;
  expect((await live(bed, 's01', 'POST', replies, { body: { content: 'qué tal' } })).status).toBe(201);
  expect(valuesOf((await live(bed, 's01', 'GET', replies)).body)).toMatchObject([
    { replyToId: first.body['id'], body: { content: 'qué tal' } },
  ]);
  expect(valuesOf((await live(bed, 's01', 'GET', `${channel}/messages`)).body)).toHaveLength(1);
  expect(
    (await live(bed, 's01', 'POST', `${channel}/messages/1/replies`, { body: { content: 'x' } })).status,
  ).toBe(404);
});

schemaCheck();
