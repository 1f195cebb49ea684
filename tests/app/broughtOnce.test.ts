import { broughtOnce } from '../../src/app/broughtOnce';

test('HI11 what is brought is brought once, for everybody who asks meanwhile and later', async () => {
  const asked: string[] = [];
  const ask = broughtOnce((how: string) => {
    asked.push(how);
    return Promise.resolve({ how });
  });
  const [one, two] = await Promise.all([ask('first'), ask('second')]);
  expect(one).toEqual({ how: 'first' });
  expect(two).toBe(one);
  expect(await ask('third')).toBe(one);
  expect(asked).toEqual(['first']);
});

test('HI11 what did not come is forgotten: whoever asked meanwhile hears so, the next ask brings it anew', async () => {
  let network = false;
  const ask = broughtOnce(() =>
    network ? Promise.resolve('script') : Promise.reject(new Error('no network')),
  );
  await expect(Promise.all([ask(), ask()])).rejects.toThrow('no network');
  await expect(ask()).rejects.toThrow('no network');
  network = true;
  await expect(ask()).resolves.toBe('script');
});
