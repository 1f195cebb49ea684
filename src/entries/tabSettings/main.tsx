import { createRoot } from 'react-dom/client';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import { teamsTabSettings } from '../../hosts/teams/teamsTabSettings';
import { tabSettingsLocale } from '../../locale/tabSettings';
import { TabSettings, type TabSettingsPlace } from '../../surfaces/tabSettings/TabSettings';
import { readClientConfig } from '../clientConfig';

async function main(): Promise<void> {
  const config = readClientConfig(document);
  const host = await teamsTabSettings(config);
  const { language, words } = tabSettingsLocale(host?.locale ?? navigator.language);
  document.documentElement.lang = language;
  const element = document.getElementById('tabSettings');
  if (element === null) throw new Error('the page has no place to draw');
  const root = createRoot(element);
  const draw = (place: TabSettingsPlace): void =>
    root.render(<TabSettings words={words} theme={host?.theme ?? LIGHT} place={place} />);
  if (host === undefined) return draw({ kind: 'outside' });
  host.ready();
  const { channel } = host;
  if (channel === undefined) {
    draw({ kind: 'meeting' });
    const tab = { id: 'cadencia', address: `${location.origin}/meeting.html`, name: words.tabName };
    return host.offer(async () => tab);
  }
  draw({ kind: 'channel', desk: undefined });
  const loaded = await import('./choose').catch(() => undefined);
  draw({
    kind: 'channel',
    desk: loaded === undefined ? 'notLoaded' : loaded.deskFor(config, host, channel),
  });
}

const LIGHT: Readable<HostTheme> = { get: () => 'light', subscribe: () => () => undefined };

void main();
