import { createRoot } from 'react-dom/client';
import type { TabSettingsView } from '../../../src/app/tabSettings/tabSettingsDesk';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { tabSettingsLocale } from '../../../src/locale/tabSettings';
import { TabSettings, type TabSettingsPlace } from '../../../src/surfaces/tabSettings/TabSettings';
import { consentAddress } from '../consentAddress';
import { still } from '../fakes/fakePlanning';
import { tabSettingsViews } from './tabSettingsViews';

/** One state of the page that adds the tab, as the address says. */
const asked = new URLSearchParams(location.search);
const name = asked.get('view') ?? 'choose';
const place = document.getElementById('tabSettings');
if (place) {
  const { language, words } = tabSettingsLocale(asked.get('locale') ?? 'es-ES');
  document.documentElement.lang = language;
  createRoot(place).render(
    <TabSettings
      words={words}
      theme={still((asked.get('theme') ?? 'light') as HostTheme)}
      place={placeOf(name)}
    />,
  );
}

function placeOf(view: string): TabSettingsPlace {
  if (view === 'outside' || view === 'meeting') return { kind: view };
  const shown: TabSettingsView | undefined = tabSettingsViews[view];
  const nothing = (): void => undefined;
  const desk = shown && {
    view: still(shown),
    adminConsent: consentAddress,
    signIn: nothing,
    retry: nothing,
    choose: nothing,
  };
  return { kind: 'channel', desk: desk ?? 'notLoaded' };
}
