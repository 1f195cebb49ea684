// HC on the demo tenant's Graph, over HTTP: in the app folder, and in the library of the team's site.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { type OpenedHome, seriesHomeContract } from '../contracts/seriesHomeContract';
import { type Bed, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';

function homeOf(bed: Bed, as: string, homeSite: string | undefined) {
  const { homes } = createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(as),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    ...(homeSite !== undefined && { homeSite }),
  });
  const [home] = homes;
  if (home === undefined) throw new Error('there is no home');
  return home;
}

type Where = {
  /** Who else works there. */
  readonly other: string;
  readonly site: (bed: Bed) => string | undefined;
  readonly address: (bed: Bed, name: string) => Promise<string>;
};

async function opened({ other, site, address }: Where): Promise<OpenedHome> {
  const bed = await openBed({ log: LOG });
  return {
    home: homeOf(bed, 'm01', site(bed)),
    other: homeOf(bed, other, site(bed)),
    async plant(name, content) {
      const { status } = await bed.call('m01', 'PUT', await address(bed, name), content);
      if (status > 201) throw new Error(`could not plant: ${status}`);
    },
    async contentOf(name) {
      const { headers, status } = await bed.call('m01', 'GET', await address(bed, name));
      if (status !== 302) return undefined;
      return (await fetch(headers.get('location') ?? '')).text();
    },
    close: () => bed.close(),
  };
}

const inSite = async (bed: Bed, name: string): Promise<string> => {
  const { body } = await bed.call('m01', 'GET', `/sites/${bed.company.team?.siteId}/drive`);
  return `/drives/${String(body['id'])}/root:/Cadencia/${encodeURIComponent(name)}:/content`;
};

seriesHomeContract('the emulator’s app folder', () =>
  opened({
    other: 'm01',
    site: () => undefined,
    address: (_, name) => Promise.resolve(`/me/drive/special/approot:/${encodeURIComponent(name)}:/content`),
  }),
);
seriesHomeContract('the library of the emulator’s site, by its id', () =>
  opened({ other: 's01', site: ({ company }) => company.team?.siteId, address: inSite }),
);
seriesHomeContract('the library of the emulator’s site, by its address', () =>
  opened({
    other: 's01',
    site: ({ company }) => `${company.team?.siteId.split(',')[0]}:/sites/marketing-y-ventas`,
    address: inSite,
  }),
);

schemaCheck();
