import type { PlanOption, Session } from '../../app/planning/planView';
import type { Series } from '../../domain/rhythm/series';
import type { Locale } from '../../locale/createLocale';
import { namesOf } from './paneContext';

/** «mar 17:15», «2.º mar 17:15»; without a pattern the date. */
export function optionTime(option: PlanOption, series: Series, locale: Locale): string {
  const { format, words } = locale;
  const pattern = option.slot.pattern;
  if (!pattern) return format.dayAndTime(option.slot.start, series.zone);
  const weekday = format.weekday(pattern.weekday);
  const day = pattern.nth === undefined ? weekday : words.slots.nth(pattern.nth, weekday);
  return `${day} ${format.clock(pattern.time)}`;
}

/** The other cities at the first occurrence: «Bogotá 11:15». */
export function citiesNow(option: PlanOption, locale: Locale): readonly string[] {
  return option.elsewhere.flatMap(({ city, times }) => {
    const [first] = times;
    return first ? [locale.words.slots.cityTime(city, locale.format.clock(first.time))] : [];
  });
}

/** Each change of a city's clock over the series: «Bogotá 10:15 desde el 28 mar». */
export function cityChanges(option: PlanOption, locale: Locale): readonly string[] {
  return option.elsewhere.flatMap(({ city, times }) =>
    times
      .slice(1)
      .map(({ from, time }) =>
        locale.words.slots.cityFrom(city, locale.format.clock(time), locale.format.dayAndMonth(from)),
      ),
  );
}

/** The few reasons that fit on an option; the rest waits under «por qué». */
export function shortReasons(option: PlanOption, series: Series, locale: Locale): readonly string[] {
  const named = namesOf(series, locale);
  const say = (kinds: readonly string[]) =>
    option.reasons
      .filter(({ kind }) => kinds.includes(kind))
      .map((reason) => capital(locale.sentences.reason(reason, named)));
  if (option.never.length > 0) {
    const people = option.never.map(({ id }) => id);
    return [`⚠ ${locale.sentences.reason({ kind: 'never', people }, named)}`];
  }
  const weekday = option.slot.pattern?.weekday;
  const holidays =
    option.holidays > 0 && weekday !== undefined
      ? [locale.words.slots.onHolidays(option.holidays, locale.format.weekdayInFull(weekday))]
      : [];
  return [...say(['everyone', 'leastFocusLoss']), ...holidays, ...say(['mostMissed'])].slice(0, 2);
}

/** When the alternative of a session is, with the other cities' time. */
export function repairTime(session: Session, series: Series, locale: Locale): string | undefined {
  if (!session.repair) return undefined;
  const cities = session.repair.elsewhere.map(({ city, time }) =>
    locale.words.slots.cityTime(city, locale.format.clock(time)),
  );
  const when = locale.format.dayAndTime(session.repair.start, series.zone);
  return cities.length > 0 ? `${when} (${cities.join(' · ')})` : when;
}

/** A sentence of our own may begin a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
