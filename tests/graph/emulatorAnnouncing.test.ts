// NC on the demo tenant's Graph, over HTTP.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { announcingContract, type OpenedAnnouncing } from '../contracts/announcingContract';
import { ALL_SCOPES, type Bed, type Json, openBed, PLAN_SCOPES } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';
import { live, meetingWithChat, TEAMS_SCOPES, valuesOf } from '../demo/graph/teamsBed';

const SCOPES = [...ALL_SCOPES, ...TEAMS_SCOPES, 'TeamsActivity.Send'];
const of = (bed: Bed, short: string, scopes: readonly string[] = SCOPES) =>
  createMicrosoft365({
    graph: bed.base,
    identity: bed.identity(short, scopes),
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
  }).announcing;

announcingContract('the emulator', async (): Promise<OpenedAnnouncing> => {
  const bed = await openBed({ log: LOG });
  const { chat: address } = await meetingWithChat(bed);
  const chat = decodeURIComponent(address.replace('/chats/', ''));
  bed.emulator.apps.install(chat);
  bed.emulator.apps.install(bed.company.team?.id ?? '');
  const team = bed.company.team?.groupId ?? '';
  const { body: channels } = await live(bed, 'm01', 'GET', `/teams/${team}/channels`);
  const channel = { team, channel: String(valuesOf(channels)[0]?.['id']) };
  return {
    announcing: of(bed, 'm01'),
    withoutConsent: of(bed, 'm01', PLAN_SCOPES),
    stranger: of(bed, 'g02'),
    chat,
    channel,
    colleague: bed.person('s01').id,
    outsider: bed.person('g02').id,
    async heard(where) {
      const list =
        'chat' in where
          ? `${address}/messages`
          : `/teams/${team}/channels/${encodeURIComponent(where.channel)}/messages`;
      const { body } = await live(bed, 'm01', 'GET', list);
      return valuesOf(body)
        .map((one) => String((one['body'] as Json)['content']))
        .reverse();
    },
    notices: () => Promise.resolve([...bed.emulator.notices.of(bed.person('s01').id)].reverse()),
    close: () => bed.close(),
  };
});

schemaCheck();
