import type { Cancellation } from '../app/ports/cancellation';
import { PortFailure } from '../app/ports/failure';
import type { Holiday, Holidays } from '../app/ports/holidays';
import generated from './generated/countries.json';

/** One country's table as the build writes it: holidays of all, and what each region has otherwise (null: not kept there). */
type Table = {
  readonly days: Readonly<Record<string, string>>;
  readonly regions: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
};

/** Loads one country's table; each is a file of its own, so that a pane loads only what its sites need. */
const load = (code: string): Promise<{ readonly default: Table }> =>
  import(/* webpackChunkName: "holidays-[request]" */ `./generated/holidays/${code}.json`);

/** Public holidays from the tables of the build; outside the years they hold (`holidayYears`) there are none. */
export function holidayTables(): Holidays {
  return {
    async countries(cancel) {
      refuseCancelled(cancel);
      return generated.countries;
    },
    async of(country, region, from, until, cancel) {
      refuseCancelled(cancel);
      if (!generated.countries.some(({ code }) => code === country)) return [];
      const table = await load(country).catch(() => {
        throw new PortFailure({ kind: 'offline' });
      });
      refuseCancelled(cancel);
      return holidaysIn(table.default, region, from, until);
    },
  };
}

/** The years that the tables hold: from the first day, until before the other. */
export const holidayYears: { readonly from: string; readonly until: string } = generated;

function holidaysIn(
  { days, regions }: Table,
  region: string | undefined,
  from: string,
  until: string,
): readonly Holiday[] {
  const own = region !== undefined && Object.hasOwn(regions, region) ? regions[region] : {};
  return Object.entries({ ...days, ...own })
    .flatMap(([date, name]) => (name !== null && date >= from && date < until ? [{ date, name }] : []))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function refuseCancelled(cancel: Cancellation): void {
  if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
}
