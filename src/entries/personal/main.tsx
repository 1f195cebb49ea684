import { createPersonalLocale } from '../../locale/personalLocale';
import { PersonalTab } from '../../surfaces/personalTab/PersonalTab';
import { openTab } from '../openTab';

/** The personal tab: one list, my tasks over all series and my next sessions. */
void openTab({
  element: 'personal',
  load: () => import('./mine'),
  localeOf: createPersonalLocale,
  draw: (desk, locale, theme) => <PersonalTab desk={desk} locale={locale} theme={theme} />,
});
