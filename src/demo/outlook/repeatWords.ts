import { DateTime } from 'luxon';
import { DAY_NAMES, type DayName, type Repeat, type WeekNumber } from './repeat';
import type { DemoLanguage } from './words';

const NTH: Readonly<Record<DemoLanguage, Readonly<Record<WeekNumber, string>>>> = {
  es: { first: 'primer', second: 'segundo', third: 'tercer', fourth: 'cuarto', last: 'último' },
  en: { first: 'first', second: 'second', third: 'third', fourth: 'fourth', last: 'last' },
};

/** 2024-01-01 was a Monday. */
const dayText = (day: DayName, language: DemoLanguage): string =>
  DateTime.utc(2024, 1, 1 + DAY_NAMES.indexOf(day))
    .setLocale(language)
    .toFormat('cccc');

const listed = (parts: readonly string[], language: DemoLanguage): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${language === 'es' ? 'y' : 'and'} ${parts.at(-1) ?? ''}`;

/** A date as people read it: '18 may 2027'. */
const dateText = (day: string, language: DemoLanguage): string =>
  DateTime.fromISO(day).setLocale(language).toFormat('d LLL yyyy');

/** How an appointment repeats, in words. */
export function repeatText(repeat: Repeat, language: DemoLanguage): string {
  const es = language === 'es';
  const until =
    repeat.until === undefined ? '' : `${es ? ', hasta el ' : ', until '}${dateText(repeat.until, language)}`;
  return patternText(repeat, language) + until;
}

function patternText(repeat: Repeat, language: DemoLanguage): string {
  const es = language === 'es';
  const n = repeat.every;
  const months = n === 1 ? (es ? 'mes' : 'month') : es ? `${n} meses` : `${n} months`;
  switch (repeat.kind) {
    case 'daily':
      if (n === 1) return es ? 'Cada día' : 'Every day';
      return es ? `Cada ${n} días` : `Every ${n} days`;
    case 'weekly': {
      const days = listed(
        repeat.days.map((day) => dayText(day, language)),
        language,
      );
      if (n === 1) return es ? `Cada semana, el ${days}` : `Every week on ${days}`;
      return es ? `Cada ${n} semanas, el ${days}` : `Every ${n} weeks on ${days}`;
    }
    case 'monthlyOn':
      return es ? `Cada ${months}, el día ${repeat.day}` : `Every ${months} on day ${repeat.day}`;
    case 'monthlyThe': {
      const day = `${NTH[language][repeat.week]} ${dayText(repeat.day, language)}`;
      return es ? `Cada ${months}, el ${day}` : `Every ${months} on the ${day}`;
    }
  }
}
