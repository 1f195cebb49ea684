import { createRoot } from 'react-dom/client';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import { teamsTabSettings } from '../../hosts/teams/teamsTabSettings';
import { tabSettingsLocale } from '../../locale/tabSettings';
import { TabSettings } from '../../surfaces/tabSettings/TabSettings';
import { readClientConfig } from '../clientConfig';

async function main(): Promise<void> {
  const host = await teamsTabSettings(readClientConfig(document));
  const { language, words } = tabSettingsLocale(host?.locale ?? navigator.language);
  document.documentElement.lang = language;
  const element = document.getElementById('tabSettings');
  if (element === null) throw new Error('the page has no place to draw');
  createRoot(element).render(
    <TabSettings words={words} theme={host?.theme ?? LIGHT} inTeams={host !== undefined} />,
  );
  host?.offer({ id: 'cadencia', address: `${location.origin}/meeting.html`, name: words.tabName });
}

const LIGHT: Readable<HostTheme> = { get: () => 'light', subscribe: () => () => undefined };

void main();
