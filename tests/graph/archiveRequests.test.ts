// GY2 over HTTP on the demo tenant's Graph: two years of weekly records with their twins.
import type { Fetch } from '../../src/graph/client/transport';
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { NEVER } from '../contracts/outcome';
import { aRecord } from '../support/aRecord';
import { openBed } from '../demo/graph/bed';

const WEEKS = 104;
const WEEK = 7 * 24 * 60 * 60 * 1000;

test('GY2 of two years of records the first opening reads each once, later ones a listing, the summary and what changed', async () => {
  const bed = await openBed();
  let sent: string[] = [];
  const counted: Fetch = (url, init) => {
    sent.push(init.method ?? 'GET');
    return fetch(url, init);
  };
  const open = () => {
    const { records, archives } = createMicrosoft365({
      graph: bed.base,
      identity: bed.identity('m01'),
      clock: { now: () => bed.clock.now },
      random: () => 0,
      fetch: counted,
    });
    return { records: records[0]!, archive: archives[0]! };
  };
  const { records } = open();
  for (let week = 0; week < WEEKS; week++)
    await records.create(aRecord({ start: aRecord().start + week * WEEK }), NEVER, '<p>Acta</p>');
  const opening = async () => {
    sent = [];
    const { summary } = await open().archive.digests(aRecord().series, () => undefined, NEVER);
    expect(summary.files).toHaveLength(WEEKS);
    return { gets: sent.filter((method) => method === 'GET').length, all: sent.length };
  };
  // 208 files are two pages of a listing.
  expect(await opening()).toEqual({ gets: 2 + WEEKS, all: 2 + WEEKS + 1 });
  expect(await opening()).toEqual({ gets: 3, all: 3 });
  const [newest] = await records.list(aRecord().series, NEVER);
  const { record, id, eTag } = await records.read(newest!, NEVER);
  await records.update({ ...record, chair: null }, id, eTag, NEVER);
  expect(await opening()).toEqual({ gets: 4, all: 5 });
  expect(await opening()).toEqual({ gets: 3, all: 3 });
  await bed.close();
});
