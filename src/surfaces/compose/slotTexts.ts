import type { PlanOption, Session } from '../../app/planning/planView';
import type { Series } from '../../domain/rhythm/series';
import type { PlanLocale } from '../../locale/planLocale';
import { namesOf, shortNames } from '../shared/seriesNames';

/** «mar 17:15», «2.º mar 17:15»; without a pattern the date. */
export function optionTime(option: PlanOption, series: Series, locale: PlanLocale): string {
  const { format, words } = locale;
  const pattern = option.slot.pattern;
  if (!pattern) return format.dayAndTime(option.slot.start, series.zone);
  const weekday = format.weekday(pattern.weekday);
  const day = pattern.nth === undefined ? weekday : words.slots.nth(pattern.nth, weekday);
  return `${day} ${format.clock(pattern.time)}`;
}

/** The other cities at the first occurrence: «Bogotá 11:15». */
export function citiesNow(option: PlanOption, locale: PlanLocale): readonly string[] {
  return option.elsewhere.flatMap(({ city, times }) => {
    const [first] = times;
    return first ? [locale.words.cityTime(city, locale.format.clock(first.time))] : [];
  });
}

/** Each change of a city's clock over the series: «Bogotá 10:15 desde el 28 mar». */
export function cityChanges(option: PlanOption, locale: PlanLocale): readonly string[] {
  return option.elsewhere.flatMap(({ city, times }) =>
    times
      .slice(1)
      .map(({ from, time }) =>
        locale.words.slots.cityFrom(city, locale.format.clock(time), locale.format.dayAndMonth(from)),
      ),
  );
}

/** The few reasons that fit on an option; the rest waits under «por qué». */
export function shortReasons(option: PlanOption, series: Series, locale: PlanLocale): readonly string[] {
  const named = namesOf(series, locale);
  const say = (kinds: readonly string[]) =>
    option.reasons
      .filter(({ kind }) => kinds.includes(kind))
      .map((reason) => capital(locale.sentences.reason(reason, named)));
  const never = option.never.map(({ id }) => id);
  const absent = [
    ...(never.length > 0 ? [locale.sentences.reason({ kind: 'never', people: never }, named)] : []),
    ...noDataTexts(option, series, locale),
  ];
  if (absent.length > 0) return absent.map((text) => `⚠ ${text}`);
  const weekday = option.slot.pattern?.weekday;
  // A single one stands under the strip of sessions.
  const holidays =
    option.holidays > 1 && weekday !== undefined
      ? [locale.words.slots.onHolidays(option.holidays, locale.format.weekdayInFull(weekday))]
      : [];
  const all = [...say(['everyone', 'leastFocusLoss']), ...holidays, ...say(['mostMissed'])];
  return all.slice(0, cityChanges(option, locale).length > 0 ? 1 : 2);
}

/** «sin datos de Camilo»: whose time nobody knows is not said to be busy. */
export function noDataTexts(option: PlanOption, series: Series, locale: PlanLocale): readonly string[] {
  const named = namesOf(series, locale);
  const people = option.noData.map(({ id }) => named.person(id));
  return people.length > 0 ? [locale.sentences.noData(people)] : [];
}

/** Who misses a session, together where the reason is the same: «Sergio y Andrés: tiempo ocupado». */
export function missingByWhy(session: Session, series: Series, locale: PlanLocale): readonly string[] {
  const whys = [...new Set(session.missing.map(({ why }) => why))];
  // The name of the holiday stands beside the day already.
  if (session.label !== undefined && whys.every((why) => why === 'holiday')) return [];
  const short = shortNames(series.people.map(({ name }) => name));
  return whys.map((why) => {
    const names = session.missing.filter((one) => one.why === why).map(({ name }) => short(name));
    return locale.words.sessions.missing(locale.format.list(names), locale.sentences.missing[why]);
  });
}

/** When the alternative of a session is, with the other cities' time. */
export function repairTime(session: Session, series: Series, locale: PlanLocale): string | undefined {
  if (!session.repair) return undefined;
  const cities = session.repair.elsewhere.map(({ city, time }) =>
    locale.words.cityTime(city, locale.format.clock(time)),
  );
  const when = locale.format.dayAndTime(session.repair.start, series.zone);
  return cities.length > 0 ? `${when} (${cities.join(' · ')})` : when;
}

/** A sentence of our own may begin a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
