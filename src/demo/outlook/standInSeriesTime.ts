import type { SeriesTimeJson } from './officeRecurrence';

/** Office.SeriesTime as the pane uses it; the month argument counts from 0, dates as text from 1, like the real one. */
export class StandInSeriesTime {
  private start = '';
  private end: string | null = null;
  private startMinutes = 0;
  private duration = 0;

  static of(json: SeriesTimeJson): StandInSeriesTime {
    const time = new StandInSeriesTime();
    time.start = dateOf(json.startYear, json.startMonth, json.startDay);
    const { endYear, endMonth, endDay } = json;
    time.end = endYear && endMonth && endDay ? dateOf(endYear, endMonth, endDay) : null;
    time.startMinutes = json.startTimeMin;
    time.duration = json.durationMin ?? 0;
    return time;
  }

  toJson(): SeriesTimeJson {
    const [startYear = 0, startMonth = 0, startDay = 0] = this.start.split('-').map(Number);
    const [endYear = 0, endMonth = 0, endDay = 0] = (this.end ?? '').split('-').map(Number);
    return {
      startYear,
      startMonth,
      startDay,
      ...(this.end === null ? { noEndDate: true } : { endYear, endMonth, endDay }),
      startTimeMin: this.startMinutes,
      durationMin: this.duration,
    };
  }

  getStartDate(): string {
    return this.start;
  }

  getEndDate(): string {
    // The declaration promises text; the real one answers null for a series without an end (1.1.110).
    return this.end as string;
  }

  getStartTime(): string {
    return clock(this.startMinutes);
  }

  getEndTime(): string {
    return clock((this.startMinutes + this.duration) % 1440);
  }

  getDuration(): number {
    return this.duration;
  }

  setStartDate(yearOrDate: number | string, month?: number, day?: number): void {
    this.start = told(yearOrDate, month, day);
  }

  setEndDate(yearOrDate: number | string | null, month?: number, day?: number): void {
    this.end = yearOrDate === null ? null : told(yearOrDate, month, day);
  }

  setStartTime(hoursOrTime: number | string, minutes?: number): void {
    if (typeof hoursOrTime === 'number') {
      this.startMinutes = hoursOrTime * 60 + (minutes ?? 0);
      return;
    }
    const match = /^T([0-2]\d):([0-5]\d):[0-5]\d\.\d{3}$/.exec(hoursOrTime);
    if (match === null) throw new TypeError('SeriesTime: not a time');
    this.startMinutes = Number(match[1]) * 60 + Number(match[2]);
  }

  setDuration(minutes: number): void {
    if (minutes < 0) throw new TypeError('SeriesTime: not a duration');
    this.duration = minutes;
  }
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = (minutes: number) => `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000`;
const dateOf = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`;

function told(yearOrDate: number | string, month = 0, day = 0): string {
  const date = typeof yearOrDate === 'number' ? dateOf(yearOrDate, month + 1, day) : yearOrDate;
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date))
    throw new TypeError('SeriesTime: not a date');
  return date;
}
