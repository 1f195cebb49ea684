// FD2, FD8, FD9 over the real adapters and the demo tenant's Graph: the library of the team's site, two heads.
import { changeRecord, readArchive } from '../../../src/app/follow/archives';
import { chosenIn, createFollow } from '../../../src/app/follow/followState';
import { erase, exportSeries } from '../../../src/app/follow/leaving';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { NEVER } from '../../contracts/outcome';
import { type Bed, openBed } from '../../demo/graph/bed';
import { LOG, schemaCheck } from '../../demo/graph/schemaCheck';
import { aRecord } from '../../support/aRecord';
import { aTeam, aWeekly, START, WEEK } from './aFollow';

const SERIES = aWeekly();

async function tabOf(bed: Bed, me: string) {
  const services = createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(me),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    ...(bed.company.team !== undefined && { homeSite: bed.company.team.siteId }),
  });
  const [home] = services.homes;
  const { ports } = aTeam().portsOf(me);
  const follow = createFollow({
    ...ports,
    homes: services.homes,
    records: services.records,
    archives: services.archives,
  });
  const listed = await home!.list(NEVER);
  const series = listed.series.length > 0 ? listed.series : [await home!.create(SERIES, NEVER)];
  follow.change({ all: series.map((one) => ({ ...one, home: 0 })), chosen: SERIES.id, screen: 'series' });
  return { follow, records: services.records[0]!, now: () => follow.state.get() };
}

test('FD2 FD8 FD9 two heads change, take along and erase over the real Graph adapters', async () => {
  const bed = await openBed({ log: LOG });
  const irene = await tabOf(bed, 'm01');
  for (const weeks of [1, 2])
    await irene.records.create(
      aRecord({ series: SERIES.id, start: START - weeks * WEEK }),
      NEVER,
      '<p>Acta</p>',
    );
  const rodrigo = await tabOf(bed, 's01');
  await Promise.all([irene, rodrigo].map(({ follow }) => readArchive(follow, SERIES.id)));

  const add = ({ follow }: typeof irene, id: string) =>
    changeRecord(follow, START - WEEK, SERIES.id, (record) => ({
      ...record,
      problems: [...record.problems, { id, title: id, by: 'm01', area: 'marketing', readings: [] }],
    }));
  for (const round of ['a', 'b', 'c'])
    await Promise.all([add(irene, `${round}-irene`), add(rodrigo, `${round}-rodrigo`)]);
  await readArchive(rodrigo.follow, SERIES.id);
  const problems = rodrigo.now().archives[SERIES.id]?.summary.files[0]?.digest.problems ?? [];
  expect(problems.map(({ id }) => id).sort()).toEqual(
    ['p1', 'a-irene', 'a-rodrigo', 'b-irene', 'b-rodrigo', 'c-irene', 'c-rodrigo'].sort(),
  );

  await erase(irene.follow, 's01');
  expect(irene.now().question).toMatchObject({ kind: 'erase', records: 2 });
  const done = new Promise<void>((resolve) => {
    irene.follow.state.subscribe(() => {
      if (irene.now().notice !== null) resolve();
    });
  });
  irene.follow.asked?.(true);
  await done;
  expect(irene.now().notice).toEqual({ kind: 'done', what: 'erase' });
  expect(chosenIn(irene.now()).series.people.map(({ id }) => id)).not.toContain('s01');
  const file = await exportSeries(irene.follow);
  expect(file?.text).toContain('Enviar la lista <b>hoy</b>');
  expect(file?.text).not.toMatch(/"s01"|Hugo Gil|Rodrigo Beltrán/);
  await bed.close();
});

schemaCheck();
