import type { PrivateState } from '../../src/room/keeper';
import type { RoomId } from '../../src/server/rooms/entrance';
import { keyOf } from '../../src/server/rooms/house';
import { placeOf, type Store } from '../../src/server/rooms/store';

const DAY = 86_400_000;
const bytes = (...all: number[]) => Uint8Array.from(all);
const state = (more: object): PrivateState => ({ applied: [], ...more });
type Event = NonNullable<PrivateState['balance']>['events'][number];
const events = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ kind: 'mark', at }) as unknown as Event);
const withLog = (log: readonly Event[], applied: readonly string[] = []) =>
  ({ applied, balance: { events: log, here: [] } }) as unknown as PrivateState;

/** What whoever keeps rooms promises. `open` answers a store of its own kind on an empty place; `again` opens that place anew. */
export function storeContract(name: string, start: () => Promise<{ open: () => Promise<Store> }>): void {
  let place: Awaited<ReturnType<typeof start>>;
  let store: Store;
  beforeEach(async () => {
    place = await start();
    store = await place.open();
  });
  afterEach(() => store.close());
  const kept = () => new Promise<void>((done) => store.whenKept(done));
  /** As a process that comes after this one finds it. */
  const anew = async () => {
    await kept();
    await store.close();
    store = await place.open();
  };

  test(`ST1 ${name}: what was written is there for whoever opens it next, in its order`, async () => {
    expect(await store.has('r')).toBe(false);
    expect(await store.load('r')).toBeUndefined();
    expect(await store.take('r', 1000, null)).toEqual({
      organiser: null,
      private: undefined,
      updates: { main: [], internal: [] },
    });
    for (let at = 0; at < 50; at++) store.append('r', at % 5 === 0 ? 'internal' : 'main', bytes(at, 0, 255));
    store.keepPrivate('r', state({ applied: ['c1'] }), undefined);
    await anew();
    expect(await store.has('r')).toBe(true);
    const found = await store.take('r', 1000, 'ana');
    expect(found.organiser).toBe('ana');
    expect(found.private).toEqual({ applied: ['c1'] });
    expect(found.updates.internal.map((one) => [...one])).toEqual(
      Array.from({ length: 10 }, (_, at) => [at * 5, 0, 255]),
    );
    expect(found.updates.main).toHaveLength(40);
    expect((await store.take('r', 1000, null)).organiser).toBe('ana');
  });

  test(`ST2 ${name}: many updates become one`, async () => {
    await store.take('r', 1000, null);
    for (let at = 0; at < 5; at++) store.append('r', 'main', bytes(at));
    store.append('r', 'internal', bytes(9));
    await kept();
    store.append('r', 'main', bytes(5));
    store.compact('r', 'main', bytes(7, 7));
    store.append('r', 'main', bytes(8));
    await anew();
    const found = await store.load('r');
    expect(found?.updates).toEqual({ main: [bytes(7, 7), bytes(8)], internal: [bytes(9)] });
  });

  test(`ST3 ${name}: all of it or nothing comes together`, async () => {
    await store.take('r', 1000, null);
    store.append('r', 'main', bytes(1));
    expect(() =>
      store.together(() => {
        store.append('r', 'main', bytes(2));
        store.together(() => store.keepPrivate('r', state({ applied: ['c'] }), undefined));
        throw new Error('no');
      }),
    ).toThrow('no');
    store.together(() => store.append('r', 'main', bytes(3)));
    await anew();
    expect(await store.load('r')).toMatchObject({
      private: undefined,
      updates: { main: [bytes(1), bytes(3)] },
    });
  });

  test(`ST4 ${name}: a log that grows, is cut and goes is read back as it was`, async () => {
    await store.take('r', 1000, null);
    const all = events(250);
    const first = withLog(all.slice(0, 120));
    store.keepPrivate('r', first, undefined);
    const second = withLog(all, ['c1']);
    store.keepPrivate('r', second, first);
    await kept();
    expect((await store.load('r'))?.private).toEqual(second);
    const third = withLog(all.slice(0, 101));
    store.keepPrivate('r', third, second);
    expect((await store.load('r'))?.private).toEqual(third);
    const fourth = withLog([...all.slice(0, 101), ...all.slice(200)]);
    store.keepPrivate('r', fourth, third);
    store.keepPrivate('r', state({ applied: ['c2'] }), fourth);
    await anew();
    expect((await store.load('r'))?.private).toEqual({ applied: ['c2'] });
    store.keepPrivate('r', third, undefined);
  });

  test(`ST5 ${name}: all rooms are found in their order`, async () => {
    await store.take('b', 2000, null);
    await store.take('a', 2000, null);
    await store.take('c', 1000, null);
    store.recorded('c', 5);
    await kept();
    expect(await store.all()).toEqual([
      { room: 'c', start: 1000, recorded: true },
      { room: 'a', start: 2000, recorded: false },
      { room: 'b', start: 2000, recorded: false },
    ]);
  });

  test(`ST10 ${name}: the rooms of a place are found by their starts, and no other place's`, async () => {
    const channel = { kind: 'channel', team: 't:1', channel: '19:a', message: '7' } as const;
    const chat = { kind: 'chat', chat: '19:meeting_a@thread.v2' } as const;
    const at = 1_800_000_000_000;
    for (const start of [at + 2, at, at + 9]) await store.take(keyOf({ place: chat, start }), start, null);
    // One digit less in its name.
    await store.take(keyOf({ place: chat, start: 999_999_999_999 }), 999_999_999_999, null);
    await store.take(keyOf({ place: { kind: 'chat', chat: '19:meeting_a' }, start: at }), at, null);
    await store.take(keyOf({ place: channel, start: at + 1 }), at + 1, null);
    await kept();
    const starts = (place: RoomId['place'], from: number, until: number) =>
      store.startsOf(placeOf(keyOf({ place, start: at })), from, until);
    expect([...(await starts(chat, at, at + 9))]).toEqual([at, at + 2]);
    expect([...(await starts(chat, 0, Infinity))]).toEqual([999_999_999_999, at, at + 2, at + 9]);
    expect([...(await starts(channel, 0, Infinity))]).toEqual([at + 1]);
    expect([...(await store.startsOf('chat/19', 0, Infinity))]).toEqual([]);
  });

  test(`ST6 ${name}: who was there is known until they are gone`, async () => {
    store.visited('r', 'ana', { at: 10, outsider: false, inside: true });
    store.visited('r', 'ana', { at: 20, outsider: true, inside: false });
    store.visited('r', 'ben', { at: 20, outsider: false, inside: true });
    expect(await store.visit('r', 'ana')).toEqual({ at: 20, outsider: true, inside: false });
    store.gone('r', 'ana');
    expect([await store.visit('r', 'ana'), await store.visit('r', 'eva')]).toEqual([undefined, undefined]);
    expect(await store.visit('r', 'ben')).toEqual({ at: 20, outsider: false, inside: true });
  });

  test(`ST7 ${name}: a room goes seven days after its record, else ninety after its start, never while it is open`, async () => {
    const now = 1000 * DAY;
    for (const [room, age] of [
      ['old', 91],
      ['open', 91],
      ['young', 89],
      ['recorded', 10],
      ['later', 10],
    ] as const)
      await store.take(room, now - age * DAY, null);
    store.recorded('recorded', now - 7.5 * DAY);
    store.recorded('recorded', now);
    store.recorded('later', now - 6 * DAY);
    store.append('old', 'main', bytes(1));
    store.append('young', 'main', bytes(1));
    store.visited('young', 'ana', { at: now - 2 * DAY, outsider: false, inside: true });
    await kept();
    expect(await store.sweep(now, new Set(['open']))).toBe(2);
    expect((await store.all()).map(({ room }) => room).sort()).toEqual(['later', 'open', 'young']);
    expect((await store.load('young'))?.updates.main).toEqual([bytes(1)]);
    expect(await store.visit('young', 'ana')).toBeUndefined();
    expect((await store.take('old', now, null)).updates.main).toEqual([]);
  });

  test(`ST8 ${name}: what is forgotten is gone, all of it`, async () => {
    await store.take('r', 1000, null);
    store.append('r', 'main', bytes(1));
    store.visited('r', 'ana', { at: 10, outsider: false, inside: true });
    store.keepPrivate('r', withLog(events(3)), undefined);
    await kept();
    await store.leave('r');
    expect(await store.forget('r')).toBe(true);
    await store.wipe();
    expect([await store.has('r'), await store.visit('r', 'ana')]).toEqual([false, undefined]);
    expect(await store.take('r', 1000, null)).toEqual({
      organiser: null,
      private: undefined,
      updates: { main: [], internal: [] },
    });
  });

  test(`ST9 ${name}: whoever waits is told in order, and only when it is kept`, async () => {
    await store.take('r', 1000, null);
    const told: number[] = [];
    for (let at = 0; at < 20; at++) {
      store.append('r', 'main', bytes(at));
      store.whenKept(() => void told.push(at));
    }
    await kept();
    expect(told).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect((await store.load('r'))?.updates.main).toHaveLength(20);
    let now = false;
    store.whenKept(() => (now = true));
    expect(now).toBe(true);
    await store.probe(5);
  });
}
