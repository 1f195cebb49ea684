import type { Instant } from '../../domain/time/types';
import type { Locale } from '../createLocale';
import { minutesWordsEn } from '../en/minutesWords';
import { minutesWordsEs } from '../es/minutesWords';
import { createFormat } from '../format';
import { createWording } from '../wording';
import type { MinutesLanguage } from './minutesHtml';

/** What minutes in that language are written with, on a screen of another one too. */
export function minutesLanguage(
  { tag, language, format }: Pick<Locale, 'tag' | 'language' | 'format'>,
  of: 'es' | 'en',
): MinutesLanguage {
  const known = of === language ? tag : of === 'es' ? 'es-ES' : 'en-GB';
  const own = of === language ? format : createFormat(known);
  return {
    format: own,
    words: of === 'es' ? minutesWordsEs(own) : minutesWordsEn(own),
    area: (id) => createWording(of).areaName(id, of),
    zoneName: (zone, at) => zoneName(zone, at, known),
  };
}

/** «hora de Europa central»; a record may name a zone that does not exist. */
export function zoneName(zone: string, at: Instant, tag: string): string {
  try {
    const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
      at,
    );
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}
