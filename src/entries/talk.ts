import { rememberOwn } from '../app/balance/ownTalk';
import { createTalkReading } from '../app/balance/talkReading';
import type { OpenTalk, TalkPorts } from '../app/balance/talkPorts';
import type { PersonIdentity } from '../app/ports/identity';
import type { OwnTalkStore } from '../app/ports/ownTalk';
import { workerSpeechReader } from '../hosts/talk/workerSpeechReader';

type Around = Pick<TalkPorts, 'transcripts' | 'clock' | 'after'> & {
  readonly identity: PersonIdentity;
  readonly ownTalk: OwnTalkStore;
};

/** What reads transcripts. A file of its own: fetched once there is a session that may be measured. */
export function openTalk({ identity, ownTalk, transcripts, clock, after }: Around): OpenTalk {
  const reader = workerSpeechReader();
  return (session, keeping) =>
    createTalkReading(
      {
        identity,
        transcripts,
        reader,
        clock,
        after,
        rememberOwn: async (mine) => void (await rememberOwn(ownTalk, mine)),
        consentLink: () => identity.adminConsent('transcripts'),
        report: (fault) => reportError(fault),
      },
      session,
      keeping,
    );
}
