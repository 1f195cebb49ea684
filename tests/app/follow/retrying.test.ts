import { missingFor } from '../../../src/app/letIn';
import { PortFailure, type Failure } from '../../../src/app/ports/failure';
import { retry } from '../../../src/app/follow/retrying';
import { aProblem, aBoardOf, aTask } from './aBoard';
import { aTeam } from './aFollow';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';

/** A board whose push was refused with that, and a person who says yes or no to the window. */
async function refused(failure: Failure, says: () => 'yes' | 'no') {
  const team = aTeam();
  await team.held(1, { problems: [aProblem('p1')], tasks: [aTask('t1')], planner: {} });
  const identity = fakeIdentity();
  const windows: string[] = [];
  const board = await aBoardOf(team, 'm01', {
    identity: {
      ...identity,
      token: async (what, ask) => {
        if (ask?.interactive === true) {
          windows.push(what);
          if (says() === 'no') throw new PortFailure(failure);
        }
        return identity.token(what, ask);
      },
    },
  });
  windows.length = 0;
  const again: string[] = [];
  board.follow.again = () => void again.push('again');
  board.follow.change({ notice: { kind: 'failed', failure, during: 'push', again: true } });
  return { ...board, windows, again };
}

test.each<[Failure, readonly string[]]>([
  [{ kind: 'consent', tier: 'followUp' }, ['followUp']],
  [{ kind: 'signIn', why: 'proof' }, ['plan']],
  [{ kind: 'offline' }, []],
])('LI1 the press of a retry asks the person first for what was missing: %j', async (failure, asked) => {
  const board = await refused(failure, () => 'yes');
  retry(board.follow, () => undefined);
  await board.settle();
  expect(board.windows).toEqual(asked);
  expect(board.again).toEqual(['again']);
  expect(board.notice()).toBeNull();
});

test.each(['records', 'plan'] as const)(
  'LI1 so does the press where %s could not be read, which is said without a notice',
  async (what) => {
    const failure: Failure = { kind: 'consent', tier: 'followUp' };
    const board = await refused(failure, () => 'yes');
    const { progress } = board.follow.state.get();
    board.follow.change({ notice: null, progress: { ...progress, [what]: { state: 'failed', failure } } });
    retry(board.follow, () => undefined);
    await board.settle();
    expect([board.windows, board.again]).toEqual([['followUp'], ['again']]);
  },
);

test('LI2 who says no there keeps the notice and its retry, and nothing is repeated', async () => {
  let says: 'yes' | 'no' = 'no';
  const failure: Failure = { kind: 'consent', tier: 'followUp', why: 'declined' };
  const board = await refused(failure, () => says);
  retry(board.follow, () => undefined);
  await board.settle();
  expect([board.notice(), board.again]).toEqual([
    { kind: 'failed', failure, during: 'push', again: true },
    [],
  ]);
  says = 'yes';
  retry(board.follow, () => undefined);
  await board.settle();
  expect([board.notice(), board.again]).toEqual([null, ['again']]);
});

test('LI1 what a session cannot mend is not asked of anybody', () => {
  for (const kind of ['denied', 'notFound', 'conflict', 'unavailable', 'cancelled'] as const)
    expect(missingFor({ kind })).toBeUndefined();
});
