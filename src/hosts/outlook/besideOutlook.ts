import type { MeetingHost } from '../../app/ports/meetingHost';
import type { MeetingPlace } from '../../app/ports/room';
import type { TabHost } from '../../app/ports/tabHost';
import { checkedLink, windowAddressOf } from '../window/meetingAddress';

type Around = Pick<MeetingHost, 'locale' | 'theme'>;

/** Outlook beside a meeting whose place is known from its invitation: a surface like the meeting's tab, without a call. */
export const besideMeeting = (around: Around, place: MeetingPlace, page: Window = window): MeetingHost => ({
  kind: 'window',
  ...around,
  surface: 'tab',
  place,
  small: false,
  ready: () => undefined,
  onSpeaking: () => undefined,
  share: undefined,
  openLink: (url) => open(url, page),
  windowAddress: () => windowAddressOf(page.location.origin, place),
});

/** Outlook as the place of what is mine: it keeps no address, and what the page's own says is the host's. */
export const besideTab = (around: Around, page: Window = window): TabHost => ({
  kind: 'window',
  ...around,
  channel: undefined,
  series: undefined,
  address: { get: () => '', subscribe: () => () => undefined },
  setAddress: () => undefined,
  linkTo: () => `${page.location.origin}/personal.html`,
  ready: () => undefined,
  openLink: (url) => open(url, page),
});

async function open(url: string, page: Window): Promise<void> {
  page.open(checkedLink(url, page.location.origin), '_blank', 'noopener');
}
