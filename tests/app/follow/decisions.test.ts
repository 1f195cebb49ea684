// FD5 to FD7: src/app/SPEC.md
import { readArchive } from '../../../src/app/follow/archives';
import { decisionCommands, decisionsView } from '../../../src/app/follow/decisions';
import type { Decision } from '../../../src/domain/meeting/captured';
import { cancellable } from '../../../src/app/cancel';
import { aRecord } from '../../support/aRecord';
import { settle } from '../meeting/testTime';
import { aTeam, aWeekly, START, WEEK } from './aFollow';

const MONTHLY = aWeekly({ id: '0b54d9f2-7f5b-4a5e-8a35-1c2d3e4f5a6b', kind: 'monthly', title: 'La mensual' });
const WEEKLY = aWeekly({ title: 'La semanal' });

const aDecision = (id: string, weeks: number, change: Partial<Decision> = {}): Decision => ({
  id,
  problem: 'p1',
  text: `Decisión ${id}`,
  deciders: ['m01'],
  at: START - weeks * WEEK,
  ...change,
});

async function opened(decisions: Readonly<Record<number, readonly Decision[]>>, monthly: Decision[] = []) {
  const team = aTeam(undefined, [WEEKLY, MONTHLY]);
  for (const [weeks, made] of Object.entries(decisions)) await team.held(Number(weeks), { decisions: made });
  if (monthly.length > 0)
    await team.records.create(
      aRecord({ series: MONTHLY.id, start: START, decisions: monthly }),
      cancellable(),
    );
  const { follow, now } = await team.follow();
  for (const { id } of [WEEKLY, MONTHLY]) await readArchive(follow, id);
  return {
    ...{ team, follow, now, commands: decisionCommands(follow) },
    view: () => decisionsView(now()),
    ids: () => decisionsView(now()).found.map(({ id }) => id),
  };
}

test('FD5 the decisions of all series stand together, newest first, each with its series, session and problem', async () => {
  const { view } = await opened(
    { 2: [aDecision('a', 2)], 1: [aDecision('b', 1, { internal: true, replacedBy: 'c' })] },
    [aDecision('c', 0)],
  );
  expect(view().of).toBe(3);
  expect(view().found).toMatchObject([
    { id: 'c', seriesTitle: 'La mensual', session: START, internal: false, replacedBy: null },
    {
      id: 'b',
      seriesTitle: 'La semanal',
      session: START - WEEK,
      problem: 'Las listas llegan tarde — ¿por qué?',
      internal: true,
      replacedBy: { id: 'c', text: 'Decisión c', session: START },
      mayReplace: [],
    },
    { id: 'a', deciders: ['m01'], replacedBy: null, mayReplace: [{ id: 'c' }] },
  ]);
});

test('FD5 one that is replaced by what nobody here can read is replaced all the same', async () => {
  const { view } = await opened({ 1: [aDecision('b', 1, { replacedBy: 'zz' })] });
  expect(view().found[0]?.replacedBy).toEqual({ id: 'zz', text: '', session: START - WEEK });
});

test('FD6 searching folds case and accents, in texts, problems, series and names; every word counts', async () => {
  const { commands, ids, view } = await opened(
    {
      2: [aDecision('a', 2, { text: 'Leads DESPUÉS de la campaña' })],
      1: [aDecision('b', 1, { deciders: ['s01'] })],
    },
    [aDecision('c', 0)],
  );
  for (const [text, found] of [
    ['despues', ['a']],
    ['CAMPANA leads', ['a']],
    ['hugo', ['b']],
    ['mensual', ['c']],
    ['listas semanal', ['b', 'a']],
    ['   ', ['c', 'b', 'a']],
    ['zzz', []],
  ] as const) {
    commands.search(text);
    expect(ids()).toEqual(found);
  }
  expect(view()).toMatchObject({ search: 'zzz', of: 3 });
});

test('FD6 offered are later ones in force, those of its problem first, thirty at most', async () => {
  const many = Array.from({ length: 40 }, (_, at) => aDecision(`n${at}`, 1, { at: START - WEEK + at }));
  const { view } = await opened({
    2: [aDecision('a', 2, { problem: 'p1' })],
    1: [
      ...many.map((one, at) => ({ ...one, problem: at === 3 ? 'p1' : 'p2' })),
      aDecision('gone', 1, { replacedBy: 'n0' }),
    ],
  });
  const offered =
    view()
      .found.find(({ id }) => id === 'a')
      ?.mayReplace.map(({ id }) => id) ?? [];
  expect(offered).toHaveLength(30);
  expect(offered.slice(0, 3)).toEqual(['n3', 'n39', 'n38']);
  expect(offered).not.toContain('gone');
});

test('FD7 the older record says what stands in its place, also across series, and it can be taken back', async () => {
  const { commands, view, team, now } = await opened({ 1: [aDecision('b', 1)] }, [aDecision('c', 0)]);
  commands.replace('b', 'c');
  await settle();
  expect(view().found[1]?.replacedBy).toMatchObject({ id: 'c', text: 'Decisión c' });
  const [file] = await team.records.list(WEEKLY.id, cancellable());
  const read = () => team.records.read(file!, cancellable());
  expect((await read()).record.decisions[0]?.replacedBy).toBe('c');
  commands.replace('b', null);
  await settle();
  expect((await read()).record.decisions[0]).toEqual(aDecision('b', 1));
  expect(now().notice).toEqual({ kind: 'done', what: 'decide' });
});

test('FD7 nothing stands in the place of what came later, of itself, or of what is not known', async () => {
  const { commands, now } = await opened({
    1: [aDecision('b', 1), aDecision('r', 1, { replacedBy: 'b' })],
    2: [aDecision('a', 2)],
  });
  for (const [id, by] of [
    ['b', 'a'],
    ['b', 'b'],
    ['a', 'r'],
    ['a', 'zz'],
    ['zz', 'a'],
  ] as const) {
    commands.replace(id, by);
    await settle();
    expect(now().notice).toMatchObject({ kind: 'refused' });
  }
});

test('FD7 what could not be written is told, and a press writes it', async () => {
  const { commands, follow, now, team, view } = await opened({ 1: [aDecision('b', 1), aDecision('c', 0)] });
  team.records.failNext({ kind: 'unavailable' });
  commands.replace('b', 'c');
  await settle();
  expect(now().notice).toMatchObject({ kind: 'failed', during: 'decide', again: true });
  follow.again?.();
  await settle();
  expect(view().found.find(({ id }) => id === 'b')?.replacedBy?.id).toBe('c');
});
