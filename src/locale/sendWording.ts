import type { SendWarning } from '../domain/agenda/beforeSending';
import { sendWordsEn } from './en/sendWords';
import { sendWordsEs } from './es/sendWords';

/** Outlook shows this many characters of what an add-in says at sending. */
const LONGEST = 500;

/**
 * Warnings as one text, in the language in which Outlook shows itself. What no longer fits is left out whole. Runs where
 * nothing newer than ECMAScript 2016 does, so without the rest of the words.
 */
export function wordSendWarnings(warnings: readonly SendWarning[], said: string): string {
  const words = /^es\b/i.test(said.replace(/_/g, '-')) ? sendWordsEs : sendWordsEn;
  const sentence = (warning: SendWarning): string => {
    switch (warning.kind) {
      case 'tooLong':
        return words.tooLong(warning.minutes);
      case 'noAgenda':
        return words.noAgenda;
      case 'noTeamsLink':
        return warning.sentBefore ? words.noTeamsLink : words.noTeamsLinkYet;
      case 'noKeyPerson':
        return words.noKeyPerson(warning.name || words.areas[warning.area] || warning.area);
    }
  };
  let text = '';
  for (const warning of warnings) {
    const longer = text === '' ? sentence(warning) : `${text} ${sentence(warning)}`;
    if (longer.length <= LONGEST) text = longer;
  }
  return text;
}
