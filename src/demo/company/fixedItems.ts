import type { SiteId } from './sites';
import type { ClockTime, Day, ItemStatus } from './types';

/** A meeting that comes back every `every` weeks, counted from the first week of the sample. */
export interface Standing {
  readonly title: string;
  readonly who: readonly string[];
  /** 1 = Monday. */
  readonly weekday: number;
  readonly at: ClockTime;
  readonly site: SiteId;
  readonly minutes: number;
  readonly every: number;
  readonly status: ItemStatus;
  readonly isPrivate: boolean;
}

type Row = readonly [string, string, number, ClockTime, SiteId, number, number, ItemStatus?];

const ROWS: readonly Row[] = [
  ['Comité de dirección', 'm01 s01 x01 x02 x03', 1, '09:30', 'ES', 90, 1],
  ['Marketing: arranque de semana', 'm01 m02 m03 m04 m05 m06 m11', 1, '11:30', 'ES', 30, 1],
  ['Ventas: revisión de oportunidades', 's01 s02 s07 s11 s13', 1, '16:00', 'ES', 60, 1],
  ['Ventas Colombia: equipo', 's07 s08 s09 s10', 1, '08:00', 'CO', 45, 1],
  ['México: equipo', 's11 s12 m10', 1, '11:00', 'MX', 45, 1],
  ['Marketing Latinoamérica', 'm01 m07 m08', 2, '15:30', 'ES', 45, 1],
  ['1:1 Irene y Bruno', 'm01 m02', 2, '10:00', 'ES', 30, 1],
  ['1:1 Rodrigo y Amparo', 's01 s02', 2, '12:00', 'ES', 30, 1],
  ['Producto y grandes cuentas', 'm05 s03 x02', 2, '16:30', 'ES', 45, 2],
  ['Bloque de llamadas', 's05 s06', 2, '10:00', 'ES', 120, 1],
  ['Bloque de llamadas', 's05 s06', 4, '10:00', 'ES', 120, 1],
  ['Bloque de llamadas', 's10', 3, '10:00', 'CO', 120, 1],
  ['Campañas: revisión', 'm01 m02 m04', 3, '10:00', 'ES', 60, 1],
  ['1:1 Rodrigo y Andrés', 's01 s07', 3, '15:30', 'ES', 30, 2],
  ['1:1 Irene y Catalina', 'm01 m07', 3, '16:00', 'ES', 30, 2],
  ['Comité de precios', 's01 s02 s13 x03', 3, '17:00', 'ES', 45, 4],
  ['Agencia Tramontana: seguimiento', 'm02 m06 g01', 4, '12:00', 'ES', 60, 1],
  ['Calidad de datos en CRM', 'm04 s13 s05', 4, '15:30', 'ES', 30, 2],
  ['Contenidos: edición', 'm03 m05 m09', 4, '16:00', 'ES', 60, 1],
  ['Marketing Colombia: equipo', 'm07 m08 m09', 4, '08:30', 'CO', 45, 1],
  ['Previsión de ventas', 's01 s02 s03 s13', 5, '10:00', 'ES', 45, 1],
  ['Clase de inglés', 'm02', 3, '17:00', 'ES', 60, 1, 'tentative'],
  ['Privado', 's05', 4, '17:15', 'ES', 45, 1],
  ['Concentración', 'm01', 4, '09:00', 'ES', 120, 1, 'tentative'],
  ['Concentración', 'm04', 1, '15:00', 'ES', 120, 1, 'tentative'],
  ['Trabaja desde casa', 'm07', 5, '08:00', 'CO', 540, 1, 'workingElsewhere'],
];

export const STANDING: readonly Standing[] = ROWS.map(
  ([title, who, weekday, at, site, minutes, every, status]) => ({
    title,
    who: who.split(' '),
    weekday,
    at,
    site,
    minutes,
    every,
    status: status ?? 'busy',
    isPrivate: title === 'Privado',
  }),
);

/** Of a standing meeting one date: without `movedTo` it is cancelled. The time of day on that date is the meeting's site's. */
export const EXCEPTIONS: readonly {
  readonly title: string;
  readonly day: Day;
  readonly movedTo?: { readonly day: Day; readonly at: ClockTime };
}[] = [
  { title: 'Comité de dirección', day: '2026-12-07', movedTo: { day: '2026-12-09', at: '09:30' } },
  { title: 'Comité de dirección', day: '2026-12-28' },
  { title: 'Comité de dirección', day: '2027-01-04' },
  { title: 'Marketing Latinoamérica', day: '2027-02-16' },
  {
    title: 'Ventas: revisión de oportunidades',
    day: '2027-01-11',
    movedTo: { day: '2027-01-13', at: '16:00' },
  },
  { title: '1:1 Irene y Bruno', day: '2027-02-02' },
  { title: 'Previsión de ventas', day: '2027-03-26', movedTo: { day: '2027-03-24', at: '10:00' } },
];

/** Out of office, both days included; before `known`, on the site's clock, nobody has heard of it. */
export interface Away {
  readonly who: string;
  readonly from: Day;
  readonly to: Day;
  readonly why: string;
  readonly known?: { readonly day: Day; readonly at: ClockTime };
}

export const AWAY: readonly Away[] = [
  { who: 's07', from: '2026-12-21', to: '2027-01-08', why: 'Vacaciones' },
  { who: 'm07', from: '2026-12-28', to: '2027-01-08', why: 'Vacaciones' },
  { who: 'm01', from: '2026-12-28', to: '2027-01-05', why: 'Vacaciones' },
  { who: 's01', from: '2026-12-24', to: '2027-01-01', why: 'Vacaciones' },
  { who: 's02', from: '2026-12-28', to: '2027-01-05', why: 'Vacaciones' },
  { who: 'm04', from: '2026-12-23', to: '2026-12-31', why: 'Vacaciones' },
  { who: 's05', from: '2027-01-04', to: '2027-01-08', why: 'Vacaciones' },
  {
    who: 'm02',
    from: '2027-01-25',
    to: '2027-02-12',
    why: 'Baja médica',
    known: { day: '2027-01-25', at: '08:10' },
  },
  { who: 'm05', from: '2027-02-15', to: '2027-02-19', why: 'Feria' },
  { who: 'm06', from: '2027-02-15', to: '2027-02-19', why: 'Feria' },
  { who: 's03', from: '2027-02-16', to: '2027-02-18', why: 'Feria' },
  { who: 's04', from: '2027-02-16', to: '2027-02-18', why: 'Feria' },
  { who: 's11', from: '2027-03-22', to: '2027-04-02', why: 'Vacaciones' },
  { who: 'm10', from: '2027-03-22', to: '2027-03-26', why: 'Vacaciones' },
  { who: 's08', from: '2027-05-10', to: '2027-05-21', why: 'Vacaciones' },
  { who: 'm03', from: '2027-04-26', to: '2027-04-30', why: 'Vacaciones' },
];

/** The same hours of each day, both days included, on the clock of the site. */
export const BUSY_DAYS: readonly {
  readonly title: string;
  readonly who: readonly string[];
  readonly from: Day;
  readonly to: Day;
  readonly hours: readonly [ClockTime, ClockTime];
  readonly site: SiteId;
}[] = [
  {
    title: 'Arranque comercial del año (Madrid)',
    who: 's01 s02 s03 s04 s05 s06 s07 s08 s09 s10 s11 s12 s13'.split(' '),
    from: '2027-01-19',
    to: '2027-01-21',
    hours: ['09:00', '18:00'],
    site: 'ES',
  },
  {
    title: 'Feria Surco (Zaragoza)',
    who: ['s02', 'm02'],
    from: '2027-02-17',
    to: '2027-02-17',
    hours: ['09:00', '18:00'],
    site: 'ES',
  },
  {
    title: 'Expo Cosecha (Bogotá)',
    who: ['s07', 's08', 'm07', 'm08'],
    from: '2027-04-14',
    to: '2027-04-16',
    hours: ['08:00', '17:00'],
    site: 'CO',
  },
];
