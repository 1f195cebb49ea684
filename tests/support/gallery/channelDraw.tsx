import { act, render } from '@testing-library/react';
import type { FollowDesk } from '../../../src/app/follow/followDesk';
import type { FollowView } from '../../../src/app/follow/followView';
import { createLocale } from '../../../src/locale/createLocale';
import { createFollowLocale } from '../../../src/locale/followLocale';
import { ChannelTab } from '../../../src/surfaces/channelTab/ChannelTab';
import { still } from '../fakes/fakePlanning';
import { followDesk } from './followDesk';

/** The channel's tab over a scripted desk, in jsdom. */
export function drawChannel(view: FollowView, tag = 'es-ES') {
  const fake = followDesk(view);
  const drawn = drawTab(fake.desk, tag);
  return {
    calls: fake.calls,
    container: drawn.container,
    show: (next: FollowView) => act(async () => fake.show(next)),
  };
}

/** The same with whatever there is for a desk. */
export function drawTab(desk: FollowDesk | 'notLoaded' | undefined, tag = 'es-ES') {
  const locale = createFollowLocale(createLocale(tag));
  return render(<ChannelTab desk={desk} locale={locale} theme={still('light')} />);
}
