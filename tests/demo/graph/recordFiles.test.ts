import { openBed, type Bed } from './bed';
import { LOG, schemaCheck } from './schemaCheck';
import { valuesOf } from './teamsBed';

let bed: Bed;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
});
afterEach(() => bed.close());

test.each(['the team’s site', 'the app’s folder'])(
  'EM17 records of a series lie in a folder of %s',
  async (where) => {
    const site = bed.company.team?.siteId ?? '';
    const drive = async () =>
      `/drives/${String((await bed.call('m01', 'GET', `/sites/${site}/drive`)).body['id'])}/root`;
    const root = where === 'the team’s site' ? await drive() : '/me/drive/special/approot';
    for (const [at, name] of [
      [`${root}/children`, 'records'],
      [`${root}:/records:/children`, 'one-series'],
    ] as const) {
      const folder = { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
      expect((await bed.call('m01', 'POST', at, folder)).status).toBe(201);
      expect((await bed.call('m01', 'POST', at, folder)).status).toBe(409);
    }
    const file = `${root}:/records/one-series/2026-11-24T1615Z.json:/content`;
    const fail = '?@microsoft.graph.conflictBehavior=fail';
    const made = await bed.call('m01', 'PUT', file + fail, '{"a":1}');
    expect(made.status).toBe(201);
    expect((await bed.call('m01', 'PUT', file + fail, '{"a":2}')).status).toBe(409);
    const item = `${root.replace(/\/root$|\/special\/approot$/, '')}/items/${String(made.body['id'])}/content`;
    const tag = { 'if-match': String(made.body['eTag']) };
    expect((await bed.call('m01', 'PUT', item, '{"a":3}', tag)).status).toBe(200);
    expect((await bed.call('m01', 'PUT', item, '{"a":4}', tag)).status).toBe(412);
    const listed = await bed.call(
      'm01',
      'GET',
      `${root}:/records/one-series:/children?$select=id,name,eTag&$top=200`,
    );
    expect(valuesOf(listed.body)).toMatchObject([{ id: made.body['id'], name: '2026-11-24T1615Z.json' }]);
  },
);

schemaCheck();
