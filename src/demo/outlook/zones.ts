import { IANAZone } from 'luxon';
import { ianaOfWindows, windowsOfIana } from '../calendars/windowsZones';

/** Zones that share a Windows name with the one that the table of the whole world gives it. */
const OTHERS: Readonly<Record<string, string>> = {
  'Europe/Madrid': 'Romance Standard Time',
  'Europe/Brussels': 'Romance Standard Time',
  'Europe/Copenhagen': 'Romance Standard Time',
  'Atlantic/Canary': 'GMT Standard Time',
  'Europe/Lisbon': 'GMT Standard Time',
  'Europe/Dublin': 'GMT Standard Time',
  'Europe/Rome': 'W. Europe Standard Time',
  'Europe/Zurich': 'W. Europe Standard Time',
  'Europe/Amsterdam': 'W. Europe Standard Time',
  'America/Lima': 'SA Pacific Standard Time',
  'America/Guayaquil': 'SA Pacific Standard Time',
  'America/Panama': 'SA Pacific Standard Time',
};

/** The Windows name of a zone; undefined where this page knows none. */
export const windowsOf = (iana: string): string | undefined => windowsOfIana(iana) ?? OTHERS[iana];

/** The zone that a Windows or IANA name means in a form of `formZone`: one Windows name stands for several zones. */
export function zoneMeant(name: string, formZone: string): string | undefined {
  if (windowsOf(formZone) === name) return formZone;
  return ianaOfWindows(name) ?? (IANAZone.isValidZone(name) ? name : undefined);
}
