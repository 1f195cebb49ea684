import { tabSettingsWordsEn } from './en/tabSettingsWords';
import { tabSettingsWordsEs, type TabSettingsWords } from './es/tabSettingsWords';

/** The words of the page that adds the tab, alone: it is small, and the rest of the words are not. */
export function tabSettingsLocale(said: string): {
  readonly language: 'es' | 'en';
  readonly words: TabSettingsWords;
} {
  // Some hosts write es_ES.
  return /^es\b/i.test(said.replaceAll('_', '-'))
    ? { language: 'es', words: tabSettingsWordsEs }
    : { language: 'en', words: tabSettingsWordsEn };
}
