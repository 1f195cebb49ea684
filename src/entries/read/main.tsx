import { createRoot } from 'react-dom/client';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import type { Reading } from '../../app/reading/readingView';
import { readHost } from '../../hosts/outlook/readHost';
import { createLocale } from '../../locale/createLocale';
import { createReadLocale } from '../../locale/readLocale';
import { ReadPane } from '../../surfaces/read/ReadPane';
import { readClientConfig } from '../clientConfig';
import { ianaHere } from '../ianaHere';

/** The pane beside a meeting that is only read. */
async function main(): Promise<void> {
  const config = readClientConfig(document);
  // The skeleton stands until the host has answered; the rest of the scripts arrives meanwhile.
  const loading = import('./read').catch(() => undefined);
  const host = await readHost({ ianaOf: ianaHere });
  const locale = createReadLocale(createLocale(host?.locale ?? navigator.language));
  document.documentElement.lang = locale.tag;
  const element = document.getElementById('read');
  if (element === null) throw new Error('the page has no place for the pane');
  const root = createRoot(element);
  const draw = (reading: Reading | 'notLoaded' | undefined): void =>
    root.render(<ReadPane reading={reading} locale={locale} theme={host?.theme ?? LIGHT} />);
  draw(undefined);
  const loaded = await loading;
  if (loaded === undefined) return draw('notLoaded');
  const reading = loaded.readingOf(config, host, locale);
  draw(reading);
  window.addEventListener('pagehide', () => reading.end());
}

const LIGHT: Readable<HostTheme> = { get: () => 'light', subscribe: () => () => undefined };

void main();
