import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { TalkReading, TalkReadingView } from '../../../src/app/balance/talkReadingView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { talkWordsIn } from '../../../src/locale/talkWordsIn';
import { TalkReader } from '../../../src/surfaces/shared/TalkReader';
import { TEAMS_THEMES } from '../../../src/surfaces/shared/themes';
import { TALK_PEOPLE, talkViews, TITLES } from './talkViews';

/** One state of the reading of a transcript, as the address says; a test may bring its own. */
const place = document.getElementById('meeting');
const root = place && createRoot(place);
const nothing: TalkReading = {
  read: () => undefined,
  drop: () => undefined,
  name: () => undefined,
  goOn: () => undefined,
  cancel: () => undefined,
};
let drawn = 0;

function draw(address: string): void {
  const asked = new URLSearchParams(address);
  const { ownView } = globalThis as {
    readonly ownView?: { readonly view: TalkReadingView; readonly titles: typeof TITLES };
  };
  const view = ownView?.view ?? talkViews[asked.get('view') ?? ''];
  if (view === undefined) return;
  const locale = createLocale(asked.get('locale') ?? 'es-ES');
  document.documentElement.lang = locale.tag;
  const words = talkWordsIn(locale);
  root?.render(
    <FluentProvider key={drawn++} theme={TEAMS_THEMES[(asked.get('theme') ?? 'light') as HostTheme]}>
      <Shown address={address} />
      <main style={{ padding: '12px 20px' }}>
        <h1>{words.title}</h1>
        <h2>{words.sessions.title}</h2>
        <TalkReader
          view={view}
          desk={nothing}
          locale={locale}
          words={words}
          zone="Europe/Madrid"
          areas={[
            { id: 'marketing', name: 'Marketing' },
            { id: 'sales', name: locale.words.area('sales') },
          ]}
          people={TALK_PEOPLE}
          titles={ownView?.titles ?? TITLES}
          organiser="Irene"
          primary
        />
      </main>
    </FluentProvider>,
  );
}

/** Says that it stands there. */
function Shown({ address }: { readonly address: string }) {
  useEffect(() => {
    const frame = requestAnimationFrame(() => void (document.documentElement.dataset['shown'] = address));
    return () => cancelAnimationFrame(frame);
  }, [address]);
  return null;
}

const fromHash = () => draw(location.hash.slice(1));
window.addEventListener('hashchange', fromHash);
if (location.hash === '') draw(location.search.slice(1));
else fromHash();
