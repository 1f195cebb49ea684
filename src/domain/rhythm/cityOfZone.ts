import type { ZoneName } from '../time/types';

/** Zone names are English and without accents; these cities are written otherwise where our first users live. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  Bogota: 'Bogotá',
  Mexico_City: 'Ciudad de México',
  Cancun: 'Cancún',
  Merida: 'Mérida',
  Mazatlan: 'Mazatlán',
  Ciudad_Juarez: 'Ciudad Juárez',
  Panama: 'Panamá',
  Asuncion: 'Asunción',
  Havana: 'La Habana',
  Sao_Paulo: 'São Paulo',
  Canary: 'Canarias',
  Cordoba: 'Córdoba',
  Tucuman: 'Tucumán',
};

/** The city that a zone is named after, as it is written there: good enough until somebody writes the site's own. */
export function cityOfZone(zone: ZoneName): string {
  const name = zone.split('/').at(-1) ?? zone;
  return OWN_NAMES[name] ?? name.replaceAll('_', ' ');
}
