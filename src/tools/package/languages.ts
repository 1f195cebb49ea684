import { textsOf, type Json, type Manifest } from './manifest';
import type { Schemas } from './schema';

/** The file of one further language, or undefined where there is none. */
export type LanguageFile = { readonly name: string; readonly content: Json | undefined };

/**
 * What Microsoft's schema does not hold: that every text has words in every language and none is left over, that
 * they have the same fields in braces, and that the manifest's own are not longer than a translation may be.
 */
export function languageMistakes(
  manifest: Json & Manifest,
  files: readonly LanguageFile[],
  schemas: Schemas,
): readonly string[] {
  const own = new Map(
    textsOf(manifest).filter(([path, text]) => schemas.hasLanguage(path) && !/^https?:\/\//.test(text)),
  );
  const mistakes = schemas
    .language(Object.fromEntries(own))
    .map((said) => `A text of manifest.json is not as Teams takes it, ${said}: change it there.`);
  for (const { name, content } of files) {
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      mistakes.push(
        `manifest/${name} is missing or no JSON, and the manifest names it as a language: put it there.`,
      );
      continue;
    }
    mistakes.push(
      ...schemas
        .language(content)
        .map((said) => `A text of manifest/${name} is not as Teams takes it, ${said}: change it there.`),
    );
    const words = new Map(
      Object.entries(content as Readonly<Record<string, Json>>).filter(([key]) => key !== '$schema'),
    );
    for (const [path, text] of own) {
      const word = words.get(path);
      if (word === undefined || word === '')
        mistakes.push(`manifest/${name} has no words for “${path}”: add them.`);
      else if (fieldsOf(String(word)) !== fieldsOf(text))
        mistakes.push(
          `manifest/${name} has other fields in braces than manifest.json at “${path}”: make them the same.`,
        );
    }
    for (const key of words.keys())
      if (!own.has(key))
        mistakes.push(
          `manifest/${name} has words for “${key}”, which manifest.json has no text at: take them out.`,
        );
  }
  return mistakes;
}

const fieldsOf = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
