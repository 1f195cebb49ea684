import { kindOf } from '../../../src/server/rooms/log';

test('RS18 what failed is told by its kind and by the code of what is below it, never by a sentence', async () => {
  const nowhere = await fetch('http://nowhere.invalid/').catch((fault: unknown) => fault);
  expect(kindOf(nowhere)).toMatch(/^TypeError (ENOTFOUND|EAI_AGAIN)$/);
  expect(kindOf(Object.assign(new Error('of Ana'), { code: 'SQLITE_FULL' }))).toBe('Error SQLITE_FULL');
  for (const cause of [undefined, null, 'Ana', { code: 'Ana María' }])
    expect(kindOf(new Error('of Ana', { cause }))).toBe('Error');
  expect(kindOf(null)).toBe('');
});
