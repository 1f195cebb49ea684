import type { ZoneName } from '../time/types';

type LocaleWithZones = Intl.Locale & { getTimeZones?(): readonly string[]; timeZones?: readonly string[] };

/** Which of these countries (ISO 3166-1) uses a zone, as the machine's own tables say; undefined when none does or it has none. */
export function countryOfZone(zone: ZoneName, countries: readonly string[]): string | undefined {
  return countries.find((country) => {
    // A proposal of ECMA-402: engines carry it under one name or the other, old ones not at all.
    const locale: LocaleWithZones = new Intl.Locale('und', { region: country });
    return (locale.getTimeZones?.() ?? locale.timeZones)?.includes(zone) === true;
  });
}
