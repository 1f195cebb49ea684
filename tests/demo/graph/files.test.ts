import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
let site: string;
let drive: string;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
  site = bed.company.team?.siteId ?? '';
  drive = String((await bed.call('m01', 'GET', `/sites/${site}/drive?$select=id`)).body['id']);
});
afterEach(() => bed.close());

const APP = '/me/drive/special/approot';
const put = (path: string, content: string, query = '', headers = {}, as = 'm01') =>
  bed.call(as, 'PUT', `${path}:/content${query}`, content, headers);
const get = (path: string, as = 'm01') => bed.call(as, 'GET', path);
const codeOf = (body: Json) => (body['error'] as Json)['code'];
const contentAt = async (url: unknown) => (await fetch(String(url))).text();

test('EM17 a file is written, read by its own address without a token, and listed', async () => {
  const written = await put(`${APP}:/${encodeURIComponent('Añó «1».json')}`, '{"ñ":"🌱"}');
  expect(written.status).toBe(201);
  expect(written.body).toMatchObject({
    name: 'Añó «1».json',
    size: 13,
    file: { mimeType: 'application/json' },
  });
  const { body } = await get(
    `${APP}:/${encodeURIComponent('añó «1».JSON')}?$select=id,name,eTag,@microsoft.graph.downloadUrl`,
  );
  expect(Object.keys(body).sort()).toEqual([
    '@microsoft.graph.downloadUrl',
    '@odata.context',
    'eTag',
    'id',
    'name',
  ]);
  expect(await contentAt(body['@microsoft.graph.downloadUrl'])).toBe('{"ñ":"🌱"}');
  const children = await get(`${APP}/children?$select=name`);
  expect(children.body['value']).toEqual([{ id: body['id'], name: 'Añó «1».json' }]);
  const content = await get(`/me/drive/items/${String(body['id'])}/content`);
  expect(content.status).toBe(302);
  expect(await contentAt(content.headers.get('location'))).toBe('{"ñ":"🌱"}');
});

test('EM17 what conflictBehavior says happens when the name is taken', async () => {
  const first = await put(`${APP}:/a.json`, '1');
  const failed = await put(`${APP}:/A.json`, '2', '?@microsoft.graph.conflictBehavior=fail');
  expect([failed.status, codeOf(failed.body)]).toEqual([409, 'nameAlreadyExists']);
  const replaced = await put(`${APP}:/A.json`, '3');
  expect([replaced.status, replaced.body['id']]).toEqual([200, first.body['id']]);
  expect(replaced.body['eTag']).not.toBe(first.body['eTag']);
  const renamed = await put(`${APP}:/a.json`, '4', '?@microsoft.graph.conflictBehavior=rename');
  expect(renamed.body['name']).toBe('a 1.json');
});

test('EM17 an old version is refused and changes nothing, by id and by path', async () => {
  const { body } = await put(`${APP}:/a.json`, '1');
  const item = `/me/drive/items/${String(body['id'])}`;
  const old = { 'if-match': String(body['eTag']) };
  const second = await bed.call('m01', 'PUT', `${item}/content`, '2', old);
  expect(second.status).toBe(200);
  for (const refused of [
    await bed.call('m01', 'PUT', `${item}/content`, '3', old),
    await put(`${APP}:/a.json`, '3', '', old),
    await bed.call('m01', 'DELETE', item, undefined, old),
    await bed.call('m01', 'PATCH', item, { name: 'b.json' }, old),
  ]) {
    expect([refused.status, codeOf(refused.body)]).toEqual([412, 'resourceModified']);
  }
  expect(await contentAt((await get(item)).body['@microsoft.graph.downloadUrl'])).toBe('2');
  expect(
    (await bed.call('m01', 'PATCH', item, { name: 'b.json' }, { 'if-match': String(second.body['eTag']) }))
      .body['name'],
  ).toBe('b.json');
  expect((await bed.call('m01', 'DELETE', item)).status).toBe(204);
  expect((await get(item)).status).toBe(404);
});

test('EM17 folders: made once, nothing is written below one that is not there', async () => {
  const root = `/drives/${drive}/root`;
  expect((await put(`${root}:/Cadencia/a.json`, '1')).status).toBe(404);
  expect((await get(`${root}:/Cadencia:/children`)).status).toBe(404);
  const folder = { name: 'Cadencia', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
  expect((await bed.call('m01', 'POST', `${root}/children`, folder)).status).toBe(201);
  expect((await bed.call('s01', 'POST', `${root}/children`, folder)).status).toBe(409);
  expect((await put(`${root}:/Cadencia/a.json`, '1', '', {}, 's01')).status).toBe(201);
  expect((await get(`${root}:/Cadencia`)).body).toMatchObject({ folder: { childCount: 1 } });
  expect((await get(`${root}:/cadencia:/children`)).body['value']).toHaveLength(1);
});

test('EM17 the site is known by its id and its address, to its members', async () => {
  const host = site.split(',')[0];
  for (const path of [`/sites/${site}`, `/sites/${host}:/sites/marketing-y-ventas`])
    expect((await get(path)).body['id']).toBe(site);
  for (const path of [
    `/sites/${host}:/sites/marketing-y-ventas:/drive`,
    `/groups/${bed.company.team?.groupId}/drive`,
    `/drives/${drive}`,
  ])
    expect((await get(path)).body['id']).toBe(drive);
  expect((await get(`/sites/${host}:/sites/otra`)).status).toBe(404);
  expect((await get(`/sites/${site}`, 'x01')).status).toBe(403);
  expect((await get(`/drives/${drive}/root`, 'g01')).status).toBe(403);
});

test('EM17 the app folder’s scope opens the app folder and nothing else', async () => {
  const whole = bed.token('m01', ['Files.ReadWrite']);
  const own = String((await get('/me/drive', whole)).body['id']);
  const outside = await put(`/drives/${own}/root:/privado.txt`, 'x', '', {}, whole);
  expect(outside.status).toBe(201);
  const app = bed.token('m01', ['Files.ReadWrite.AppFolder']);
  const inside = await put(`${APP}:/a.json`, '1', '', {}, app);
  expect(inside.status).toBe(201);
  expect((await get(`/me/drive/items/${String(inside.body['id'])}`, app)).status).toBe(200);
  expect((await get(`/me/drive/items/${String(outside.body['id'])}`, app)).status).toBe(403);
  expect((await get('/me/drive/root/children', app)).status).toBe(403);
  expect((await get(`/drives/${drive}/root`, app)).status).toBe(403);
  expect((await get(`/me/drive/items/${String(inside.body['id'])}`, 's01')).status).toBe(404);
  expect((await get(APP, app)).body).toMatchObject({ name: 'Cadencia', specialFolder: { name: 'approot' } });
});

test('EM17 a download’s address expires, takes no token and cannot be made up', async () => {
  const { body } = await put(`${APP}:/a.json`, '1');
  const url = String(body['@microsoft.graph.downloadUrl']);
  const plain = await fetch(url, { headers: { origin: 'http://ana.localhost:3978' } });
  expect([plain.status, plain.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  expect((await fetch(url, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  expect((await fetch(url.replace(/until=(\d)/, 'until=9$1'))).status).toBe(401);
  expect((await fetch(url, { method: 'OPTIONS' })).headers.get('access-control-allow-headers')).toBeNull();
  expect((await fetch(new URL('/', url))).status).toBe(401);
  bed.clock.now += 61 * 60_000;
  expect((await fetch(url)).status).toBe(401);
});

schemaCheck();
