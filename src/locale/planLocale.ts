import type { Locale } from './createLocale';
import { planSentencesEn } from './en/planSentences';
import { planWordsEn } from './en/planWords';
import { type PlanSentences, planSentencesEs } from './es/planSentences';
import { type PlanWords, planWordsEs } from './es/planWords';
import { createMembersLocale, type MembersLocale } from './membersLocale';

/** A locale with the words of planning among its own: they load with the pane in Outlook only. */
export type PlanLocale = MembersLocale & {
  readonly words: PlanWords;
  readonly sentences: PlanSentences;
};

/** The same locale, with the words of planning. */
export function createPlanLocale(locale: Locale): PlanLocale {
  const { language, format, sentences } = locale;
  const [words, said] =
    language === 'es'
      ? [planWordsEs(format), planSentencesEs(format, sentences)]
      : [planWordsEn(format), planSentencesEn(format, sentences)];
  const members = createMembersLocale(locale);
  return { ...members, words: { ...members.words, ...words }, sentences: { ...sentences, ...said } };
}
