import type { ZoneName } from '../domain/time/types';
import { toIana, toWindows } from '../graph/zoneNames';
import { machineZone } from '../locale/machineZone';

/** Windows has one name for many zones: where this machine keeps one of them, it is that one. */
export function ianaHere(name: string, territory?: string): ZoneName | undefined {
  const here = machineZone();
  const windows = toWindows(here)?.toLowerCase();
  return windows === name.trim().toLowerCase() ? here : toIana(name, territory);
}
