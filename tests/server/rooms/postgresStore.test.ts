import { Client } from 'pg';
import { NewerStore, NotNow, type Store } from '../../../src/server/rooms/store';
import { withServices } from '../../support/services/withServices';
import { openPostgresStore } from '../../../src/server/scale/postgresStore';
import { storeContract } from '../../contracts/storeContract';

let serial = 0;

withServices('The rooms in PostgreSQL', ({ postgres }) => {
  const open = (url: string, lost: string[] = []) =>
    openPostgresStore({
      url,
      lost: (room) => void lost.push(room),
      held: () => Promise.resolve(new Set()),
      log: () => undefined,
    });
  storeContract('PostgreSQL', async () => {
    const url = await postgres().database(`store${(serial += 1)}`);
    return { open: () => open(url) };
  });

  test('SC2 a room is written by whoever took it last; the one before is told, and writes nothing of it', async () => {
    const url = await postgres().database('fences');
    const lost: string[] = [];
    const [one, two] = [await open(url, lost), await open(url)];
    await one.take('r', 1000, null);
    await one.take('s', 1000, null);
    one.append('r', 'main', Uint8Array.from([1]));
    one.append('s', 'main', Uint8Array.from([1]));
    await kept(one);
    expect((await two.take('r', 1000, null)).updates.main).toEqual([Uint8Array.from([1])]);
    expect(await one.overtaken()).toEqual(['r']);
    let told = false;
    one.append('r', 'main', Uint8Array.from([2]));
    one.append('s', 'main', Uint8Array.from([2]));
    one.whenKept(() => (told = lost.length === 1));
    two.append('r', 'main', Uint8Array.from([3]));
    await Promise.all([kept(one), kept(two)]);
    expect([lost, told]).toEqual([['r'], true]);
    const main = async (room: string) => ((await two.load(room))?.updates.main ?? []).map(([byte]) => byte);
    expect([await main('r'), await main('s')]).toEqual([
      [1, 3],
      [1, 2],
    ]);
    await Promise.all([one.close(), two.close()]);
  });

  test('SC8 tables of a later Cadencia are refused, and a process that still runs writes nothing into them', async () => {
    const url = await postgres().database('later');
    const running = await open(url);
    await running.take('r', 1000, null);
    await client(url, 'UPDATE cadencia SET format = format + 1');
    await expect(running.take('s', 1000, null)).rejects.toThrow(NotNow);
    await expect(Promise.resolve(running.probe(1))).rejects.toThrow(NotNow);
    await expect(open(url)).rejects.toThrow(NewerStore);
    await client(url, 'UPDATE cadencia SET format = format - 1');
    running.append('r', 'main', Uint8Array.from([1]));
    await kept(running);
    expect((await running.load('r'))?.updates.main).toHaveLength(1);
    await running.close();
  });

  test('SC8 processes that start at the same moment make the tables once, and know the same', async () => {
    const url = await postgres().database('together');
    const all = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    expect(new Set(all.map(({ secret }) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    await Promise.all(all.map((one) => one.close()));
  });

  test('SC11 a room that is open at another process is neither swept nor forgotten', async () => {
    const url = await postgres().database('sweeping');
    const store = await openPostgresStore({
      url,
      lost: () => undefined,
      held: (rooms) => Promise.resolve(new Set(rooms.filter((room) => room === 'open'))),
      log: () => undefined,
    });
    await store.take('open', 1000, null);
    await store.take('old', 1000, null);
    expect(await store.sweep(Date.now(), new Set())).toBe(1);
    expect((await store.all()).map(({ room }) => room)).toEqual(['open']);
    expect(await store.forget('open')).toBe(false);
    await store.close();
  });

  test('SV26 what is asked while PostgreSQL is away fails as what will be there again', async () => {
    const url = await postgres().database('away');
    const store = await open(url);
    await store.take('r', 1000, null);
    await postgres().kill();
    try {
      for (const ask of [
        () => store.has('s'),
        () => store.all(),
        () => store.load('r'),
        () => store.forget('r'),
        () => store.wipe(),
        () => store.probe(1),
      ])
        await expect(Promise.resolve(ask())).rejects.toThrow(NotNow);
    } finally {
      await postgres().start();
    }
    expect(await store.all()).toHaveLength(1);
    await store.close();
  });
});

const kept = (store: Store) => new Promise<void>((done) => store.whenKept(done));

async function client(url: string, text: string): Promise<void> {
  const one = new Client({ connectionString: url });
  await one.connect();
  await one.query(text);
  await one.end();
}
