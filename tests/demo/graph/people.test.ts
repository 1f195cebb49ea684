import { openBed, PLAN_SCOPES, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed({ log: LOG });
});
afterAll(() => bed.close());

const find = async (query: string, headers = {}, as?: string) => {
  const { status, body } = await bed.call(
    as ?? bed.token('m01', PLAN_SCOPES),
    'GET',
    `/users?${query}`,
    undefined,
    headers,
  );
  expect(status).toBe(200);
  return (body['value'] as readonly Json[]).map(({ displayName }) => displayName);
};
const EVENTUAL = { consistencylevel: 'eventual' };

test('EM16 the beginning of a name or an address finds people, guests and rooms', async () => {
  expect(await find("$filter=startsWith(displayName,'leire')")).toEqual(['Leire Otxoa Barrutia']);
  expect(
    await find("$filter=startsWith(surname,'Otx') or mail eq 'elena@tramontana.example'&$select=displayName"),
  ).toEqual(expect.arrayContaining(['Leire Otxoa Barrutia', 'Elena Doval Crespo']));
  expect(await find("$filter=startsWith(displayName,'Sala ')")).toHaveLength(2);
  expect(await find("$filter=mail in ('rodrigo.beltran@valdeolmo.example','x@y.example')")).toEqual([
    'Rodrigo Beltrán Ayuso',
  ]);
});

test('EM16 words are searched at their beginning, with their header', async () => {
  expect(await find('$search="displayName:barru"', EVENTUAL)).toEqual(['Leire Otxoa Barrutia']);
  expect(await find('$search="displayName:otx lei"', EVENTUAL)).toEqual(['Leire Otxoa Barrutia']);
  expect(await find('$search="displayName:arrutia"', EVENTUAL)).toEqual([]);
  expect(await find('$search="displayName:barru" OR "mail:rodrigo"', EVENTUAL)).toHaveLength(2);
});

test('EM16 with the header, counting, ne and sorting work', async () => {
  const { body } = await bed.call(
    'm01',
    'GET',
    "/users?$filter=endsWith(mail,'@valdeolmo.example')&$count=true&$orderby=displayName&$top=3&$select=displayName",
    undefined,
    EVENTUAL,
  );
  expect(body['@odata.count']).toBe(29);
  const names = (body['value'] as readonly Json[]).map(({ displayName }) => String(displayName));
  expect(names).toEqual([...names].sort());
  expect(
    await find("$filter=not(startsWith(displayName,'a')) and mail ne 'x'&$count=true&$top=999", EVENTUAL),
  ).not.toContain('Andrés Cuéllar Pombo');
});

test('EM16 fields beyond the basic ones need the directory tier, apart from my own', async () => {
  const other = `/users/${bed.person('s01').id}?$select=displayName,department,jobTitle`;
  const basic = await bed.call(bed.token('m01', PLAN_SCOPES), 'GET', other);
  expect(basic.body).toMatchObject({ displayName: bed.person('s01').name, department: null, jobTitle: null });
  expect((await bed.call('m01', 'GET', other)).body).toMatchObject({
    department: 'Ventas',
    jobTitle: 'Director de ventas',
  });
  const me = await bed.call(
    bed.token('m01', PLAN_SCOPES),
    'GET',
    '/me?$select=department,city,country,usageLocation',
  );
  expect(me.body).toMatchObject({
    department: 'Marketing',
    city: 'Madrid',
    country: 'ES',
    usageLocation: 'ES',
  });
  const byDepartment = await bed.call(
    bed.token('m01', PLAN_SCOPES),
    'GET',
    "/users?$filter=department eq 'Ventas'",
  );
  expect(byDepartment.status).toBe(403);
  expect(await find("$filter=department eq 'Ventas'&$select=displayName,department", {}, 'm01')).toHaveLength(
    13,
  );
});

test('EM16 somebody is found by id and sign-in name; there are no photos', async () => {
  const { upn, id } = bed.person('s01');
  expect((await bed.call('m01', 'GET', `/users/${encodeURIComponent(upn.toUpperCase())}`)).body['id']).toBe(
    id,
  );
  expect((await bed.call('m01', 'GET', '/users/nadie@valdeolmo.example')).status).toBe(404);
  expect((await bed.call('m01', 'GET', `/users/${id}/photo/$value`)).status).toBe(404);
});

test('EM2 mailbox settings are one’s own', async () => {
  expect((await bed.call('m07', 'GET', '/me/mailboxSettings')).body).toMatchObject({
    timeZone: 'SA Pacific Standard Time',
  });
  expect((await bed.call('m01', 'GET', `/users/${bed.person('s01').id}/mailboxSettings`)).status).toBe(403);
});

test('EM16 the team, its group and channel are there for members with the scopes', async () => {
  const scopes = [
    'Team.ReadBasic.All',
    'GroupMember.Read.All',
    'Channel.ReadBasic.All',
    'TeamMember.Read.All',
  ];
  const { id = '', name, members = [] } = bed.company.team ?? {};
  const as = (short: string) => bed.token(short, scopes);
  const joined = await bed.call(as('m01'), 'GET', '/me/joinedTeams');
  expect(joined.body['value']).toMatchObject([{ id, displayName: name }]);
  expect((await bed.call(as('x01'), 'GET', '/me/joinedTeams')).body['value']).toEqual([]);
  for (const path of [
    `/groups/${id}/members`,
    `/groups/${id}/transitiveMembers/microsoft.graph.user`,
    `/teams/${id}/members`,
  ]) {
    const { status, body } = await bed.call(as('m01'), 'GET', `${path}?$top=999`);
    expect([path, status, (body['value'] as readonly Json[]).length]).toEqual([path, 200, members.length]);
    expect((await bed.call('m01', 'GET', path)).status).toBe(403);
    expect((await bed.call(as('x01'), 'GET', path)).status).toBe(403);
  }
  expect((await bed.call(as('m01'), 'GET', `/teams/${id}/channels`)).body['value']).toMatchObject([
    { displayName: 'General' },
  ]);
  expect((await bed.call(as('m01'), 'GET', `/groups/${id}`)).body).toMatchObject({ id, displayName: name });
});

test('EM8 the zones that a mailbox knows are listed by either kind of name', async () => {
  const list = async (rest: string) =>
    (
      (await bed.call('m01', 'GET', `/me/outlook/supportedTimeZones${rest}`)).body['value'] as readonly Json[]
    ).map(({ alias }) => alias);
  expect(await list('')).toContain('Romance Standard Time');
  expect(await list("(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')")).toContain('Europe/Madrid');
});

test('EM44 the organisation tells its name to whoever reads their own entry, and keeps the rest', async () => {
  const ask = (scopes: readonly string[], query = '') =>
    bed.call(bed.token('m01', scopes), 'GET', `/organization${query}`);
  const { status, body } = await ask(['User.Read'], '?$select=displayName');
  expect([status, body['value']]).toMatchObject([200, [{ displayName: bed.company.name }]]);
  const [whole] = (await ask(['User.Read'])).body['value'] as readonly Json[];
  expect(whole).toMatchObject({ city: null, tenantType: null });
  expect((await ask(['Calendars.ReadWrite'])).status).toBe(403);
});

schemaCheck();
