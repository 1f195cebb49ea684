import { pick, randomOf, type Random } from './random';
import { addDays, dayOf, FIRST_WEEK, LAST_WEEK, type Place } from './sampleDates';
import { SITES, type SampleSite } from './sites';
import { DOMAIN, type AreaId, type Staff } from './staff';
import type { CalendarItem, ClockTime, Day, EpochMs } from './types';

const MINUTE_MS = 60_000;
const LENGTHS = [30, 45, 60, 90];
const GRID_MINUTES = 15;
const THINNING = 0.75;
const HOURS: Readonly<Record<AreaId, { readonly base: number; readonly floor: number }>> = {
  sales: { base: 9, floor: 1.5 },
  marketing: { base: 6, floor: 1 },
};
/** A crowded week stops here: what finds no place is not in the calendar. */
const TRIES_PER_WEEK = 400;

const SUBJECTS: Readonly<Record<AreaId, readonly string[]>> = {
  marketing: [
    'Revisión de textos',
    'Campaña de otoño',
    'Preparar boletín',
    'Agencia: creatividades',
    'Web: formulario',
    'Presupuesto de ferias',
    'Caso de éxito: visita',
  ],
  sales: [
    'Demostración a cliente',
    'Llamada con finca',
    'Propuesta: repaso',
    'Negociación',
    'Visita a cooperativa',
    'Seguimiento de oferta',
    'Alta en CRM',
  ],
};

type Stretch = { readonly from: EpochMs; readonly until: EpochMs };

/** The hours of a week that fill up at short notice; past weeks are as full as this one, later ones ever emptier. */
function adHocMinutes(area: AreaId, week: number): number {
  const { base, floor } = HOURS[area];
  return Math.max(floor, base * THINNING ** Math.max(0, week)) * 60;
}

/** The seeded load of one person, over nothing in `taken`, nothing at lunch, nothing when the office is closed. */
export function adHocItems(
  staff: Staff,
  seed: number,
  place: Place,
  taken: readonly Stretch[],
): readonly CalendarItem[] {
  const items: CalendarItem[] = [];
  for (let week = FIRST_WEEK; week <= LAST_WEEK; week += 1) {
    items.push(...weekOf(staff, week, randomOf(seed, staff.short, week), place, taken));
  }
  return items;
}

function weekOf(
  staff: Staff,
  week: number,
  random: Random,
  place: Place,
  taken: readonly Stretch[],
): readonly CalendarItem[] {
  const site = SITES[staff.site];
  const area = staff.area ?? 'marketing';
  const open = [1, 2, 3, 4, 5].flatMap((weekday) =>
    openStretches(site, staff.hours, dayOf(week, weekday), weekday, place),
  );
  if (open.length === 0) return [];
  const until = place(addDays(dayOf(week, 7), 1), '24:00', 'UTC');
  const busy: Stretch[] = taken.filter((one) => one.from < until && one.until > (open[0]?.from ?? until));
  const items: CalendarItem[] = [];
  let left = adHocMinutes(area, week);
  for (let tries = 0; left >= 30 && tries < TRIES_PER_WEEK; tries += 1) {
    const minutes = pick(
      random,
      LENGTHS.filter((one) => one <= left),
    );
    const stretch = pick(random, open);
    const steps = Math.floor(((stretch.until - stretch.from) / MINUTE_MS - minutes) / GRID_MINUTES);
    if (steps < 0) continue;
    const from = stretch.from + Math.floor(random() * (steps + 1)) * GRID_MINUTES * MINUTE_MS;
    const item = { from, until: from + minutes * MINUTE_MS };
    if (busy.some((one) => one.from < item.until && one.until > item.from)) continue;
    busy.push(item);
    left -= minutes;
    items.push({
      uid: `adhoc-${week}-${items.length}@${DOMAIN}`,
      subject: pick(random, SUBJECTS[area]),
      ...item,
      zone: site.zone,
      allDay: false,
      status: random() < 0.15 ? 'tentative' : 'busy',
      isPrivate: random() < 0.1,
    });
  }
  return items;
}

/** The true hours of a day without lunch; none on a holiday, none after lunch begins on half days. */
function openStretches(
  site: SampleSite,
  own: readonly [ClockTime, ClockTime] | undefined,
  day: Day,
  weekday: number,
  place: Place,
): readonly Stretch[] {
  const hours = own ?? site.hours[weekday];
  if (hours === undefined || site.holidays.includes(day)) return [];
  const [lunch, back] = site.lunch;
  const morning = { from: hours[0], until: hours[1] < lunch ? hours[1] : lunch };
  const afternoon = { from: back, until: hours[1] };
  return [morning, ...(site.halfDays.includes(day) ? [] : [afternoon])]
    .filter(({ from, until }) => from < until)
    .map(({ from, until }) => ({ from: place(day, from, site.zone), until: place(day, until, site.zone) }));
}
