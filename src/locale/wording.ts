import type { Wording } from '../app/ports/wording';

const AREAS: Readonly<Record<'es' | 'en', Readonly<Record<string, string>>>> = {
  es: { marketing: 'Marketing', sales: 'Ventas', product: 'Producto' },
  en: { marketing: 'Marketing', sales: 'Sales', product: 'Product' },
};

/** What an area of that id is called. Ids come out of files: one may be a name of the prototype's. */
export const areaIn = (language: 'es' | 'en', id: string): string =>
  (Object.hasOwn(AREAS[language], id) ? AREAS[language][id] : undefined) ?? id;

/** Titles and names that go into what we write for others. An area nobody named keeps its id. */
export function createWording(language: 'es' | 'en'): Wording {
  return {
    language,
    seriesTitle: (kind, of) =>
      of === 'es'
        ? `${kind === 'weekly' ? 'Semanal' : 'Mensual'} de Marketing y Ventas`
        : `Marketing and Sales ${kind === 'weekly' ? 'Weekly' : 'Monthly'}`,
    areaName: (area, of) => areaIn(of, area),
  };
}
