import type { ComposeHost, HostTheme, Readable } from '../../app/ports/composeHost';
import { outlookHost } from '../../hosts/outlook/outlookHost';
import { createLocale } from '../../locale/createLocale';
import { createPlanLocale } from '../../locale/planLocale';
import { readClientConfig } from '../clientConfig';
import { ianaHere } from '../ianaHere';
import { drawPane } from './draw';

async function main(): Promise<void> {
  const config = readClientConfig(document);
  // The skeleton stands until the host has answered; the rest of the scripts arrives meanwhile.
  const loading = import('./plan').catch(() => undefined);
  const host: ComposeHost | undefined = await outlookHost({ ianaOf: ianaHere });
  const locale = createPlanLocale(createLocale(host?.locale ?? navigator.language));
  const element = document.getElementById('pane');
  if (element === null) throw new Error('the page has no place for the pane');
  const drawn = drawPane(element, locale, host?.theme ?? LIGHT);
  const loaded = await loading;
  if (loaded === undefined) return drawn.take('notLoaded');
  const planning = loaded.planFor(config, host, locale.wording);
  drawn.take(planning);
  window.addEventListener('pagehide', () => planning.end());
}

const LIGHT: Readable<HostTheme> = { get: () => 'light', subscribe: () => () => undefined };

void main();
