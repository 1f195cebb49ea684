import { DateTime } from 'luxon';
import { minutesOf, momentOf, localOf, type AppointmentState } from './appointment';
import { DAY_NAMES, firstDateOf, WEEK_NUMBERS, type DayName, type Repeat, type WeekNumber } from './repeat';
import { windowsOf, zoneMeant } from './zones';

/** What Office.js sends and expects for dispatch ids 103 and 104. */
export type OfficeRecurrence = {
  readonly recurrenceType: string;
  readonly recurrenceProperties?: Properties | null;
  readonly recurrenceTimeZone?: { readonly name: string } | null;
  readonly seriesTimeJson: SeriesTimeJson;
};

type Properties = {
  readonly interval?: number;
  readonly days?: readonly string[];
  readonly dayOfMonth?: number;
  readonly dayOfWeek?: string;
  readonly weekNumber?: string;
  readonly firstDayOfWeek?: string;
};

/** Months are 1 to 12 here, whatever the setters took; a series without an end says `noEndDate`. */
export type SeriesTimeJson = {
  readonly startYear: number;
  readonly startMonth: number;
  readonly startDay: number;
  readonly endYear?: number;
  readonly endMonth?: number;
  readonly endDay?: number;
  readonly noEndDate?: boolean;
  readonly startTimeMin: number;
  readonly durationMin?: number;
};

export function toOfficeRecurrence(state: AppointmentState): OfficeRecurrence | null {
  const { repeat } = state;
  if (repeat === undefined) return null;
  const start = momentOf(state.start, state.zone);
  const until = repeat.until === undefined ? undefined : DateTime.fromISO(repeat.until);
  return {
    ...typeAndProperties(repeat),
    recurrenceTimeZone: { name: windowsOf(state.zone) ?? state.zone },
    seriesTimeJson: {
      startYear: start.year,
      startMonth: start.month,
      startDay: start.day,
      ...(until === undefined
        ? { noEndDate: true }
        : { endYear: until.year, endMonth: until.month, endDay: until.day }),
      startTimeMin: start.hour * 60 + start.minute,
      durationMin: minutesOf(state),
    },
  };
}

function typeAndProperties(
  repeat: Repeat,
): Pick<OfficeRecurrence, 'recurrenceType' | 'recurrenceProperties'> {
  const interval = repeat.every;
  switch (repeat.kind) {
    case 'daily':
      return { recurrenceType: 'daily', recurrenceProperties: { interval } };
    case 'weekly':
      return {
        recurrenceType: 'weekly',
        recurrenceProperties: { interval, days: repeat.days, firstDayOfWeek: 'mon' },
      };
    case 'monthlyOn':
      return { recurrenceType: 'monthly', recurrenceProperties: { interval, dayOfMonth: repeat.day } };
    case 'monthlyThe':
      return {
        recurrenceType: 'monthly',
        recurrenceProperties: { interval, dayOfWeek: repeat.day, weekNumber: repeat.week },
      };
  }
}

/** What the form shows after the add-in has set this; undefined when the form cannot hold it. */
export function fromOfficeRecurrence(
  told: OfficeRecurrence,
  formZone: string,
): Pick<AppointmentState, 'repeat' | 'start' | 'end' | 'zone'> | 'badZone' | 'badPattern' {
  const name = told.recurrenceTimeZone?.name;
  const zone = name === undefined ? formZone : zoneMeant(name, formZone);
  if (zone === undefined) return 'badZone';
  const time = told.seriesTimeJson;
  const repeat = repeatOf(told, dayOf(time.endYear, time.endMonth, time.endDay));
  const day = dayOf(time.startYear, time.startMonth, time.startDay);
  if (repeat === undefined || day === undefined || !time.durationMin) return 'badPattern';
  const clock = `${two(Math.floor(time.startTimeMin / 60))}:${two(time.startTimeMin % 60)}`;
  const start = `${firstDateOf(repeat, day)}T${clock}`;
  const end = localOf(momentOf(start, zone).plus({ minutes: time.durationMin }));
  return { repeat, start, end, zone };
}

function repeatOf(told: OfficeRecurrence, until: string | undefined): Repeat | undefined {
  const given = told.recurrenceProperties ?? {};
  const every = given.interval ?? 1;
  const day = (given.dayOfWeek ?? '') as DayName;
  const week = (given.weekNumber ?? '') as WeekNumber;
  switch (told.recurrenceType) {
    case 'daily':
      return { kind: 'daily', every, until };
    case 'weekday':
      return { kind: 'weekly', every: 1, days: DAY_NAMES.slice(0, 5), until };
    case 'weekly':
      return given.days?.length ? { kind: 'weekly', every, days: given.days as DayName[], until } : undefined;
    case 'monthly':
      if (given.dayOfMonth !== undefined) return { kind: 'monthlyOn', every, day: given.dayOfMonth, until };
      return DAY_NAMES.includes(day) && WEEK_NUMBERS.includes(week)
        ? { kind: 'monthlyThe', every, day, week, until }
        : undefined;
    default:
      return undefined;
  }
}

const two = (value: number) => String(value).padStart(2, '0');

function dayOf(year?: number, month?: number, day?: number): string | undefined {
  if (!year || !month || !day) return undefined;
  const date = DateTime.utc(year, month, day);
  return date.isValid ? (date.toISODate() ?? undefined) : undefined;
}
