// Public holidays by country and region, from date-holidays: one small table a country, so that a pane loads only its own.

/** A fixed span, so that every build makes the same; a later year is an edit here. */
const FROM_YEAR = 2025;
const UNTIL_YEAR = 2031;

const DAY_MS = 86_400_000;

/** Where the package and the law or custom differ for meetings of offices; each with its reason. */
const CORRECTIONS = [
  // Offices close on both by custom, the package has them as bank holidays; 12 December, a bank holiday too, stays out.
  { country: 'MX', rule: 'easter -3', keep: true },
  { country: 'MX', rule: 'easter -2', keep: true },
  // Forty-three days after Easter Colombia keeps Ascension; the package calls it Assumption, which is in August.
  { country: 'CO', rule: 'easter 43', name: 'La Ascensión' },
];

const correctionsOf = (country, { rule }) =>
  CORRECTIONS.filter((correction) => correction.country === country && correction.rule === rule);

/** The whole days of a holiday. What begins at sunset is dated by its main day; less than a day closes no day. */
function daysOf({ date, start, end }) {
  const first = Date.parse(`${date.slice(0, 10)}T00:00Z`);
  const length = Math.floor((end - start) / DAY_MS + 0.2);
  return Array.from({ length }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
}

/** Date → name. Of two holidays on one day the first that is not a substitute names it. */
function tableOf(Holidays, country, region) {
  const calendar = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const table = new Map();
  const substitutes = new Map();
  for (let year = FROM_YEAR; year < UNTIL_YEAR; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      const corrections = correctionsOf(country, holiday);
      if (holiday.type !== 'public' && !corrections.some(({ keep }) => keep)) continue;
      const name = corrections.find((correction) => correction.name)?.name ?? holiday.name;
      const into = holiday.substitute ? substitutes : table;
      for (const day of daysOf(holiday)) if (!into.has(day)) into.set(day, name);
    }
  }
  return new Map([...substitutes, ...table]);
}

/** What a region adds or names otherwise, and null for what it does not keep. */
function difference(country, region) {
  const changed = [...region].filter(([day, name]) => country.get(day) !== name);
  const gone = [...country.keys()].filter((day) => !region.has(day)).map((day) => [day, null]);
  return sorted([...changed, ...gone]);
}

const sorted = (entries) => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
const json = (value) => `${JSON.stringify(value)}\n`;

/** `countries.json`, and `holidays/XX.json` of each: `{ days: { date: name }, regions: { code: { date: name | null } } }`. */
export function holidays(require) {
  const Holidays = require('date-holidays');
  const files = new Map();
  const countries = [];
  for (const code of Object.keys(new Holidays().getCountries()).sort()) {
    const days = tableOf(Holidays, code);
    const regions = Object.entries(new Holidays().getStates(code) ?? {}).sort();
    const differences = regions.map(([region]) => [
      region,
      difference(days, tableOf(Holidays, code, region)),
    ]);
    files.set(
      `holidays/${code}.json`,
      json({
        days: sorted(days),
        regions: Object.fromEntries(differences.filter(([, one]) => Object.keys(one).length > 0)),
      }),
    );
    countries.push({ code, regions: regions.map(([region, name]) => ({ code: region, name })) });
  }
  files.set('countries.json', json({ from: `${FROM_YEAR}-01-01`, until: `${UNTIL_YEAR}-01-01`, countries }));
  return files;
}
