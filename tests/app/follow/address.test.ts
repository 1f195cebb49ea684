// FB4: src/app/SPEC.md
import fc from 'fast-check';
import { addressFrom, addressOf } from '../../../src/app/follow/address';

test('FB4 an address tells series, part and filters by ids, and reads back the same', () => {
  const told = {
    series: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
    part: 'review',
    filter: { area: 'sales', owner: 's01', due: 'late', state: 'waiting', problem: 'p-1.2' },
  } as const;
  expect(addressFrom(addressOf(told))).toEqual(told);
  expect(addressOf({ part: 'tasks', filter: {} })).toBe('');
  expect(addressFrom('')).toEqual({ filter: {} });
});

test('FB4 what is searched, and who is known by a mail address only, never reach an address', () => {
  const address = addressOf({ filter: { search: 'Precio de Gota 3', owner: 'elena@tramontana.example' } });
  expect(address).toBe('');
  expect(addressFrom('owner=elena@tramontana.example&series=<b>')).toEqual({ filter: {} });
});

test('FB4 whatever stands in an address, reading it never fails and gives nothing but ids', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('series=', 'part=', 'due=', ''),
      (text, name) => {
        const { series = '', part = '', filter } = addressFrom(`${name}${text}`);
        expect([series, part, ...Object.values(filter)].every((value) => /^[\w.:-]*$/.test(value))).toBe(
          true,
        );
      },
    ),
  );
});
