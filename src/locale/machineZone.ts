import type { ZoneName } from '../domain/time/types';

/** The zone this machine keeps; only ever a first guess, where the host tells none. */
export function machineZone(): ZoneName {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
