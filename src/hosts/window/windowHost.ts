import type { MeetingHost } from '../../app/ports/meetingHost';
import { checkedLink, placeOfHash, surfaceOfHash, windowAddressOf } from './meetingAddress';
import { systemTheme } from './systemTheme';

/** A plain browser window as a place for a meeting: for Teams on the web, guests and the screen of a room. */
export function windowHost(page: Window = window): MeetingHost {
  const { hash, origin } = page.location;
  const place = placeOfHash(hash);
  return {
    kind: 'window',
    locale: page.navigator.language,
    theme: systemTheme(page),
    surface: surfaceOfHash(hash),
    place,
    small: page.matchMedia('(pointer: coarse) and (max-width: 640px)').matches,
    ready: () => undefined,
    onSpeaking: () => undefined,
    share: undefined,
    async openLink(url) {
      page.open(checkedLink(url, origin), '_blank', 'noopener');
    },
    windowAddress: () => (place === undefined ? undefined : windowAddressOf(origin, place)),
  };
}
