// FD8, FD9: src/app/SPEC.md
import { readArchive } from '../../../src/app/follow/archives';
import { chosenIn } from '../../../src/app/follow/followState';
import { erase, exportSeries } from '../../../src/app/follow/leaving';
import { Refusal } from '../../../src/domain/refusal';
import { recordNameOf, recordsFolderOf } from '../../../src/graph/recordFile';
import { settle } from '../meeting/testTime';
import { aMember } from '../../support/aSeries';
import { aTeam, aWeekly, PEOPLE, START, WEEK } from './aFollow';

const { id: series } = aWeekly();
const FOLDER = recordsFolderOf(series);
const nameOf = (weeks: number, ending = '.json') => `${recordNameOf(START - weeks * WEEK)}${ending}`;

async function opened(me = 'm01') {
  const team = aTeam();
  for (const weeks of [1, 2, 3]) await team.held(weeks);
  const minutes = () => 'acta de nuevo';
  const { ports } = team.portsOf(me);
  const tab = await team.follow(me, { wording: { ...ports.wording, minutes } });
  await readArchive(tab.follow, series);
  const answer = async (yes: boolean) => {
    tab.follow.change({ question: null });
    tab.follow.asked?.(yes);
    await settle();
  };
  return { team, ...tab, answer };
}

test('FD8 an export is one readable text with everything, and says what is kept elsewhere', async () => {
  const { team, follow, now } = await opened();
  const { folder } = team.records;
  folder.put(`${FOLDER}/${nameOf(4)}`, 'roto {');
  folder.put(`${FOLDER}/${nameOf(1, '.html')}`, '<p>acta</p>');
  follow.change({ plan: 'plan-1' });
  const working: unknown[] = [];
  follow.state.subscribe(() => void working.push(now().working));
  const file = await exportSeries(follow);
  expect(file?.name).toBe('cadencia-semanal-de-marketing-y-ventas-2026-12-01.json');
  const content = JSON.parse(file?.text ?? '') as { files: { name: string; content: unknown }[] };
  expect(content).toMatchObject({
    format: 'cadencia-export',
    series: { id: series, people: [{ id: 'm01' }, {}, {}, {}] },
    elsewhere: {
      twins: [nameOf(1, '.html')],
      plan: 'plan-1',
      calendars: [{ organiser: 'm01', eventId: 'event-1' }],
      channel: null,
      versions: true,
    },
  });
  expect(content.files.map(({ name }) => name).sort()).toEqual(
    [nameOf(4), nameOf(3), nameOf(2), nameOf(1), 'summary.json'].sort(),
  );
  expect(content.files.find(({ name }) => name === nameOf(4))?.content).toBe('roto {');
  expect(content.files.find(({ name }) => name === nameOf(1))?.content).toMatchObject({
    record: { series },
  });
  expect(working).toContainEqual({ what: 'export', done: 6, of: 6 });
  expect(now().working).toBeNull();
});

test('FD8 while something else is being done there is no export', async () => {
  const { follow } = await opened();
  follow.change({ working: { what: 'settings' } });
  expect(await exportSeries(follow)).toBeNull();
});

test('FD9 erasing asks first, and a no changes nothing', async () => {
  const { team, follow, now, answer } = await opened();
  const before = new Map(team.records.folder.files);
  await erase(follow, 's01');
  expect(now().question).toEqual({ kind: 'erase', person: 's01', records: 3, remains: 'versions' });
  await answer(false);
  expect(team.records.folder.files).toEqual(before);
  expect(chosenIn(now()).series.people).toHaveLength(4);
});

test('FD9 after a yes that person is in no file of the series, and in nothing that is shown', async () => {
  const { team, follow, now, answer } = await opened();
  team.records.folder.put(`${FOLDER}/${nameOf(1, '.html')}`, '<p>Hugo Gil</p>');
  const working: unknown[] = [];
  follow.state.subscribe(() => void working.push(now().working));
  await erase(follow, 's01');
  await answer(true);
  const texts = [...team.records.folder.files.values(), ...team.folder.files.values()].map(
    ({ content }) => content,
  );
  expect(texts.filter((text) => /"s01"|Hugo Gil|Rodrigo Beltrán/.test(text))).toEqual([]);
  expect(JSON.stringify(now().archives)).not.toMatch(/"s01"|Hugo Gil/);
  expect(chosenIn(now()).series.people.map(({ id }) => id)).toEqual(['m01', 'm02', 's02']);
  expect(team.records.folder.files.get(`${FOLDER}/${nameOf(1, '.html')}`)?.content).toBe('acta de nuevo');
  expect(now().notice).toEqual({ kind: 'done', what: 'erase' });
  expect(working).toContainEqual({ what: 'erase', done: 3, of: 3 });
  expect(now().working).toBeNull();
  const ids = now().archives[series]?.summary.files.map(({ digest }) => digest.people[1]?.id);
  expect(new Set(ids).size).toBe(3);
});

test('FD9 where nobody has words for a twin it is emptied, so that it names nobody', async () => {
  const team = aTeam();
  await team.held(1);
  team.records.folder.put(`${FOLDER}/${nameOf(1, '.html')}`, '<p>Hugo Gil</p>');
  const { follow } = await team.follow();
  await erase(follow, 's01');
  follow.asked?.(true);
  await settle();
  expect(team.records.folder.files.get(`${FOLDER}/${nameOf(1, '.html')}`)?.content).toBe('');
});

test('FD9 a twin that could not be written still names them: that is told, and a press writes it', async () => {
  const { team, follow, now, answer } = await opened();
  const twin = `${FOLDER}/${nameOf(1, '.html')}`;
  team.records.folder.put(twin, '<p>Hugo Gil</p>');
  const { update } = team.records;
  let away = true;
  const records = [
    {
      ...team.records,
      async update(...[record, id, eTag, cancel, words]: Parameters<typeof update>) {
        if (!away) return update(record, id, eTag, cancel, words);
        return { ...(await update(record, id, eTag, cancel)), twinKept: false as const };
      },
    },
  ];
  Object.assign(follow.ports, { records });
  await erase(follow, 's01');
  await answer(true);
  expect(now().notice).toMatchObject({ kind: 'failed', during: 'erase', again: true });
  away = false;
  follow.again?.();
  await settle();
  expect(now().notice).toEqual({ kind: 'done', what: 'erase' });
  expect(team.records.folder.files.get(twin)?.content).toBe('acta de nuevo');
});

test('FD9 what fails in the middle is told, and a press goes on with what is left', async () => {
  const { team, follow, now, answer } = await opened();
  await erase(follow, 's01');
  const { update } = team.records;
  let writes = 0;
  const records = [
    {
      ...team.records,
      update: (...all: Parameters<typeof update>) => {
        if (++writes === 2) team.records.failNext({ kind: 'throttled', retryAfterMs: 90_000 });
        return update(...all);
      },
    },
  ];
  Object.assign(follow.ports, { records });
  await answer(true);
  expect(now().notice).toMatchObject({ kind: 'failed', during: 'erase', again: true });
  expect(chosenIn(now()).series.people).toHaveLength(4);
  expect(writes).toBe(2);
  follow.again?.();
  await settle();
  expect(writes).toBe(4);
  expect(now().notice).toEqual({ kind: 'done', what: 'erase' });
  expect(chosenIn(now()).series.people).toHaveLength(3);
});

test('FD9 somebody from outside is found in the records by name, since meetings know them by another id', async () => {
  const outsider = aMember('x@out.example', 'sales', { name: 'Vera Out', outsider: true });
  const team = aTeam(undefined, [aWeekly({ people: [...PEOPLE, outsider] })]);
  const people = [
    { id: 'guest-1', name: 'Vera Out', area: 'sales', how: 'panel' as const },
    { id: 's02', name: 'Vera Out', area: 'sales', how: 'room' as const },
  ];
  await team.held(1, { people });
  await team.held(2);
  const { follow, now } = await team.follow();
  await erase(follow, 'x@out.example');
  expect(now().question).toMatchObject({ records: 1 });
  follow.asked?.(true);
  await settle();
  const [file] = now().archives[series]?.summary.files ?? [];
  expect(file?.digest.people.map(({ name }) => name)).toEqual(['…', 'Vera Out']);
});

test('FD9 whoever organises is not erased before handing over, nor anybody while something else is done', async () => {
  const { follow } = await opened();
  await expect(erase(follow, 'm01')).rejects.toEqual(new Refusal('follow/hand-over-first'));
  follow.change({ working: { what: 'settings' } });
  await expect(erase(follow, 's01')).rejects.toEqual(new Refusal('follow/busy'));
});
