// NC1 to NC4: tests/contracts/announcingContract.ts
import { announcingContract } from '../../contracts/announcingContract';
import { fakeAnnouncing } from '../../support/fakes/fakeAnnouncing';

announcingContract('the fake', () => {
  const chat = '19:meeting_Ym8@thread.v2';
  const channel = { team: 'team-1', channel: '19:c@thread.tacv2' };
  const announcing = fakeAnnouncing(new Set([chat, channel.team, channel.channel, 's01']));
  return Promise.resolve({
    announcing,
    chat,
    channel,
    colleague: 's01',
    outsider: 'g02',
    heard: (where) =>
      Promise.resolve(('chat' in where ? announcing.said : announcing.posted).map(({ html }) => html)),
    notices: () => Promise.resolve(announcing.notified.map(({ notice }) => notice)),
    close: () => Promise.resolve(),
  });
});
