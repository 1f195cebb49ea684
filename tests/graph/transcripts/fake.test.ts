import { ownTalkContract } from '../../contracts/ownTalkContract';
import { transcriptsContract } from '../../contracts/transcriptsContract';
import { fakeOwnFile, fakeOwnTalk } from '../../support/fakes/fakeOwnTalk';
import { fakeCalls, fakeTranscripts } from '../../support/fakes/fakeTranscripts';

transcriptsContract('the fake', () => {
  const calls = fakeCalls();
  const joinUrl = 'https://teams.example/l/meetup-join/19%3ameeting_Ym8%40thread.v2/0';
  const transcripts = fakeTranscripts(joinUrl, calls);
  const person = { id: 'm01', name: 'Irene Vidal', mail: 'irene.vidal@valdeolmo.example' };
  return Promise.resolve({
    transcripts,
    invited: fakeTranscripts(joinUrl, calls, 'invited'),
    joinUrl,
    person,
    speak(cues, time, late) {
      const text = cues
        .map(({ name, from }) => JSON.stringify({ startDateTime: new Date(from), speakerName: name }))
        .join('\n');
      transcripts.add(time, text, late === undefined ? {} : { late: true });
    },
    arrive: () => transcripts.arrive(),
    attend: (time) =>
      transcripts.attended(time, [
        { name: person.name, person: person.id, mail: person.mail },
        { name: 'Sala Tajo' },
      ]),
    decide: (change) => void Object.assign(calls, change),
    close: () => Promise.resolve(),
  });
});

ownTalkContract('the fake', () => {
  const file = fakeOwnFile();
  return Promise.resolve({
    mine: fakeOwnTalk(file),
    device: fakeOwnTalk(file),
    others: fakeOwnTalk(),
    plant(content: string) {
      file.content = content;
      return Promise.resolve();
    },
    contentOf: () => Promise.resolve(file.content),
    close: () => Promise.resolve(),
  });
});
