import type { Language } from '../../domain/agenda/types';
import type { SeriesKind } from '../../domain/rhythm/series';

/** The few words that enter what we write for others: titles and templates. Screens have their own in locale. */
export interface Wording {
  /** The language of whoever sits before the screen. */
  readonly language: Language;
  /** 'Semanal de Marketing y Ventas' */
  seriesTitle(kind: SeriesKind, language: Language): string;
  areaName(area: string, language: Language): string;
}
