import type { ClockTime, CustomZone, Day, Language, WorkingHours } from './types';

export type SiteId = 'ES' | 'CO' | 'MX';

/** An office with the hours that its people really keep and those that Exchange tells. */
export interface SampleSite {
  readonly zone: string;
  readonly city: string;
  readonly language: Language;
  /** By weekday, 1 = Monday; a day that is missing is free. */
  readonly hours: Readonly<Record<number, readonly [ClockTime, ClockTime]>>;
  readonly lunch: readonly [ClockTime, ClockTime];
  /** One window for all days: Friday afternoon in Madrid looks open. */
  readonly mailboxHours: WorkingHours;
  readonly holidays: readonly Day[];
  /** Nobody works after lunch begins. */
  readonly halfDays: readonly Day[];
}

const WORKDAYS = [1, 2, 3, 4, 5];
const ALL_WEEK = (from: ClockTime, until: ClockTime): SampleSite['hours'] =>
  Object.fromEntries(WORKDAYS.map((day) => [day, [from, until] as const]));
const HALF_DAYS = ['2026-12-24', '2026-12-31', '2027-12-24', '2027-12-31'];

export const SITES: Readonly<Record<SiteId, SampleSite>> = {
  ES: {
    zone: 'Europe/Madrid',
    city: 'Madrid',
    language: 'es-ES',
    hours: { ...ALL_WEEK('09:00', '18:00'), 5: ['09:00', '15:00'] },
    lunch: ['14:00', '15:00'],
    mailboxHours: { days: WORKDAYS, start: '09:00', end: '18:00', zone: { name: 'Romance Standard Time' } },
    holidays: [
      ...['2026-10-12', '2026-11-02', '2026-11-09', '2026-12-07', '2026-12-08', '2026-12-25', '2027-01-01'],
      ...['2027-01-06', '2027-03-25', '2027-03-26', '2027-05-03', '2027-10-12', '2027-11-01', '2027-11-09'],
      ...['2027-12-06', '2027-12-08', '2028-01-06'],
    ],
    halfDays: HALF_DAYS,
  },
  CO: {
    zone: 'America/Bogota',
    city: 'Bogotá',
    language: 'es-CO',
    hours: ALL_WEEK('08:00', '17:00'),
    lunch: ['12:30', '13:30'],
    mailboxHours: {
      days: WORKDAYS,
      start: '08:00',
      end: '17:00',
      zone: { name: 'SA Pacific Standard Time' },
    },
    holidays: [
      ...['2026-10-12', '2026-11-02', '2026-11-16', '2026-12-08', '2026-12-25', '2027-01-01', '2027-01-11'],
      ...['2027-03-22', '2027-03-25', '2027-03-26', '2027-05-10', '2027-05-31', '2027-06-07', '2027-07-05'],
      ...['2027-07-20', '2027-08-16', '2027-10-18', '2027-11-01', '2027-11-15', '2027-12-08', '2028-01-10'],
    ],
    halfDays: HALF_DAYS,
  },
  MX: {
    zone: 'America/Mexico_City',
    city: 'Ciudad de México',
    language: 'es-MX',
    hours: ALL_WEEK('09:00', '18:00'),
    lunch: ['14:00', '15:30'],
    mailboxHours: {
      days: WORKDAYS,
      start: '09:00',
      end: '18:00',
      zone: { name: 'Central Standard Time (Mexico)' },
    },
    holidays: [
      ...['2026-11-16', '2026-12-25', '2027-01-01', '2027-02-01', '2027-03-15', '2027-03-25', '2027-03-26'],
      ...['2027-09-16', '2027-11-15'],
    ],
    halfDays: HALF_DAYS,
  },
};

const NO_CHANGE = {
  time: '00:00:00.0000000',
  dayOccurrence: 0,
  dayOfWeek: 'sunday',
  month: 0,
  year: 0,
} as const;

/** Six hours behind UTC all year, as a mailbox tells it whose zone an administrator made by hand. */
export const CUSTOM_MEXICO: CustomZone = {
  bias: 360,
  standardOffset: NO_CHANGE,
  daylightOffset: { ...NO_CHANGE, daylightBias: 0 },
};
