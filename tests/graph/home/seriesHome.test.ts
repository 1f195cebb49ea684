// GH1 to GH7: src/graph/SPEC.md
import { createSeriesHome } from '../../../src/graph/home/seriesHome';
import { appFolder, siteFolder } from '../../../src/graph/home/place';
import { writeSeriesFile } from '../../../src/graph/seriesFile';
import { aSeries } from '../../support/aSeries';
import { graphError } from '../../support/scriptedFetch';
import { failureOf, NEVER } from '../../contracts/outcome';
import { seriesHomeContract } from '../../contracts/seriesHomeContract';
import { bed } from '../client/bed';
import { scriptedDrive } from './scriptedDrive';

const SITE = 'valdeolmo.sharepoint.com,0f,1e';
const NAME = `series-${aSeries().id}.json`;

function open(kind: 'site' | 'appFolder' = 'site') {
  const drive = scriptedDrive();
  const { graph, fetch, timing } = bed((seen, nth) => drive.script(seen, nth));
  const place = kind === 'site' ? siteFolder(graph, SITE) : appFolder();
  const home = createSeriesHome(graph, timing, kind, place);
  const sent = () =>
    fetch.seen.map(({ method, path, url }) => `${method} ${url.startsWith('https://files') ? url : path}`);
  return { drive, home, timing, fetch, sent };
}

for (const kind of ['site', 'appFolder'] as const) {
  seriesHomeContract(`the gateway over a scripted drive, ${kind}`, () => {
    const drive = scriptedDrive();
    drive.folder = kind === 'appFolder';
    const homes = [1, 2].map(() => {
      const { graph, timing } = bed(drive.script);
      return createSeriesHome(graph, timing, kind, kind === 'site' ? siteFolder(graph, SITE) : appFolder());
    });
    return Promise.resolve({
      home: homes[0]!,
      other: homes[1]!,
      plant: (name, content) => Promise.resolve(drive.put(name, content)),
      contentOf: (name) => Promise.resolve(drive.files.get(name)?.content),
      close: () => Promise.resolve(),
    });
  });
}

test('GH1 the site is asked for its drive once; a site may be named by its address', async () => {
  const { home, timing, sent, drive } = open();
  drive.put(NAME, writeSeriesFile(aSeries()));
  await timing.settle(home.list(NEVER));
  await timing.settle(home.list(NEVER));
  expect(sent().filter((line) => line.includes('/drive?'))).toEqual([`GET /sites/${SITE}/drive?$select=id`]);

  const byAddress = bed((seen, nth) => drive.script(seen, nth));
  const place = siteFolder(byAddress.graph, 'valdeolmo.sharepoint.com:/sites/Marketing y Ventas');
  const other = createSeriesHome(byAddress.graph, byAddress.timing, 'site', place);
  await byAddress.timing.settle(other.list(NEVER));
  expect(byAddress.fetch.seen[0]?.path).toBe(
    '/sites/valdeolmo.sharepoint.com:/sites/Marketing y Ventas:/drive?$select=id',
  );
});

test('GH2 the folder is made when the first file needs it, also when somebody else makes it just then', async () => {
  const { home, timing, sent, drive } = open();
  drive.folder = false;
  drive.before = (seen) => {
    if (seen.method !== 'POST') return undefined;
    drive.folder = true;
    return graphError(409, 'nameAlreadyExists');
  };
  await timing.settle(home.create(aSeries(), NEVER));
  expect(sent().slice(1)).toEqual([
    `PUT /drives/d/root:/Cadencia/${NAME}:/content?@microsoft.graph.conflictBehavior=fail`,
    'POST /drives/d/root/children',
    `PUT /drives/d/root:/Cadencia/${NAME}:/content?@microsoft.graph.conflictBehavior=fail`,
  ]);
});

test('GH3 files are read without a token, by the address that authorises itself', async () => {
  const { home, timing, fetch, drive } = open('appFolder');
  drive.put(NAME, writeSeriesFile(aSeries()));
  await timing.settle(home.list(NEVER));
  expect(fetch.seen).toHaveLength(2);
  expect(fetch.seen[1]?.url).toMatch(/^https:\/\/files\.example\//);
  expect(fetch.seen[1]?.headers.get('authorization')).toBeNull();
});

test('GH3 an address that is no longer good is asked for again, once', async () => {
  const { home, timing, drive } = open();
  drive.put(NAME, writeSeriesFile(aSeries()));
  drive.expireDownloads();
  expect(await failureOf(timing.settle(home.list(NEVER)))).toEqual({ kind: 'unavailable' });
  drive.before = (seen) => {
    if (!seen.url.startsWith('https://files')) drive.put(NAME, writeSeriesFile(aSeries()));
    return undefined;
  };
  expect((await timing.settle(home.list(NEVER))).series).toHaveLength(1);
});

test('GH3 a file that is deleted while it is listed is simply not there', async () => {
  const { home, timing, drive } = open();
  drive.put(NAME, writeSeriesFile(aSeries()));
  drive.before = (seen) => {
    if (seen.url.startsWith('https://files')) drive.files.clear();
    return undefined;
  };
  expect(await timing.settle(home.list(NEVER))).toEqual({ series: [], unreadable: [] });
});

test('GH4 a file over the limit is named without being read', async () => {
  const { home, timing, drive, sent } = open();
  drive.put(NAME, 'x'.repeat(1024 * 1024 + 1));
  expect(await timing.settle(home.list(NEVER))).toEqual({ series: [], unreadable: [NAME] });
  expect(sent().some((line) => line.includes('files.example'))).toBe(false);
});

test('GH4 a copy of a file under another id is not that series', async () => {
  const { home, timing, drive } = open();
  const copy = NAME.replace('3f0e', 'aaaa');
  drive.put(copy, writeSeriesFile(aSeries()));
  expect(await timing.settle(home.list(NEVER))).toEqual({ series: [], unreadable: [copy] });
});

describe('GH5 a write whose answer was lost', () => {
  const loseFirst = (drive: ReturnType<typeof scriptedDrive>, method: string) => {
    let lost = false;
    drive.after = (seen, answer) => {
      if (lost || seen.method !== method) return answer;
      lost = true;
      return 'cut';
    };
  };

  test('GH5 create: it is recognised as our own, not a conflict', async () => {
    const { home, timing, drive } = open();
    loseFirst(drive, 'PUT');
    const stored = await timing.settle(home.create(aSeries(), NEVER));
    expect(stored.series).toEqual(aSeries());
    const next = await timing.settle(home.update(aSeries({ minutes: 40 }), stored.version, NEVER));
    expect(next.series.minutes).toBe(40);
  });

  test('GH5 update: the same', async () => {
    const { home, timing, drive } = open();
    const { version } = await timing.settle(home.create(aSeries(), NEVER));
    loseFirst(drive, 'PUT');
    const stored = await timing.settle(home.update(aSeries({ minutes: 40 }), version, NEVER));
    await timing.settle(home.update(aSeries({ minutes: 45 }), stored.version, NEVER));
    expect(drive.files.get(NAME)?.content).toContain('"minutes": 45');
  });

  test('GH5 create: a file that somebody else made meanwhile is a conflict all the same', async () => {
    const { home, timing, drive } = open();
    drive.before = (seen) => {
      if (seen.method !== 'PUT' || drive.files.size > 0) return undefined;
      drive.put(NAME, writeSeriesFile(aSeries({ title: 'Otra' })));
      return 'cut';
    };
    expect(await failureOf(timing.settle(home.create(aSeries(), NEVER)))).toEqual({ kind: 'conflict' });
  });
});

test('GH6 a 409 although nobody changed anything is tried again; one that stays is a conflict', async () => {
  const { home, timing, drive } = open();
  const { version } = await timing.settle(home.create(aSeries(), NEVER));
  let refused = 0;
  drive.before = (seen) =>
    seen.method === 'PUT' && ++refused <= 2 ? graphError(409, 'resourceModified') : undefined;
  const stored = await timing.settle(home.update(aSeries({ minutes: 40 }), version, NEVER));
  expect(stored.series.minutes).toBe(40);
  drive.before = (seen) => (seen.method === 'PUT' ? graphError(409, 'resourceModified') : undefined);
  expect(
    await failureOf(timing.settle(home.update(aSeries({ minutes: 45 }), stored.version, NEVER))),
  ).toEqual({
    kind: 'conflict',
  });
});

test('GH7 no access to the site is said as such, so that the next home can serve', async () => {
  const { home, timing, drive } = open();
  drive.before = () => graphError(403, 'accessDenied');
  expect(await failureOf(timing.settle(home.list(NEVER)))).toEqual({ kind: 'denied' });
  expect(await failureOf(timing.settle(home.create(aSeries(), NEVER)))).toEqual({ kind: 'denied' });
});
