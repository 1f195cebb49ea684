import * as v from 'valibot';
import type { MyBalance } from '../../src/domain/balance/types';
import { MY_BALANCE } from '../../src/room/balanceSchema';
import { readToServer } from '../../src/room/commandSchema';
import { createReplica } from '../../src/room/replica';
import { readState } from '../../src/room/document';
import { aMeasuredSeed } from '../domain/meeting/aMeasured';
import { START } from '../domain/meeting/aMeeting';
import { aKeeper, aSeed, HUGO, RODRIGO } from './aRoom';

const SHARE = { milliseconds: 1, share: 0.5, fair: 0.5 };
const TOLD: MyBalance = {
  mode: 'persons',
  as: 'shown',
  counted: { is: 3, of: 4 },
  speech: 700_000,
  attributed: 0.8,
  areas: { marketing: SHARE, sales: SHARE },
  own: {
    share: SHARE,
    turns: [{ person: 'irene', from: START, until: START + 5, source: 'owner', open: true }],
  },
  people: { irene: SHARE },
  quiet: 'sales',
  talk: {
    source: 'estimate',
    areas: { marketing: 3 },
    fair: { marketing: 1 },
    unattributed: 4,
    picture: {
      start: START,
      step: 30_000,
      areas: { marketing: [3] },
      shared: { marketing: [1] },
      items: [{ item: 'i0', from: START }],
    },
  },
};

test('RD25 what a person is told is read as it was said, and anything else is not', () => {
  expect(v.parse(MY_BALANCE, JSON.parse(JSON.stringify(TOLD)))).toEqual(TOLD);
  const nothing = {
    ...TOLD,
    areas: null,
    own: null,
    people: null,
    quiet: null,
    talk: null,
    attributed: null,
  };
  expect(v.is(MY_BALANCE, nothing)).toBe(true);
  for (const change of [
    { mode: 'off' },
    { as: 'chair' },
    { speech: -1 },
    { speech: 'much' },
    { counted: { is: 1 } },
    { areas: { marketing: { share: 0.5 } } },
    { own: { share: null, turns: [{ ...TOLD.own?.turns[0], source: 'guess' }] } },
    { talk: { source: 'rumour', areas: {} } },
  ])
    expect(v.is(MY_BALANCE, { ...TOLD, ...change })).toBe(false);
});

test('RD25 commands and the signal are read strictly', () => {
  const kind = (message: unknown) => readToServer(JSON.stringify(message)).kind;
  const command = (body: object) => kind({ t: 'command', command: { id: 'c1', ...body } });
  expect(kind({ t: 'speaking', on: true })).toBe('message');
  expect(command({ kind: 'takePart', as: 'shown' })).toBe('message');
  expect(command({ kind: 'correctTurn', from: START, until: null })).toBe('message');
  expect(command({ kind: 'measureLess', mode: 'off' })).toBe('message');
  expect(command({ kind: 'seed', seed: aMeasuredSeed({ declined: ['hugo'] }) })).toBe('message');
  for (const message of [
    { t: 'speaking' },
    { t: 'speaking', on: 'yes' },
    { t: 'speaking', on: true, person: 'hugo' },
    { t: 'balance', balance: null },
  ])
    expect(kind(message)).toBe('malformed');
  for (const body of [
    // Nobody says it for somebody else.
    { kind: 'takePart', as: 'shown', person: 'hugo' },
    { kind: 'takePart', as: 'owner' },
    { kind: 'measureLess', mode: 'persons' },
    { kind: 'correctTurn', from: START },
    { kind: 'correctTurn', from: -1, until: null },
    { kind: 'correctTurn', from: START, until: null, person: 'hugo' },
    { kind: 'seed', seed: { ...aSeed(), balance: { mode: 'off', since: 1, nudge: true, declined: [] } } },
    { kind: 'seed', seed: { ...aSeed(), balance: { ...aMeasuredSeed().balance, shown: ['hugo'] } } },
  ])
    expect(command(body)).toBe('malformed');
});

test('RD25 whose an item is and what is measured are in the document, and in a proposal too', () => {
  const items = aSeed().items.map((item) => ({ ...item, owner: 'Nombre de hugo' }));
  const { docs, say } = aKeeper();
  say({ kind: 'seed', seed: aMeasuredSeed({ declined: ['leire'] }, { items }) }, HUGO, START);
  expect(readState(docs)?.proposed?.seed.balance).toEqual({ ...aMeasuredSeed().balance, declined: [] });
  say({ kind: 'useProposed' }, RODRIGO, START);
  expect(readState(docs)?.meeting?.items[0]?.owner).toBe('hugo');
  expect(readState(docs)?.balance).toEqual({ mode: 'persons', since: START - 1, nudge: true });
});

test('RD25 a device alone measures nothing, and shows nothing measured before the server has said so', async () => {
  let made = 0;
  const replica = createReplica({
    me: 'irene',
    clock: { now: () => START },
    ids: { next: () => `c${made++}` },
    sent: () => undefined,
    touched: () => undefined,
  });
  replica.alone();
  replica.balance(TOLD);
  await replica.command({ kind: 'seed', seed: aMeasuredSeed() });
  expect(replica.view.get()).toMatchObject({ balance: null, state: { about: { kind: 'weekly' } } });
  expect(replica.view.get().state?.balance).toBeUndefined();
  await expect(replica.command({ kind: 'takePart', as: 'shown' })).rejects.toMatchObject({
    code: 'talk/not-measured',
  });
  replica.together();
  expect(replica.view.get().balance).toEqual(TOLD);
});
