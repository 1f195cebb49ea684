import { IANAZone } from 'luxon';

/** Zones that the form offers, with their Windows names; of the demo tenant's own, from CLDR's windowsZones. */
const ZONES: readonly (readonly [iana: string, windows: string])[] = [
  ['Europe/Madrid', 'Romance Standard Time'],
  ['America/Bogota', 'SA Pacific Standard Time'],
  ['America/Mexico_City', 'Central Standard Time (Mexico)'],
  ['Atlantic/Canary', 'GMT Standard Time'],
  ['Europe/London', 'GMT Standard Time'],
  ['Europe/Paris', 'Romance Standard Time'],
  ['Europe/Berlin', 'W. Europe Standard Time'],
  ['America/New_York', 'Eastern Standard Time'],
  ['America/Los_Angeles', 'Pacific Standard Time'],
  ['America/Lima', 'SA Pacific Standard Time'],
  ['America/Santiago', 'Pacific SA Standard Time'],
  ['America/Argentina/Buenos_Aires', 'Argentina Standard Time'],
  ['America/Sao_Paulo', 'E. South America Standard Time'],
  ['Asia/Kathmandu', 'Nepal Standard Time'],
  ['America/St_Johns', 'Newfoundland Standard Time'],
  ['UTC', 'UTC'],
];

export const OFFERED_ZONES: readonly string[] = ZONES.map(([iana]) => iana);

/** The IANA zone of a Windows or IANA name; undefined for a name that nobody knows. */
export function ianaOf(name: string): string | undefined {
  return (
    ZONES.find(([, windows]) => windows === name)?.[0] ?? (IANAZone.isValidZone(name) ? name : undefined)
  );
}

export const windowsOf = (iana: string): string | undefined => ZONES.find(([name]) => name === iana)?.[1];
