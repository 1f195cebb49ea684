import { DateTime, IANAZone } from 'luxon';

const NAMED: readonly (readonly [string, string])[] = [
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['Central Time (US & Canada)', 'America/Chicago'],
  ['Mountain Time (US & Canada)', 'America/Denver'],
  ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
  ['Atlantic Time (Canada)', 'America/Halifax'],
  ['Central America', 'America/Guatemala'],
  ['Guadalajara, Mexico City, Monterrey', 'America/Mexico_City'],
  ['Bogota, Lima, Quito, Rio Branco', 'America/Bogota'],
  ['City of Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ['Brasilia', 'America/Sao_Paulo'],
  ['Newfoundland', 'America/St_Johns'],
  ['Arizona', 'America/Phoenix'],
  ['Hawaii', 'Pacific/Honolulu'],
  ['Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
  ['Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
  ['Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
];
const BY_NAME = new Map(NAMED.map(([name, iana]) => [name.toLowerCase(), iana]));
const AREAS = ['Europe', 'America', 'Asia', 'Australia', 'Africa', 'Pacific', 'Atlantic'];
// Of the year in which the names were given, in winter and summer: one of both is the offset in the name.
const SEASONS = ['2026-01-15', '2026-07-15'].map((day) => DateTime.fromISO(`${day}T12:00Z`).toMillis());

/**
 * The zone of a name as Exchange shows it to people, '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris'. A city counts
 * only when its offset is the one in the name.
 */
export function ianaOfDisplayName(name: string): string | undefined {
  const [, sign, hours, minutes, places] =
    /^\((?:UTC|GMT)(?:([+-])(\d\d):(\d\d))?\)\s*(.+)$/i.exec(name) ?? [];
  if (places === undefined) return undefined;
  const known = BY_NAME.get(places.trim().toLowerCase());
  if (known !== undefined) return known;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const cities = places.split(',').map((city) => city.trim().replaceAll(' ', '_'));
  // Madrid stands for its neighbours: the demo speaks Spanish, the clocks are the same.
  const ordered = cities.includes('Madrid') ? ['Madrid', ...cities] : cities;
  return ordered
    .flatMap((city) => AREAS.map((area) => `${area}/${city}`))
    .find(
      (iana) =>
        IANAZone.isValidZone(iana) &&
        SEASONS.some((instant) => IANAZone.create(iana).offset(instant) === offset),
    );
}
