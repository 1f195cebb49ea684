import type { Locale } from './createLocale';
import { signInWordsEn } from './en/signInWords';
import { signInWordsEs, type SignInWords } from './es/signInWords';

/** The words of what helps when somebody cannot get in: they load with it. */
export const signInWordsIn = (language: Locale['language']): SignInWords =>
  language === 'es' ? signInWordsEs : signInWordsEn;
