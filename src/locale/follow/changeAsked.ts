import type { NextSeries, RhythmChange } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';
import type { Told } from './followWording';

/** What somebody asks of the organiser, as the rest of «Irene propone …». */
export function changeAsked(series: Series, change: RhythmChange, { words, format }: Told): string {
  const day = (at: number) => format.day(format.dayOf(at, series.zone));
  const time = (at: number) => format.dayAndTime(at, series.zone);
  const name = (id: string) => series.people.find((one) => one.id === id)?.name ?? words.somebody;
  switch (change.kind) {
    case 'move': {
      const minutes = change.minutes === undefined ? '' : format.minutes(change.minutes);
      return change.start === change.original && minutes !== ''
        ? words.shortSession(time(change.start), minutes)
        : words.move(day(change.original), time(change.start), minutes);
    }
    case 'skip':
      return words.skip(day(change.original));
    case 'shorten':
      return words.shorten(format.minutes(change.minutes));
    case 'fewer':
      return words.fewer(change.people.map(name));
    case 'goOn': {
      const { plan, why } = change;
      const pattern = patternOf(plan, { words, format });
      return why === 'renewal'
        ? words.renewal(pattern, format.day(plan.from), plan.times)
        : words.rhythm(pattern, format.day(plan.from));
    }
    case 'handOver':
      return words.handOver(name(change.to));
  }
}

function patternOf({ every, weekday, time, nth }: NextSeries, { words, format }: Told): string {
  const day = format.weekdayInFull(weekday);
  return nth === undefined
    ? words.weekly(every, day, format.clock(time))
    : words.monthly(every, nth, day, format.clock(time));
}
