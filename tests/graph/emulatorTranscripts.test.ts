// XC and OC on the demo tenant's Graph, over HTTP.
import { createMicrosoft365, type Microsoft365 } from '../../src/graph/microsoft365';
import { ownTalkContract } from '../contracts/ownTalkContract';
import { transcriptsContract } from '../contracts/transcriptsContract';
import { ALL_SCOPES, type Bed, type Json, openBed } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';
import { meetingWithChat } from '../demo/graph/teamsBed';
import { TIER_SCOPES } from '../../src/app/tiers';

const SCOPES = [...ALL_SCOPES, ...TIER_SCOPES.transcripts];

function portsOf(bed: Bed, as: string): Microsoft365 {
  const { id, name, mail } = bed.person(as);
  return createMicrosoft365({
    graph: bed.base,
    identity: { ...bed.identity(as, SCOPES), account: () => ({ id, name, mail, tenant: 't' }) },
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
  });
}

transcriptsContract('the emulator', async () => {
  const bed = await openBed({ log: LOG });
  const { event } = await meetingWithChat(bed);
  const { artefacts, switches, chats } = bed.emulator;
  switches.set({ transcripts: true, attribution: true });
  const thread = chats.all()[0]?.id ?? '';
  const { id, name, mail } = bed.person('m01');
  return {
    transcripts: portsOf(bed, 'm01').transcripts,
    invited: portsOf(bed, 's01').transcripts,
    joinUrl: String((event['onlineMeeting'] as Json)['joinUrl']),
    person: { id, name, mail: mail.toLowerCase() },
    speak(cues, time, late) {
      artefacts.addTranscript({
        thread,
        ...time,
        language: 'es-es',
        cues: cues.map((cue) => ({ ...cue, text: 'palabras' })),
        arrives: late === undefined ? 0 : Infinity,
      });
    },
    arrive: () => void artefacts.arrive(thread),
    attend: (time) =>
      artefacts.addReport({
        thread,
        ...time,
        attendees: [
          { name, personId: id, mail, role: 'Organizer', spans: [time] },
          { name: 'Sala Tajo', role: 'Attendee', spans: [time] },
        ],
      }),
    decide: (change) => switches.set(change),
    close: () => bed.close(),
  };
});

ownTalkContract('the emulator’s app folder', async () => {
  const bed = await openBed({ log: LOG });
  const at = '/me/drive/special/approot:/balance.json:/content';
  return {
    mine: portsOf(bed, 'm01').ownTalk,
    device: portsOf(bed, 'm01').ownTalk,
    others: portsOf(bed, 's01').ownTalk,
    async plant(content) {
      await bed.call('m01', 'PUT', at, content);
    },
    async contentOf() {
      const { headers, status } = await bed.call('m01', 'GET', at);
      return status === 302 ? (await fetch(headers.get('location') ?? '')).text() : undefined;
    },
    close: () => bed.close(),
  };
});

schemaCheck();
