import type { PersonalView } from '../../../src/app/follow/followView';
import type { MeetingView } from '../../../src/app/meeting/meetingView';
import type { ItemView, ReadingView } from '../../../src/app/reading/readingView';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { START } from './panelSample';
import { mineViews } from './rhythmViews';
import { tabViews } from './tabViews';

/** A state of the read pane; with `meeting` and `mine`, what the two desks show in it. Plain data. */
export type ReadShown = {
  readonly view: ReadingView;
  readonly meeting?: MeetingView;
  readonly mine?: PersonalView;
};

const CHAT = 'https://teams.microsoft.com/l/chat/19%3Ameeting_x%40thread.v2/0';
const agenda = agendaTemplate('weekly', 'es');
const item: ItemView = {
  screen: 'item',
  title: 'Semanal de Marketing y Ventas',
  start: START,
  end: START + 35 * 60_000,
  place: 'Sala Encina (Madrid)',
  zone: 'America/Bogota',
  seriesZone: 'Europe/Madrid',
  agenda: {
    ...agenda,
    items: agenda.items.map((one, at) => (at === 1 ? { ...one, owner: 'Rodrigo Beltrán Ayuso' } : one)),
  },
  teams: 'chat',
  link: CHAT,
  isOrganiser: false,
  together: null,
};
const meetingOf = (name: string) => (tabViews[name] as { readonly view: MeetingView }).view;
const [full, guest, ended] = [meetingOf('before'), meetingOf('guest'), meetingOf('ended')];
const mine = mineViews['mine'] as Extract<PersonalView, { screen: 'mine' }>;
const signedOut: Pick<ReadShown, 'meeting' | 'mine'> = {
  meeting: { screen: 'signIn', notice: { kind: 'failed', step: 'open', failure: { kind: 'signIn' } } },
  mine: { screen: 'signIn', failure: { kind: 'signIn' } },
};

/** Every state of the read pane worth a picture. */
export const readViews: Readonly<Record<string, ReadShown>> = {
  starting: { view: { screen: 'starting' } },
  noItem: { view: { screen: 'noItem' } },
  failed: { view: { screen: 'failed', failure: { kind: 'unavailable' } } },
  whole: { view: item, meeting: guest, mine },
  internal: { view: item, meeting: full, mine: { ...mine, tasks: [] } },
  outsider: { view: item, meeting: meetingOf('outsider'), mine: { screen: 'noSeries', unreadable: [] } },
  alone: { view: { ...item, teams: 'none', link: null } },
  short: { view: { ...item, teams: 'address', link: null } },
  organiser: { view: { ...item, isOrganiser: true, zone: 'Europe/Madrid' }, meeting: full, mine },
  noAgenda: { view: { ...item, agenda: 'none' } },
  noAgendaMine: { view: { ...item, agenda: 'none', isOrganiser: true } },
  unreadable: { view: { ...item, agenda: 'unreadable' } },
  loading: { view: { ...item, together: 'loading' } },
  notLoaded: { view: { ...item, together: 'notLoaded' } },
  signedOut: { view: item, ...signedOut },
  consent: {
    view: item,
    meeting: {
      screen: 'signIn',
      notice: { kind: 'failed', step: 'open', failure: { kind: 'consent', tier: 'live' } },
    },
    mine: { screen: 'signIn', failure: { kind: 'consent', tier: 'followUp' } },
  },
  opening: { view: item, meeting: { screen: 'starting' }, mine: { screen: 'starting' } },
  outside: {
    view: item,
    meeting: { screen: 'outside', why: 'notMember' },
    mine: { screen: 'failed', failure: { kind: 'offline' } },
  },
  denied: { view: item, meeting: guest, mine: { screen: 'failed', failure: { kind: 'denied' } } },
  far: {
    view: { ...item, start: START + 21 * 86_400_000, end: START + 21 * 86_400_000 + 35 * 60_000 },
    meeting: guest,
    mine: { ...mine, tasks: [], progress: { state: 'failed', failure: { kind: 'unavailable' } } },
  },
  notNear: {
    view: item,
    meeting: guest.screen === 'meeting' ? { ...guest, running: null, unplanned: true } : guest,
    mine: { ...mine, progress: { state: 'reading', done: 0, of: 1 } },
  },
  underWay: { view: item, meeting: meetingOf('running'), mine },
  over: { view: item, meeting: ended, mine },
};
