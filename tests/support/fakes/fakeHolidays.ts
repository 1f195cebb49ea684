import { PortFailure } from '../../../src/app/ports/failure';
import type { Country, Holiday, Holidays } from '../../../src/app/ports/holidays';

/** Holidays that a test names: by 'ES' for a whole country, by 'ES-MD' for a region, which has the country's too. */
export function fakeHolidays(days: Readonly<Record<string, readonly Holiday[]>>): Holidays {
  const countries = new Map<string, Country['regions'][number][]>();
  for (const place of Object.keys(days)) {
    const [code = '', region] = place.split('-');
    const regions = countries.get(code) ?? [];
    countries.set(code, region === undefined ? regions : [...regions, { code: region, name: region }]);
  }
  const checked = (cancelled: boolean) => {
    if (cancelled) throw new PortFailure({ kind: 'cancelled' });
  };
  return {
    async countries({ cancelled }) {
      checked(cancelled);
      return [...countries].map(([code, regions]) => ({ code, regions }));
    },
    async of(country, region, from, until, { cancelled }) {
      checked(cancelled);
      const named = (place: string) => (Object.hasOwn(days, place) ? (days[place] ?? []) : []);
      const own = region === undefined ? [] : named(`${country}-${region}`);
      const dates = new Map([...named(country), ...own].map((holiday) => [holiday.date, holiday]));
      return [...dates.values()]
        .filter(({ date }) => date >= from && date < until)
        .sort((a, b) => (a.date < b.date ? -1 : 1));
    },
  };
}
