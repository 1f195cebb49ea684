// FB5, FB6: src/app/SPEC.md
import { settingsCommands, keepSeries } from '../../../src/app/follow/settings';
import { chosenIn, type FollowState } from '../../../src/app/follow/followState';
import { FOLLOW_UP } from '../../../src/domain/rhythm/followUp';
import { settle } from '../meeting/testTime';
import { aTeam } from './aFollow';

const seriesIn = (state: FollowState) => chosenIn(state).series;

test('FB5 a setting is kept at once, and two quick ones are both there, which is told', async () => {
  const team = aTeam();
  const { follow, now } = await team.follow();
  const settings = settingsCommands(follow);
  settings.followUp({ pulse: false });
  settings.area('sales', { quorum: 2 });
  settings.series({ title: 'La de los martes' });
  expect(now().working).toEqual({ what: 'settings' });
  await settle();
  const stored = await team.home.read(seriesIn(now()).id, {
    cancelled: false,
    onCancel: () => () => undefined,
  });
  for (const one of [stored.series, seriesIn(now())]) {
    expect(one.followUp).toEqual({ ...FOLLOW_UP, pulse: false });
    expect(one.areas.find(({ id }) => id === 'sales')?.quorum).toBe(2);
    expect(one.title).toBe('La de los martes');
  }
  expect(now().working).toBeNull();
  expect(now().notice).toEqual({ kind: 'done', what: 'settings' });
});

test('FB5 two heads who edit at the same time keep both edits, and the second is told what took the other value', async () => {
  const team = aTeam();
  const [irene, rodrigo] = [await team.follow('m01'), await team.follow('s01')];
  await keepSeries(irene.follow, (series) => ({ ...series, title: 'De Irene', language: 'en' }));
  await keepSeries(rodrigo.follow, (series) => ({
    ...series,
    title: 'De Rodrigo',
    followUp: { ...FOLLOW_UP, balance: 'areas' },
  }));
  const kept = seriesIn(rodrigo.now());
  expect(kept).toMatchObject({ title: 'De Irene', language: 'en', followUp: { balance: 'areas' } });
  expect(rodrigo.now().notice).toEqual({ kind: 'merged', fields: ['title'] });
});

test('FB5 what cannot be kept is told, and a press keeps it', async () => {
  const team = aTeam();
  const { follow, now } = await team.follow();
  team.home.failNext({ kind: 'offline' });
  settingsCommands(follow).followUp({ pulse: false });
  await settle();
  expect(now().notice).toMatchObject({ kind: 'failed', during: 'settings', again: true });
  expect(seriesIn(now()).followUp).toBeUndefined();
  follow.again?.();
  await settle();
  expect(seriesIn(now()).followUp?.pulse).toBe(false);
});

test('FB6 somebody is added, made a stand-in and taken out; whoever organises hands the series over first', async () => {
  const team = aTeam();
  const { follow, now } = await team.follow();
  const settings = settingsCommands(follow);
  settings.addMember({ id: 's03', name: 'Amparo Lledó', mail: 'amparo@valdeolmo.example' }, 'sales');
  settings.member('s03', { standsInFor: 's01' });
  await settle();
  expect(seriesIn(now()).people.at(-1)).toMatchObject({ id: 's03', area: 'sales', standsInFor: 's01' });
  settings.removeMember('s03');
  await settle();
  expect(seriesIn(now()).people.some(({ id }) => id === 's03')).toBe(false);
  expect(() => settings.removeMember('m01')).toThrow('follow/hand-over-first');
});
