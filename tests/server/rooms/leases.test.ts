import { NotNow } from '../../../src/server/rooms/store';
import { openLeases, type Leases } from '../../../src/server/scale/leases';
import { withServices } from '../../support/services/withServices';
import { until } from './client';

withServices('Leases of rooms', ({ redis }) => {
  const opened: Leases[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
  async function open(self: string, inUse: ReadonlySet<string> = new Set(), nonce = 'n') {
    const lost: string[] = [];
    let unsure = 0;
    const leases = await openLeases({
      url: redis().url,
      self,
      nonce,
      inUse: (key) => inUse.has(key),
      lost: (key) => void lost.push(key),
      unsure: () => void (unsure += 1),
      log: () => undefined,
    });
    opened.push(leases);
    return { ...leases, lost, unsure: () => unsure };
  }

  test('SC2 a room is of whoever asks first, under a name that tells nothing, until it is released', async () => {
    const [a, b] = [await open('a:1'), await open('b:1')];
    expect(await a.owner('main/1/chat/19:secret')).toBe('mine');
    expect(await a.owner('main/1/chat/19:secret')).toBe('mine');
    expect(await b.owner('main/1/chat/19:secret')).toEqual({ peer: 'a:1' });
    expect([...(await b.held(['main/1/chat/19:secret', 'other']))]).toEqual(['main/1/chat/19:secret']);
    expect(JSON.stringify(await redis().ask('KEYS', '*'))).not.toContain('secret');
    a.release('main/1/chat/19:secret');
    let owner: unknown;
    await until(() => {
      void b.owner('main/1/chat/19:secret').then((said) => (owner = said));
      return owner === 'mine';
    });
  });

  test('SC2 a lease that Redis forgot is taken again; one that another has by then is lost, and told', async () => {
    const [a, b] = [await open('a:1', new Set(['kept', 'gone'])), await open('b:1')];
    expect([await a.owner('kept'), await a.owner('gone')]).toEqual(['mine', 'mine']);
    const names = (await redis().ask('KEYS', '*')) as string[];
    await redis().ask('DEL', ...names);
    expect(await b.owner('gone')).toBe('mine');
    await until(() => a.lost.length > 0);
    expect(a.lost).toEqual(['gone']);
    expect([await b.owner('kept'), await a.owner('gone')]).toEqual([{ peer: 'a:1' }, { peer: 'b:1' }]);
  });

  test('SC4 a process that comes back to the place of a dead one waits for that one to run out', async () => {
    await (await open('a:1', new Set(), 'dead')).owner('r');
    const again = await open('a:1', new Set(), 'alive');
    await expect(again.owner('r')).rejects.toThrow(NotNow);
  });

  test('SC5 without Redis what is open here is answered, everything else is not, and whoever cannot be sure is told', async () => {
    const a = await open('a:1', new Set(['open']));
    expect(await a.owner('open')).toBe('mine');
    await redis().kill();
    expect(await a.owner('open')).toBe('mine');
    await expect(a.owner('new')).rejects.toThrow(NotNow);
    await expect(a.held(['new'])).rejects.toThrow(NotNow);
    await until(() => a.unsure() > 0 && !a.works());
    await redis().start();
    await until(() => a.works(), 30_000);
    expect(await a.owner('new')).toBe('mine');
  });
});
