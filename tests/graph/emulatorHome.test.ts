// HC on the demo tenant's Graph, over HTTP: in the app folder, and in the library of the team's site.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { type OpenedHome, seriesHomeContract } from '../contracts/seriesHomeContract';
import { type Bed, openBed } from '../demo/graph/bed';

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

async function opened(
  other: string,
  folder: string,
  site: (bed: Bed) => string | undefined,
): Promise<OpenedHome> {
  const bed = await openBed();
  return {
    home: homeOf(bed, 'm01', site(bed)),
    other: homeOf(bed, other, site(bed)),
    async plant(name, content) {
      const { status } = await bed.call(
        'm01',
        'PUT',
        `${folder}:/${encodeURIComponent(name)}:/content`.replace(':/:/', ':/'),
        content,
      );
      if (status > 201) throw new Error(`could not plant: ${status}`);
    },
    async contentOf(name) {
      const { headers, status } = await bed.call(
        'm01',
        'GET',
        `${folder}:/${encodeURIComponent(name)}:/content`,
      );
      if (status !== 302) return undefined;
      return (await fetch(headers.get('location') ?? '')).text();
    },
    close: () => bed.close(),
  };
}

const APP_FOLDER = '/me/drive/special/approot';
seriesHomeContract('the emulator’s app folder', () => opened('m01', APP_FOLDER, () => undefined));
