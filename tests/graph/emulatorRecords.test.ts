// KC on the demo tenant's Graph, over HTTP: in the app folder, and in the library of the team's site.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { recordsFolderOf } from '../../src/graph/recordFile';
import { type OpenedRecords, recordsContract } from '../contracts/recordsContract';
import { type Bed, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';

function recordsOf(bed: Bed, as: string, homeSite: string | undefined) {
  const { records } = createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(as),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    ...(homeSite !== undefined && { homeSite }),
  });
  const [first] = records;
  if (first === undefined) throw new Error('nothing keeps records');
  return first;
}

async function opened(other: string, where: 'site' | 'appFolder'): Promise<OpenedRecords> {
  const bed = await openBed({ log: LOG });
  const site = where === 'site' ? bed.company.team?.siteId : undefined;
  const addressOf = async (series: string, name: string) => {
    const path = `${recordsFolderOf(series)}/${encodeURIComponent(name)}:/content`;
    if (site === undefined) return `/me/drive/special/approot:/${path}`;
    const { body } = await bed.call('m01', 'GET', `/sites/${site}/drive`);
    return `/drives/${String(body['id'])}/root:/Cadencia/${path}`;
  };
  return {
    records: recordsOf(bed, 'm01', site),
    other: recordsOf(bed, other, site),
    async plant(series, name, content) {
      const { status } = await bed.call('m01', 'PUT', await addressOf(series, name), content);
      if (status > 201) throw new Error(`could not plant: ${status}`);
    },
    async contentOf(series, name) {
      const { headers, status } = await bed.call('m01', 'GET', await addressOf(series, name));
      if (status !== 302) return undefined;
      return (await fetch(headers.get('location') ?? '')).text();
    },
    close: () => bed.close(),
  };
}

recordsContract('the emulator’s app folder', () => opened('m01', 'appFolder'));
recordsContract('the library of the emulator’s site', () => opened('s01', 'site'));

schemaCheck();
