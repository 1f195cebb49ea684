import { TEAMS_APP_ID } from '../../../src/demo/graph/teams/apps';
import { channelOf } from '../../../src/demo/graph/people/teamRoutes';
import { type Bed, openBed } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { valuesOf } from './teamsBed';

let bed: Bed;
let team: string;
let tabs: string;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  if (bed.company.team === undefined) throw new Error('no team');
  team = `/teams/${bed.company.team.id}`;
  tabs = `${team}/channels/${encodeURIComponent(channelOf(bed.company, bed.company.team).id)}/tabs`;
});
afterEach(() => bed.close());

const SCOPES = ['TeamsAppInstallation.ReadWriteAndConsentForTeam', 'TeamsTab.ReadWriteForTeam'];
const as = (short: string, method: string, path: string, body?: unknown) =>
  bed.call(bed.token(short, SCOPES), method, path, body);
const APP = {
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${TEAMS_APP_ID}`,
};
const install = (permissions: readonly string[]) =>
  as('m01', 'POST', `${team}/installedApps`, {
    ...APP,
    consentedPermissionSet: {
      resourceSpecificPermissions: permissions.map((permissionValue) => ({
        permissionValue,
        permissionType: 'delegated',
      })),
    },
  });
const WHOLE = ['ChannelMeetingIncomingAudio.Detect.Group', 'ChannelMeetingStage.Write.Group'];
const TAB = {
  ...APP,
  displayName: 'Semanal',
  configuration: { entityId: 'series', contentUrl: 'https://cadencia.example/channel.html' },
};

test('EM24 the app is in a team once, with its whole consent, and a channel’s tab needs it there', async () => {
  expect((await as('m01', 'POST', tabs, TAB)).status).toBe(404);
  expect((await install(WHOLE.slice(1))).status).toBe(400);
  expect((await install(WHOLE)).status).toBe(201);
  expect((await install(WHOLE)).status).toBe(409);
  expect(valuesOf((await as('s01', 'GET', `${team}/installedApps`)).body)).toHaveLength(1);
  expect((await as('x01', 'GET', `${team}/installedApps`)).status).toBe(403);
  expect((await as('s01', 'POST', tabs, TAB)).status).toBe(201);
});

test('EM24 a channel’s tab is seen by every member, renamed and taken away', async () => {
  await install(WHOLE);
  const made = await as('s01', 'POST', tabs, TAB);
  const other = await as('m01', 'POST', tabs, { ...TAB, displayName: 'Mensual' });
  expect(other.body['id']).not.toBe(made.body['id']);
  const tab = `${tabs}/${String(made.body['id'])}`;
  expect((await as('m01', 'PATCH', tab, { displayName: '' })).status).toBe(400);
  expect((await as('m01', 'PATCH', tab, { displayName: 'Ventas' })).body).toMatchObject({
    displayName: 'Ventas',
    configuration: TAB.configuration,
  });
  expect((await as('m01', 'DELETE', `${tabs}/nothing`)).status).toBe(404);
  expect((await as('m01', 'DELETE', `${tabs}/${String(other.body['id'])}`)).status).toBe(204);
  expect(valuesOf((await as('m02', 'GET', `${tabs}?$expand=teamsApp`)).body)).toMatchObject([
    { displayName: 'Ventas', teamsApp: { id: TEAMS_APP_ID } },
  ]);
  expect((await as('x01', 'GET', tabs)).status).toBe(403);
  expect((await as('m01', 'GET', tabs.replace('thread', 'elsewhere'))).status).toBe(404);
});

schemaCheck();
