import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { FollowView } from '../../../src/app/follow/followView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { createPersonalLocale } from '../../../src/locale/personalLocale';
import { ChannelTab } from '../../../src/surfaces/channelTab/ChannelTab';
import { PersonalTab } from '../../../src/surfaces/personalTab/PersonalTab';
import { still } from '../fakes/fakePlanning';
import { followDesk } from './followDesk';
import { mineViews, rhythmViews } from './rhythmViews';

/** One state of the rhythm, the settings or the personal tab, as the address says; a test may bring its own. */
const place = document.getElementById('channel');
const root = place && createRoot(place);
let drawn = 0;

function draw(address: string): void {
  const asked = new URLSearchParams(address);
  const name = asked.get('view') ?? 'rhythm';
  const locale = createPersonalLocale(createLocale(asked.get('locale') ?? 'es-ES'));
  document.documentElement.lang = locale.tag;
  const theme = still((asked.get('theme') ?? 'light') as HostTheme);
  const { ownView } = globalThis as { readonly ownView?: FollowView };
  const mine = mineViews[name];
  const view = ownView ?? mine ?? rhythmViews[name];
  if (!view) return;
  const { desk } = followDesk(view as FollowView);
  root?.render(
    <Shown key={drawn++} address={address}>
      {view.screen === 'series' || mine === undefined ? (
        <ChannelTab desk={desk} locale={locale} theme={theme} />
      ) : (
        <PersonalTab desk={desk as unknown as PersonalDesk} locale={locale} theme={theme} />
      )}
    </Shown>,
  );
}

/** Says that it stands there. */
function Shown({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  useEffect(() => {
    const { dataset } = document.documentElement;
    window.scrollTo(0, 0);
    const frame = requestAnimationFrame(() => void (dataset['shown'] = address));
    return () => cancelAnimationFrame(frame);
  }, [address]);
  return children;
}

const fromHash = () => draw(location.hash.slice(1));
window.addEventListener('hashchange', fromHash);
if (location.hash === '') draw(location.search.slice(1));
else fromHash();
