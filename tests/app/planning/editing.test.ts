import { addMember } from '../../../src/app/planning/rosterEdits';
import type { Series } from '../../../src/domain/rhythm/series';
import { aMember, aSeries } from '../../support/aSeries';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';
import { aDesk, amparo, bruno, camilo, catalina, irene, rodrigo, settle, withAreas } from './desk';

test('PL70 two heads editing at once: both edits are kept, and the second is told', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  const mine = desk.open();
  const theirs = desk.open({
    host: fakeComposeHost(),
    homes: [fakeSeriesHome(desk.folder)],
  });
  await mine.until('slots');
  await theirs.until('slots');
  mine.planning.openAreas();
  theirs.planning.openAreas();
  theirs.planning.areas.add(catalina, 'marketing');
  theirs.planning.areas.save();
  await theirs.until('slots');
  mine.planning.areas.add(camilo, 'sales');
  mine.planning.areas.save();
  const slots = await mine.until('slots');
  expect(slots.series.people.map(({ id }) => id).sort()).toEqual(
    [irene, bruno, catalina, rodrigo, amparo, camilo].map(({ id }) => id).sort(),
  );
  expect(slots.notice).toMatchObject({ kind: 'merged' });
  expect(slots.calendars.of).toBe(6);
});

test.each([
  { kind: 'offline' },
  { kind: 'unavailable' },
  { kind: 'throttled', retryAfterMs: 600_000 },
] as const)('PL71 areas that cannot be saved ($kind) stay on screen as typed', async (failure) => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const before = [...desk.folder.files.values()].map(({ content }) => content);
  pane.planning.openAreas();
  pane.planning.areas.add(catalina, 'marketing');
  await settle();
  desk.home.failNext(failure);
  pane.planning.areas.save();
  const areas = await pane.until('areas');
  expect(areas.notice).toEqual({ kind: 'failed', failure, during: 'save' });
  expect(areas.series.people.map(({ id }) => id)).toContain(catalina.id);
  expect([...desk.folder.files.values()].map(({ content }) => content)).toEqual(before);
  pane.planning.retry();
  expect((await pane.until('slots')).series.people).toHaveLength(5);
});

test('PL72 going back drops what was not saved', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.openAreas();
  pane.planning.areas.remove(bruno.id);
  pane.planning.back();
  expect(pane.screen('slots').series.people).toHaveLength(4);
  pane.planning.openAreas();
  expect(pane.screen('areas').series.people).toHaveLength(4);
});

test('PL73 the proposed minimum follows the invited people, and outsiders do not count in it', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => aMember(id, 'sales'));
  const four = people.reduce(addMember, aSeries({ people: [] }));
  const minimum = (series: Series) => series.areas.find(({ id }) => id === 'sales')?.quorum;
  expect(minimum(four)).toBe(3);
  const two = ['x', 'y'].map((id) => aMember(id, 'sales', { outsider: true }));
  expect(minimum(two.reduce(addMember, four))).toBe(3);
});

test('PL73 people: roles, stand-ins, areas, hours, minimum and protected hours', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { areas } = pane.planning;
  pane.planning.openAreas();
  areas.setStandIn(bruno.id, irene.id);
  areas.move(amparo.id, 'marketing');
  areas.setQuorum('marketing', 3);
  areas.setHours(bruno.id, [{ weekday: 1, from: '10:00', until: '12:00' }]);
  areas.setProtected('sales', [{ weekday: 2, from: '10:00', until: '12:00', label: 'Llamadas' }]);
  areas.setPeriods('sales', [{ from: '2026-12-17', until: '2026-12-24', label: 'Cierre de trimestre' }]);
  const { series } = pane.screen('areas');
  const person = (id: string) => series.people.find((one) => one.id === id);
  expect(person(bruno.id)).toMatchObject({ standsInFor: irene.id, hours: [{ weekday: 1 }] });
  expect(person(amparo.id)?.area).toBe('marketing');
  expect(series.areas[0]?.quorum).toBe(3);
  expect(series.areas[1]).toMatchObject({ protectedTimes: [{ label: 'Llamadas' }], protectedPeriods: [{}] });
  areas.save();
  expect((await pane.until('slots')).series.people).toEqual(series.people);
});

test('PL74 the organiser’s clock follows a corrected site, and holidays follow its country', async () => {
  const desk = aDesk();
  const pane = desk.open();
  const { series } = await pane.until('areas');
  const [site] = series.sites;
  if (site === undefined) throw new Error('no site');
  pane.planning.areas.editSite({ ...site, zone: 'America/Bogota', country: 'CO', city: 'Bogotá' });
  const after = await pane.until('areas');
  expect(after.series.zone).toBe('America/Bogota');
  expect(after.holidays['site-1']).toEqual([{ date: '2026-12-08', name: 'Inmaculada' }]);
});

test('PL75 the newest question for people wins, and one that fails leaves what was chosen', async () => {
  const desk = aDesk();
  const pane = desk.open();
  await pane.until('areas');
  const find = desk.directory.find;
  let answerOld: () => void = () => undefined;
  desk.directory.find = async (text, cancel) => {
    if (text === 'cam') await new Promise<void>((resolve) => (answerOld = resolve));
    return find(text, { ...cancel, cancelled: false });
  };
  pane.planning.areas.find('cam');
  pane.planning.areas.find('ampa');
  await settle();
  answerOld();
  expect((await pane.until('areas')).offered).toMatchObject({
    text: 'ampa',
    people: [amparo],
    searching: false,
  });
  desk.directory.failNext({ kind: 'unavailable' });
  pane.planning.areas.find('cata');
  const failed = await pane.until('areas');
  expect(failed.notice).toMatchObject({ kind: 'failed', during: 'people' });
  expect(failed.offered.searching).toBe(false);
  pane.planning.retry();
  expect((await pane.until('areas')).offered.people).toEqual([catalina]);
});

test('PL76 a monthly series brings its own title, length and agenda; numbers out of bounds are refused', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { series } = pane.planning;
  pane.planning.openSeries();
  series.use('');
  series.change({ kind: 'monthly' });
  expect(pane.screen('series').series).toMatchObject({
    title: 'Mensual de Marketing y Ventas',
    minutes: 50,
    times: 6,
  });
  for (const minutes of [0, 14, 61, 35.5]) {
    series.change({ minutes });
    expect(pane.screen('series').notice).toMatchObject({ kind: 'refused', code: 'slots/bad-minutes' });
  }
  series.change({ times: 0 });
  expect(pane.screen('series').notice).toMatchObject({ kind: 'refused', code: 'slots/bad-repeat' });
  series.change({ from: '2026-11-22' });
  expect(pane.screen('series').notice).toMatchObject({ kind: 'refused', code: 'slots/empty-window' });
  expect(pane.screen('series').series.minutes).toBe(50);
  series.save();
  const slots = await pane.until('slots');
  expect(slots.agenda).toEqual({ items: 5, minutes: 50, of: 50 });
  expect(slots.options[0]?.slot.pattern?.nth).toBeDefined();
  expect(desk.folder.files.size).toBe(2);
  expect(slots.series.chain).toEqual([]);
});

test('PL77 another series that has a file is gone on with, not written anew', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.openSeries();
  pane.planning.series.use('');
  pane.planning.series.change({ kind: 'monthly' });
  pane.planning.series.save();
  await pane.until('slots');
  pane.planning.openSeries();
  const { known, series } = pane.screen('series');
  expect(known).toHaveLength(2);
  const weekly = known.find(({ id }) => id !== series.id);
  pane.planning.series.use(weekly?.id ?? '');
  pane.planning.series.save();
  const slots = await pane.until('slots');
  expect(slots.series).toMatchObject({ kind: 'weekly', minutes: 35 });
  expect(slots.agenda.minutes).toBe(35);
  expect(desk.folder.files.size).toBe(2);
});

test('PL78 the agenda always sums; what does not fit is refused and changes nothing', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { agenda } = pane.planning;
  const shown = () => pane.screen('agenda').agenda.items;
  const sum = () => shown().reduce((total, { minutes }) => total + minutes, 0);
  pane.planning.openAgenda();
  agenda.change(0, { minutes: 9 });
  expect([shown()[0]?.minutes, sum()]).toEqual([9, 35]);
  agenda.add({ kind: 'topic', title: 'Ferias' }, 6);
  expect([shown()[6]?.minutes, sum()]).toEqual([5, 35]);
  agenda.change(6, { title: '  Ferias de primavera ', owner: 'Bruno Aldaz Peña', internal: true });
  expect(shown()[6]).toMatchObject({
    title: 'Ferias de primavera',
    owner: 'Bruno Aldaz Peña',
    internal: true,
  });
  agenda.move(6, 1);
  expect(shown()[1]?.title).toBe('Ferias de primavera');
  const before = shown();
  agenda.change(0, { minutes: 40 });
  expect(pane.screen('agenda').notice).toMatchObject({ kind: 'refused', code: 'agenda/sum' });
  expect(shown()).toBe(before);
  agenda.remove(0);
  expect([shown().length, sum()]).toEqual([6, 35]);
  agenda.save();
  expect(pane.screen('slots').agenda).toEqual({ items: 6, minutes: 35, of: 35 });
  pane.planning.insert();
  await pane.until('done');
  expect(desk.form.form.bodyHtml).not.toContain('Ferias de primavera');
});

test('PL79 an own agenda shares out another length; the template follows kind and language', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.openAgenda();
  pane.planning.agenda.change(0, { title: 'Cifras de la semana' });
  pane.planning.agenda.save();
  pane.planning.openSeries();
  pane.planning.series.change({ minutes: 45 });
  pane.planning.series.save();
  expect((await pane.until('slots')).agenda).toEqual({ items: 6, minutes: 45, of: 45 });
  pane.planning.openAgenda();
  expect(pane.screen('agenda').agenda.items[0]?.title).toBe('Cifras de la semana');
  pane.planning.agenda.reset();
  expect(pane.screen('agenda').agenda.items[0]?.title).toBe('Tareas abiertas');
});

test('PL80 the first time the series can be changed before anything is kept', async () => {
  const desk = aDesk();
  const pane = desk.open();
  await pane.until('areas');
  pane.planning.areas.add(rodrigo, 'sales');
  pane.planning.openSeries();
  pane.planning.series.change({ minutes: 45 });
  pane.planning.series.save();
  const areas = await pane.until('areas');
  expect(areas.series).toMatchObject({ minutes: 45 });
  expect(areas.series.people).toHaveLength(2);
  expect(desk.folder.files.size).toBe(0);
  pane.planning.areas.save();
  expect((await pane.until('slots')).agenda).toEqual({ items: 6, minutes: 45, of: 45 });
});

test('PL81 a fault of ours is reported, reads as one, and leaves a way out', async () => {
  const desk = aDesk();
  const broken = Object.assign(Object.create(desk.form) as typeof desk.form, {
    read: () => Promise.reject(new TypeError('bug')),
  });
  const pane = desk.open({ host: broken });
  expect(await pane.until('signIn')).toMatchObject({ failure: { kind: 'malformed' } });
  expect(desk.faults).toEqual([new TypeError('bug')]);
});
