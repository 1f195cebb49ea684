import type { ZoneName } from '../domain/time/types';
import table from './generated/windowsZones.json';

/**
 * Names of time zones at the border to Microsoft 365: IANA inside, Windows names outside (rules GZ1–GZ4). The table is
 * CLDR's `windowsZones`, generated at build time; what CLDR leaves out and mailboxes still send stands here.
 */
const TABLE: Readonly<Record<string, string>> = table;

const BY_HAND: Readonly<Record<string, string>> = {
  'tzone://Microsoft/Utc': '001 Etc/UTC',
  // Withdrawn by Windows, still in old mailboxes; CLDR marks both as having no zone of their own.
  'Kamchatka Standard Time': '001 Asia/Kamchatka',
  'Mid-Atlantic Standard Time': '001 Etc/GMT+2',
};

/** The zone of a Windows or IANA name, in the territory (ISO 3166-1) where it has several; undefined when nobody knows it. */
export function toIana(windowsOrIana: string, territory?: string): ZoneName | undefined {
  const key = windowsOrIana.trim().toLowerCase();
  const zones = zonesByName().get(key);
  if (zones === undefined) return canonicalZone(windowsOrIana.trim());
  const zone = zones.get(territory?.toUpperCase() ?? '001') ?? zones.get('001');
  return zone && (canonicalZone(zone) ?? zone);
}

/** The Windows name of an IANA zone or of one of its older names; undefined when Windows has none. */
export function toWindows(iana: string): string | undefined {
  const listed = nameByListedZone().get(iana);
  if (listed !== undefined) return listed;
  const canonical = canonicalZone(iana);
  return canonical === undefined ? undefined : nameByCanonicalZone().get(canonical);
}

/** For each Windows name the zone that CLDR gives the world. */
export function zonesOfTheWorld(): readonly ZoneName[] {
  return [...zonesByName().values()].flatMap((zones) => zones.get('001') ?? []);
}

/** The one name that this machine uses for a zone and its aliases; undefined for names that are not IANA's, offsets too. */
export function canonicalZone(zone: string): ZoneName | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    // eslint-disable-next-line no-restricted-syntax -- Asks for a zone's own name; formats nothing.
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const zonesByName = once(() => {
  const names = new Map<string, ReadonlyMap<string, ZoneName>>();
  for (const [name, territories] of Object.entries({ ...TABLE, ...BY_HAND })) {
    names.set(
      name.toLowerCase(),
      new Map(readTerritories(territories).map(([place, zones]) => [place, zones[0]])),
    );
  }
  return names;
});

const nameByListedZone = once(() => {
  const names = new Map<ZoneName, string>();
  for (const [name, territories] of Object.entries(TABLE)) {
    for (const [, zones] of readTerritories(territories)) for (const zone of zones) names.set(zone, name);
  }
  return names;
});

/** Machines differ in which alias they call canonical, so both sides go through this machine's choice. Slow to make. */
const nameByCanonicalZone = once(
  () => new Map([...nameByListedZone()].map(([zone, name]) => [canonicalZone(zone) ?? zone, name])),
);

function readTerritories(text: string): readonly (readonly [string, readonly [ZoneName, ...ZoneName[]]])[] {
  return text.split(',').map((entry) => {
    const [territory = '', first = '', ...others] = entry.split(' ');
    return [territory, [first, ...others]];
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
