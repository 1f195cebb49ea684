import fc from 'fast-check';
import { LONGEST_NAME, plainName } from '../../../src/domain/plainName';

test('RH6 an ordinary name stays as it is', () => {
  for (const name of ['Núñez, José (Marketing)', 'O’Neill', '王 小明', 'محمد', 'نیم‌فاصله', '👩‍💼 Ana'])
    expect(plainName(name)).toBe(name);
});

test('RH6 any text becomes one line that turns nothing around it, and once is enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const name = plainName(text);
      expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
      expect(name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(plainName(name)).toBe(name);
    }),
  );
});

test('RH6 a cut leaves no half character', () => {
  expect(plainName(`${'x'.repeat(198)}${'😀'.repeat(10)}`)).toBe(`${'x'.repeat(198)}…`);
  expect(plainName('x'.repeat(1_000_000))).toHaveLength(LONGEST_NAME);
});
