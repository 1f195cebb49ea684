import type { SiteId } from './sites';
import type { ClockTime } from './types';

export type AreaId = 'marketing' | 'sales';

export type Oddity =
  /** The mailbox tells a zone made by hand. */
  | 'customTimeZone'
  /** getSchedule leaves the working hours out. */
  | 'noWorkingHours'
  /** getSchedule answers an error. */
  | 'mailboxFails'
  /** Somebody from outside, with a mail address of their own company. */
  | 'guest';

/** Somebody of the sample company, by the short name that the other tables use. */
export interface Staff {
  readonly short: string;
  readonly given: string;
  readonly surnames: string;
  readonly job: string;
  readonly area: AreaId | undefined;
  readonly site: SiteId;
  readonly oddity?: Oddity;
  /** Where the real hours differ from the site's; no lunch inside. */
  readonly hours?: readonly [ClockTime, ClockTime];
}

type Row = readonly [string, string, string, string, AreaId | undefined, SiteId, Oddity?];

const ROWS: readonly Row[] = [
  ['m01', 'Irene', 'Valcárcel Soto', 'Directora de marketing', 'marketing', 'ES'],
  ['m02', 'Bruno', 'Aldaz Peña', 'Responsable de generación de demanda', 'marketing', 'ES'],
  ['m03', 'Noelia', 'Quirós Camba', 'Contenidos y marca', 'marketing', 'ES'],
  ['m04', 'Hugo', 'Santamarta Rey', 'CRM y operaciones de marketing', 'marketing', 'ES'],
  ['m05', 'Leire', 'Otxoa Barrutia', 'Marketing de producto', 'marketing', 'ES'],
  ['m06', 'Daniel', 'Ferrándiz Mora', 'Ferias y eventos', 'marketing', 'ES'],
  ['m07', 'Catalina', 'Ospina Rueda', 'Responsable de marketing Latinoamérica', 'marketing', 'CO'],
  ['m08', 'Julián', 'Echavarría Toro', 'Campañas digitales', 'marketing', 'CO'],
  ['m09', 'Mariana', 'Buitrago León', 'Contenidos Latinoamérica', 'marketing', 'CO'],
  ['m10', 'Ximena', 'Olvera Cantú', 'Marketing México', 'marketing', 'MX', 'customTimeZone'],
  ['m11', 'Marta', 'Piñeiro Lago', 'Diseño (media jornada)', 'marketing', 'ES', 'noWorkingHours'],
  ['s01', 'Rodrigo', 'Beltrán Ayuso', 'Director de ventas', 'sales', 'ES'],
  ['s02', 'Amparo', 'Lledó Gisbert', 'Jefa de ventas España', 'sales', 'ES'],
  ['s03', 'Gonzalo', 'Cifuentes Ibarra', 'Grandes cuentas', 'sales', 'ES'],
  ['s04', 'Nuria', 'Batlle Serra', 'Ejecutiva de cuentas', 'sales', 'ES'],
  ['s05', 'Sergio', 'Manrique Olmo', 'Responsable de prospección (SDR)', 'sales', 'ES'],
  ['s06', 'Paula', 'Zúñiga Herrero', 'Prospección (SDR)', 'sales', 'ES'],
  ['s07', 'Andrés', 'Cuéllar Pombo', 'Jefe de ventas Colombia', 'sales', 'CO'],
  ['s08', 'Valentina', 'Arango Duque', 'Ejecutiva de cuentas', 'sales', 'CO'],
  ['s09', 'Camilo', 'Restrepo Vélez', 'Ejecutivo de cuentas', 'sales', 'CO', 'mailboxFails'],
  ['s10', 'Laura', 'Sandoval Niño', 'Prospección (SDR)', 'sales', 'CO'],
  ['s11', 'Emilio', 'Garza Treviño', 'Director de México', 'sales', 'MX'],
  ['s12', 'Renata', 'Cordero Luna', 'Ejecutiva de cuentas', 'sales', 'MX'],
  ['s13', 'Óscar', 'Villalba Prats', 'Operaciones de ventas y CRM', 'sales', 'ES'],
  ['x01', 'Teresa', 'Múgica Larrañaga', 'Directora general', undefined, 'ES'],
  ['x02', 'Iker', 'Solaguren Paz', 'Director de producto', undefined, 'ES'],
  ['x03', 'Silvia', 'Roncal Vives', 'Control de gestión', undefined, 'ES'],
  ['g01', 'Elena', 'Doval Crespo', 'Agencia Tramontana', 'marketing', 'ES', 'guest'],
  ['g02', 'Raúl', 'Mateos Cid', 'Agencia Tramontana', 'marketing', 'ES', 'guest'],
];

export const STAFF: readonly Staff[] = ROWS.map(([short, given, surnames, job, area, site, oddity]) => ({
  short,
  given,
  surnames,
  job,
  area,
  site,
  ...(oddity !== undefined && { oddity }),
  ...(short === 'm11' && { hours: ['09:00', '14:00'] as const }),
}));

export const AREAS: readonly { readonly id: AreaId; readonly name: string; readonly head: string }[] = [
  { id: 'marketing', name: 'Marketing', head: 'm01' },
  { id: 'sales', name: 'Ventas', head: 's01' },
];

export const ROOMS: readonly {
  readonly short: string;
  readonly name: string;
  readonly seats: number;
  readonly site: SiteId;
}[] = [
  { short: 'r01', name: 'Sala Encina (Madrid, 8)', seats: 8, site: 'ES' },
  { short: 'r02', name: 'Sala Páramo (Bogotá, 6)', seats: 6, site: 'CO' },
];

/** Whoever plans the weekly meeting. */
export const ORGANISER = 'm01';
export const COMPANY_NAME = 'Valdeolmo Riego, S.L.';
export const DOMAIN = 'valdeolmo.example';
export const GUEST_DOMAIN = 'tramontana.example';
