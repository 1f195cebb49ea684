// KC and AC on the demo tenant's Graph, over HTTP: in the app folder, and in the library of the team's site.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { recordsFolderOf } from '../../src/graph/recordFile';
import { type OpenedRecords, recordsContract } from '../contracts/recordsContract';
import { type OpenedArchive, seriesArchiveContract } from '../contracts/seriesArchiveContract';
import { type Bed, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';

function recordsOf(bed: Bed, as: string, homeSite: string | undefined) {
  const { records, archives } = createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(as),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    ...(homeSite !== undefined && { homeSite }),
  });
  const [[first], [archive]] = [records, archives];
  if (first === undefined || archive === undefined) throw new Error('nothing keeps records');
  return { records: first, archive };
}

async function opened(
  other: string,
  where: 'site' | 'appFolder',
): Promise<OpenedArchive & { readonly others: Pick<OpenedRecords, 'other'> }> {
  const bed = await openBed({ log: LOG });
  const site = where === 'site' ? bed.company.team?.siteId : undefined;
  const addressOf = async (series: string, name: string) => {
    const path = `${recordsFolderOf(series)}/${encodeURIComponent(name)}:/content`;
    if (site === undefined) return `/me/drive/special/approot:/${path}`;
    const { body } = await bed.call('m01', 'GET', `/sites/${site}/drive`);
    return `/drives/${String(body['id'])}/root:/Cadencia/${path}`;
  };
  const others = recordsOf(bed, other, site);
  return {
    ...recordsOf(bed, 'm01', site),
    other: others.archive,
    others: { other: others.records },
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

for (const [name, other, where] of [
  ['the emulator’s app folder', 'm01', 'appFolder'],
  ['the library of the emulator’s site', 's01', 'site'],
] as const) {
  recordsContract(name, async () => {
    const { others, ...rest } = await opened(other, where);
    return { ...rest, ...others };
  });
  seriesArchiveContract(name, () => opened(other, where));
}

schemaCheck();
