import type { Holidays } from '../../src/app/ports/holidays';
import { cancellable } from '../../src/app/cancel';
import { failureOf, NEVER } from './outcome';

/** What every source of holidays holds to, whoever makes it; it must have Spain with Madrid (HO1–HO4). */
export function holidaysContract(title: string, open: () => Holidays): void {
  const datesOf = async (country: string, region?: string, from = '2026-12-01', until = '2027-02-01') =>
    (await open().of(country, region, from, until, NEVER)).map(({ date }) => date);

  describe(`holidays: ${title}`, () => {
    test('HO1 lists countries by their codes, with regions', async () => {
      const countries = await open().countries(NEVER);
      expect(countries.every(({ code }) => /^[A-Z]{2}$/.test(code))).toBe(true);
      expect(countries.find(({ code }) => code === 'ES')?.regions.map(({ code }) => code)).toContain('MD');
    });

    test('HO2 tells the holidays of a range by date, each once and with a name', async () => {
      const dates = await datesOf('ES');
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates).toContain('2026-12-25');
      const holidays = await open().of('ES', 'MD', '2026-12-01', '2027-02-01', NEVER);
      expect(holidays.every(({ name }) => name.trim() !== '')).toBe(true);
    });

    test('HO2 the first day belongs to the range, the last does not', async () => {
      expect(await datesOf('ES', undefined, '2026-12-25', '2026-12-26')).toEqual(['2026-12-25']);
      expect(await datesOf('ES', undefined, '2026-12-24', '2026-12-25')).toEqual([]);
      expect(await datesOf('ES', undefined, '2026-12-26', '2026-12-25')).toEqual([]);
    });

    test('HO3 a region has days of its own, an unknown one those of the country', async () => {
      expect(await datesOf('ES', 'MD')).toContain('2026-12-07');
      expect(await datesOf('ES', 'nowhere')).toEqual(await datesOf('ES'));
    });

    test.each(['XX', '', 'es', '../ES', '__proto__'])(
      'HO3 an unknown country %p has none',
      async (country) => {
        expect(await datesOf(country)).toEqual([]);
      },
    );

    test('HO4 a cancelled question is not answered', async () => {
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(open().countries(cancel))).toEqual({ kind: 'cancelled' });
      expect(await failureOf(open().of('ES', 'MD', '2026-12-01', '2027-01-01', cancel))).toEqual({
        kind: 'cancelled',
      });
    });
  });
}
