// GY1 to GY7: src/graph/SPEC.md
import fc from 'fast-check';
import { cancellable } from '../../../src/app/cancel';
import { digestOf } from '../../../src/domain/rhythm/digestOf';
import { siteFolder } from '../../../src/graph/home/place';
import { recordNameOf, writeRecordFile } from '../../../src/graph/recordFile';
import { createSeriesArchive } from '../../../src/graph/records/archive';
import { readSummaryFile, SUMMARY_NAME, writeSummaryFile } from '../../../src/graph/summaryFile';
import { failureOf, NEVER } from '../../contracts/outcome';
import { aRecord } from '../../support/aRecord';
import { graphError } from '../../support/scriptedFetch';
import { bed } from '../client/bed';
import { scriptedDrive } from '../home/scriptedDrive';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const { series } = aRecord();
const record = (week: number, change = {}) => aRecord({ start: aRecord().start + week * WEEK, ...change });
const nameOf = (week: number) => `${recordNameOf(record(week).start)}.json`;
const DOWNLOAD = 'https://files.example/';

function open(weeks = 0) {
  const drive = scriptedDrive();
  for (let week = 0; week < weeks; week++) drive.put(nameOf(week), writeRecordFile(record(week)));
  const { graph, fetch, timing } = bed((seen, nth) => drive.script(seen, nth));
  const archive = createSeriesArchive(graph, 'site', siteFolder(graph, 'a.example,0f,1e'));
  const arrived: (readonly [number, number])[] = [];
  const digests = () =>
    timing.settle(archive.digests(series, (done, of) => void arrived.push([done, of]), NEVER));
  /** What was asked for since the last time. */
  let before = 0;
  const sent = () => {
    const fresh = fetch.seen.slice(before).map(({ method, url }) => {
      const what = url.startsWith(DOWNLOAD) ? 'file' : /children/.test(url) ? 'list' : 'item';
      return `${method} ${what}`;
    });
    before = fetch.seen.length;
    // The library of the site is found once.
    return fresh.filter((_, at) => at > 0 || !fresh[0]?.endsWith('item'));
  };
  return { drive, archive, timing, fetch, arrived, digests, sent };
}

const FILE = { id: 'a', eTag: 'b', name: nameOf(0), digest: digestOf(record(0)) };

test('GY1 a summary that is written reads back the same; whatever else stands there says nothing', () => {
  const summary = { series, files: [FILE] };
  expect(readSummaryFile(writeSummaryFile(summary))).toEqual({ kind: 'summary', summary });
  const text = (of: unknown, more = {}) =>
    JSON.stringify({ format: 'cadencia-summary', version: 1, summary: of, ...more });
  const wrong = [
    '',
    '<html>',
    text(summary, { format: 'cadencia-record' }),
    text({ series, files: [FILE, FILE] }),
    text({ series: 'another', files: [FILE] }),
    text({ series, files: [{ ...FILE, name: nameOf(1) }] }),
    text({ series, files: [{ ...FILE, digest: { ...FILE.digest, tasks: undefined } }] }),
    ' '.repeat(9_000_000),
  ];
  expect(wrong.map((content) => readSummaryFile(content).kind)).toEqual(wrong.map(() => 'unreadable'));
  expect(readSummaryFile(text(summary, { version: 3 }))).toEqual({ kind: 'newer' });
});

test('GY1 whatever is changed in a summary by hand, reading it is no error', () => {
  const text = writeSummaryFile({ series, files: [FILE] });
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(60), fc.string({ maxLength: 8 }), (at, cut, put) => {
      const edited = text.slice(0, at) + put + text.slice(at + cut);
      expect(['summary', 'newer', 'unreadable']).toContain(readSummaryFile(edited).kind);
    }),
  );
});

test('GY2 without a summary each record is read once, four at a time; with it only what changed', async () => {
  const { digests, sent, fetch, drive, arrived } = open(9);
  const first = await digests();
  expect(first.summary.files.map(({ digest }) => digest)).toEqual(
    [8, 7, 6, 5, 4, 3, 2, 1, 0].map((week) => digestOf(record(week))),
  );
  expect(sent()).toEqual(['GET list', ...Array<string>(9).fill('GET file'), 'PUT item']);
  expect(fetch.most()).toBeLessThanOrEqual(4);
  expect(arrived).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((done) => [done, 9]));
  expect(await digests()).toEqual(first);
  expect(sent()).toEqual(['GET list', 'GET file']);
  drive.put(nameOf(3), writeRecordFile(record(3, { chair: null })));
  drive.put(nameOf(20), writeRecordFile(record(20)));
  drive.files.delete(nameOf(5));
  const { files } = (await digests()).summary;
  expect(sent()).toEqual(['GET list', 'GET file', 'GET file', 'GET file', 'PUT item']);
  expect([files.length, files[0]?.name, files.find(({ name }) => name === nameOf(3))?.digest.chair]).toEqual([
    9,
    nameOf(20),
    null,
  ]);
});

test('GY3 whoever writes the summary first wins, and a summary that cannot be written fails nothing', async () => {
  for (const [status, code] of [
    [409, 'nameAlreadyExists'],
    [412, 'resourceModified'],
    [403, 'accessDenied'],
    [507, 'quotaLimitReached'],
    [503, 'serviceNotAvailable'],
  ] as const) {
    const { drive, digests, fetch } = open(2);
    if (status === 412) await digests();
    drive.put(nameOf(7), writeRecordFile(record(7)));
    drive.before = ({ method }) => (method === 'PUT' ? graphError(status, code) : undefined);
    expect((await digests()).summary.files).toHaveLength(3);
    expect(fetch.seen.filter(({ method }) => method === 'PUT')).toHaveLength(status === 412 ? 2 : 1);
  }
});

test('GY3 a summary is written by its version, the first one only where there is none', async () => {
  const { drive, digests, fetch } = open(1);
  await digests();
  expect(fetch.seen.at(-1)?.path).toContain('/summary.json:/content?@microsoft.graph.conflictBehavior=fail');
  const { eTag } = drive.files.get(SUMMARY_NAME) ?? {};
  drive.put(nameOf(1), writeRecordFile(record(1)));
  await digests();
  expect(fetch.seen.at(-1)?.headers.get('if-match')).toBe(eTag);
});

test('GY4 a record that goes while it is read is none; another failure fails the whole and stops the rest', async () => {
  const { drive, digests, fetch } = open(3);
  const gone = drive.files.get(nameOf(1))?.id ?? '';
  drive.before = ({ url }) => (url.includes(gone) ? graphError(404, 'itemNotFound') : undefined);
  expect((await digests()).summary.files.map(({ name }) => name)).toEqual([nameOf(2), nameOf(0)]);
  const other = open(40);
  other.drive.before = ({ url }) =>
    url.startsWith(DOWNLOAD) || url.includes('/items/') ? graphError(403, 'accessDenied') : undefined;
  expect(await failureOf(other.digests())).toEqual({ kind: 'denied' });
  expect(other.fetch.seen.length).toBeLessThan(15);
  expect(fetch.most()).toBeLessThanOrEqual(4);
});

test('GY5 what holds no record of this series is told by a plain name, and in no summary', async () => {
  const { drive, digests } = open(1);
  drive.put(nameOf(1), writeRecordFile(record(1, { series: 'another' })));
  drive.put(nameOf(2), writeRecordFile(record(3)));
  drive.put(nameOf(4), '{"format":"cadencia-record","version":99,"record":{}}');
  drive.put(nameOf(5), 'x'.repeat(1024 * 1024 + 1));
  const { summary, aside } = await digests();
  expect(summary.files).toHaveLength(1);
  expect(aside).toEqual([
    { name: nameOf(5), why: 'unreadable' },
    { name: nameOf(4), why: 'newer' },
    { name: nameOf(2), why: 'unreadable' },
    { name: nameOf(1), why: 'unreadable' },
  ]);
  const kept = readSummaryFile(drive.files.get(SUMMARY_NAME)?.content ?? '');
  expect(kept).toMatchObject({ kind: 'summary', summary: { files: [{ name: nameOf(0) }] } });
});

test('GY6 everything is what was written by us or by hand as text; what is too large is no text of ours', async () => {
  const { drive, archive, timing } = open(1);
  drive.put(nameOf(1), 'roto {');
  drive.put('foto.png', 'png');
  const all = await timing.settle(archive.everything(series, () => undefined, NEVER));
  expect(all.map(({ name }) => name)).toEqual([nameOf(0), nameOf(1)]);
  expect(all[1]?.text).toBe('roto {');
  drive.put(nameOf(2), 'x'.repeat(16 * 1024 * 1024 + 1));
  expect(await failureOf(timing.settle(archive.everything(series, () => undefined, NEVER)))).toEqual({
    kind: 'malformed',
  });
});

test('GY7 only a record of that series is removed, by its version', async () => {
  const { drive, archive, timing, fetch } = open(1);
  drive.put('series-x.json', '{}');
  const of = (name: string) => drive.files.get(name) ?? { id: '', eTag: '', name };
  const remove = (name: string) => timing.settle(archive.remove(of(name), series, NEVER));
  expect(await failureOf(remove('series-x.json'))).toEqual({ kind: 'notFound' });
  expect(await failureOf(remove(nameOf(5)))).toEqual({ kind: 'notFound' });
  expect(fetch.seen.filter(({ method }) => method === 'DELETE')).toEqual([]);
  drive.before = ({ method }) => (method === 'DELETE' ? new Response(null, { status: 204 }) : undefined);
  await remove(nameOf(0));
  const deleted = fetch.seen.filter(({ method }) => method === 'DELETE');
  expect(deleted.map(({ headers }) => headers.get('if-match'))).toEqual([of(nameOf(0)).eTag]);
});

test('GY2 cancelling ends the reading', async () => {
  const { archive, timing, drive } = open(5);
  const cancel = cancellable();
  drive.before = ({ url }) => {
    if (url.startsWith(DOWNLOAD)) cancel.cancel();
    return undefined;
  };
  expect(await failureOf(timing.settle(archive.digests(series, () => undefined, cancel)))).toEqual({
    kind: 'cancelled',
  });
});
