import { meetingsContract } from '../../contracts/meetingsContract';
import {
  aPlaceMember,
  FAKE_CHAT,
  FAKE_JOIN_URL,
  fakeMeetings,
  type FakeMeetings,
} from '../../support/fakes/fakeMeetings';

const FIRST = Date.UTC(2026, 10, 26, 9);
const WEEK = 7 * 24 * 60 * 60 * 1000;
const SUBJECT = 'Semanal de Marketing y Ventas';

meetingsContract('the fake', () => {
  const members = [
    aPlaceMember('m01'),
    aPlaceMember('s01'),
    aPlaceMember('guest', { mail: '', outsider: true }),
  ];
  const datesOf = (owner: string) =>
    [0, 1, 2].map((nth) => ({
      eventId: `${owner}-${nth}`,
      seriesEventId: owner,
      time: { from: FIRST + nth * WEEK, until: FIRST + nth * WEEK + 35 * 60_000 },
      isOrganiser: owner === 'm01',
      bodyHtml: '<p>Orden del día</p>',
      attendees: [
        { mail: 's01@valdeolmo.example', name: 'Hugo', type: 'required' as const, answer: 'none' as const },
      ],
    }));
  const meetings = fakeMeetings({ members, topic: SUBJECT }, datesOf('m01'));
  const colleague: FakeMeetings = fakeMeetings({ members, topic: SUBJECT }, datesOf('s01'), meetings);
  return Promise.resolve({
    meetings,
    colleague,
    stranger: fakeMeetings(null),
    place: { kind: 'chat', chat: FAKE_CHAT },
    channel: { kind: 'channel', team: 't', channel: '19:c@thread.tacv2', message: '1' },
    joinUrl: FAKE_JOIN_URL,
    first: FIRST,
    dates: 3,
    zone: 'Europe/Madrid',
    subject: SUBJECT,
    agenda: 'Orden del día',
    me: { id: 'm01', mail: 'm01@valdeolmo.example' },
    invited: { id: 's01', mail: 's01@valdeolmo.example' },
    outsider: { id: 'guest' },
    said: ({ kind }) =>
      Promise.resolve(meetings.said.filter(({ place }) => place.kind === kind).map(({ html }) => html)),
    mailed: () => Promise.resolve(meetings.mailed),
    tabs: () => Promise.resolve(meetings.tabs.length),
    close: () => Promise.resolve(),
  });
});
