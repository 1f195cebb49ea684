import type { TabHost } from '../../app/ports/tabHost';
import { checkedLink } from './meetingAddress';
import { hashOfTab, tabOfHash, watchedHash } from './tabAddress';
import { systemTheme } from './systemTheme';

/** A plain browser window around the channel's or the personal tab: what Teams would tell stands in the address. */
export function windowTabHost(page: Window = window): TabHost {
  const { origin, pathname, hash } = page.location;
  const { channel, series, address: first } = tabOfHash(hash);
  const write = (address: string): string => hashOfTab(channel, address);
  const { address, set } = watchedHash(page, (now) => tabOfHash(now).address, write, first);
  return {
    kind: 'window',
    locale: page.navigator.language,
    theme: systemTheme(page),
    channel,
    series,
    address,
    setAddress: set,
    linkTo: (to) => `${origin}${pathname}${write(to)}`,
    ready: () => undefined,
    async openLink(url) {
      page.open(checkedLink(url, origin), '_blank', 'noopener');
    },
  };
}
