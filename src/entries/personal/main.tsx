import { createRoot } from 'react-dom/client';
import type { PersonalDesk } from '../../app/follow/followDesk';
import type { TabHost } from '../../app/ports/tabHost';
import { teamsTabHost } from '../../hosts/teams/teamsTabHost';
import { windowTabHost } from '../../hosts/window/windowTabHost';
import { createLocale } from '../../locale/createLocale';
import { createPersonalLocale } from '../../locale/personalLocale';
import { PersonalTab } from '../../surfaces/personalTab/PersonalTab';
import { readClientConfig } from '../clientConfig';

/** The personal tab: one list, my tasks over all series and my next sessions. */
async function main(): Promise<void> {
  const config = readClientConfig(document);
  const loading = import('./mine').catch(() => undefined);
  const host: TabHost = (await teamsTabHost(config)) ?? windowTabHost(window);
  const locale = createPersonalLocale(createLocale(host.locale));
  document.documentElement.lang = locale.tag;
  const element = document.getElementById('personal');
  if (element === null) throw new Error('the page has no place for the tab');
  const root = createRoot(element);
  const draw = (desk: PersonalDesk | 'notLoaded' | undefined): void =>
    root.render(<PersonalTab desk={desk} locale={locale} theme={host.theme} />);
  draw(undefined);
  host.ready();
  const loaded = await loading;
  if (loaded === undefined) return draw('notLoaded');
  const desk = loaded.deskFor(config, host, locale);
  draw(desk);
  window.addEventListener('pagehide', () => desk.end());
}

void main();
