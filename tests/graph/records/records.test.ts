// GR3 to GR7: src/graph/SPEC.md
import { appFolder, siteFolder } from '../../../src/graph/home/place';
import { recordsFolderOf, writeRecordFile } from '../../../src/graph/recordFile';
import { createRecords } from '../../../src/graph/records/records';
import { failureOf, NEVER } from '../../contracts/outcome';
import { aRecord } from '../../support/aRecord';
import { graphError, json } from '../../support/scriptedFetch';
import { bed } from '../client/bed';
import { scriptedDrive } from '../home/scriptedDrive';

const SITE = 'valdeolmo.sharepoint.com,0f,1e';
const NAME = '2026-11-26T0900Z.json';
const FOLDER = recordsFolderOf(aRecord().series);

function open(kind: 'site' | 'appFolder' = 'site') {
  const drive = scriptedDrive();
  const { graph, fetch, timing } = bed((seen, nth) => drive.script(seen, nth));
  const place = kind === 'site' ? siteFolder(graph, SITE) : appFolder();
  const records = createRecords(graph, timing, kind, place);
  const sent = () => fetch.seen.map(({ method, path }) => `${method} ${path}`);
  return { drive, records, timing, fetch, sent };
}

test('GR3 a list reads no file, and passes other names over', async () => {
  const { records, timing, drive, fetch } = open();
  for (const name of [
    NAME,
    'series-x.json',
    '2026-11-26T0900Z.html',
    '2026-11-26.json',
    '2026-99-26T0900Z.json',
  ])
    drive.put(name, 'no matter');
  const listed = await timing.settle(records.list(aRecord().series, NEVER));
  expect(listed.map(({ name }) => name)).toEqual([NAME]);
  expect(fetch.seen.some(({ url }) => url.startsWith('https://files'))).toBe(false);
});

test('GR4 a record under another occurrence’s name is malformed; its address is asked for again once', async () => {
  const { records, timing, drive, fetch } = open();
  drive.put(NAME.replace('26T', '27T'), writeRecordFile(aRecord()));
  const [file] = await timing.settle(records.list(aRecord().series, NEVER));
  expect(await failureOf(timing.settle(records.read(file!, NEVER)))).toEqual({ kind: 'malformed' });
  expect(
    fetch.seen.find(({ url }) => url.startsWith('https://files'))?.headers.get('authorization'),
  ).toBeNull();
  drive.expireDownloads();
  expect(await failureOf(timing.settle(records.read(file!, NEVER)))).toEqual({ kind: 'unavailable' });
});

test('GR5 folders are made when the first record needs them, the outer one first', async () => {
  const { records, timing, drive, sent } = open();
  drive.folder = false;
  let made = 0;
  drive.before = (seen) => {
    if (seen.method !== 'POST') return undefined;
    if (++made === 1) return graphError(409, 'nameAlreadyExists');
    drive.folder = true;
    return json({ id: 'F' }, 201);
  };
  await timing.settle(records.create(aRecord(), NEVER));
  expect(sent().slice(1)).toEqual([
    `PUT /drives/d/root:/Cadencia/${FOLDER}/${NAME}:/content?@microsoft.graph.conflictBehavior=fail`,
    'POST /drives/d/root/children',
    'POST /drives/d/root:/Cadencia:/children',
    `PUT /drives/d/root:/Cadencia/${FOLDER}/${NAME}:/content?@microsoft.graph.conflictBehavior=fail`,
  ]);
});

test('GR5 a create whose answer was lost is recognised as our own; somebody else’s record is a conflict', async () => {
  for (const mine of [true, false]) {
    const { records, timing, drive } = open('appFolder');
    let lost = false;
    drive.after = (seen, answer) => {
      if (lost || seen.method !== 'PUT') return answer;
      lost = true;
      if (!mine) drive.put(NAME, writeRecordFile(aRecord({ chair: 's01' })));
      return 'cut';
    };
    const made = timing.settle(records.create(aRecord(), NEVER));
    if (mine) expect((await made).record).toEqual(aRecord());
    else expect(await failureOf(made)).toEqual({ kind: 'conflict' });
  }
});

test('GR6 an update carries the version; a mood of the service is waited out, four times at most', async () => {
  const { records, timing, drive, fetch } = open();
  const { id, eTag } = await timing.settle(records.create(aRecord(), NEVER));
  let moods = 0;
  drive.before = (seen) =>
    seen.method === 'PUT' && moods++ < 2 ? graphError(409, 'resourceModified') : undefined;
  const changed = aRecord({ chair: 's01' });
  const updated = await timing.settle(records.update(changed, id, eTag, NEVER));
  expect(updated.record).toEqual(changed);
  expect(fetch.seen.at(-1)?.headers.get('if-match')).toBe(eTag);
  drive.before = (seen) => (seen.method === 'PUT' ? graphError(409, 'resourceModified') : undefined);
  expect(await failureOf(timing.settle(records.update(aRecord(), id, updated.eTag, NEVER)))).toEqual({
    kind: 'conflict',
  });
});

test('GR6 an id that leads to another file writes nothing there', async () => {
  const { records, timing, drive } = open();
  drive.put('series-x.json', '{"format":"cadencia-series"}');
  const { id = '', eTag = '' } = drive.files.get('series-x.json') ?? {};
  expect(await failureOf(timing.settle(records.update(aRecord(), id, eTag, NEVER)))).toEqual({
    kind: 'malformed',
  });
  drive.put(NAME, writeRecordFile(aRecord({ series: 'another' })));
  const other = drive.files.get(NAME);
  expect(
    await failureOf(timing.settle(records.update(aRecord(), other?.id ?? '', other?.eTag ?? '', NEVER))),
  ).toEqual({ kind: 'malformed' });
  expect(drive.files.get(NAME)).toEqual(other);
});

test('GR7 the twin is a page in which nothing runs; without it the record is kept all the same', async () => {
  const { records, timing, drive, fetch } = open();
  await timing.settle(records.create(aRecord(), NEVER, '<p>Tareas</p>'));
  const twin = fetch.seen.at(-1);
  expect(twin?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(twin?.body).toContain('<html lang="es">');
  expect(twin?.body).toContain('Semanal de Marketing &amp; Ventas');
  expect(twin?.body).toContain(`content="default-src 'none'"`);
  drive.before = (seen) => (seen.path.includes('.html') ? graphError(507, 'quotaLimitReached') : undefined);
  const later = aRecord({ start: aRecord().start + 1000 * 60 * 60 * 24 });
  const kept = await timing.settle(records.create(later, NEVER, '<p>Más</p>'));
  expect(kept).toMatchObject({ record: later, twinKept: false });
});
