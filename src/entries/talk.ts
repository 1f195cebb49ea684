import { rememberOwn } from '../app/balance/ownTalk';
import { createTalkReading } from '../app/balance/talkReading';
import type { OpenTalk, TalkPorts } from '../app/balance/talkPorts';
import type { ClientConfig } from '../app/clientConfig';
import type { Identity } from '../app/ports/identity';
import type { OwnTalkStore } from '../app/ports/ownTalk';
import { workerSpeechReader } from '../hosts/talk/workerSpeechReader';

type Around = Pick<TalkPorts, 'transcripts' | 'clock' | 'after'> & {
  readonly config: ClientConfig;
  readonly identity: Identity;
  readonly ownTalk: OwnTalkStore;
};

/** What reads transcripts. A file of its own: fetched once there is a session that may be measured. */
export function openTalk({ config, identity, ownTalk, transcripts, clock, after }: Around): OpenTalk {
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
        consentLink: () => consentLink(config, identity.account()?.tenant),
        report: (fault) => reportError(fault),
      },
      session,
      keeping,
    );
}

/** Where Entra asks an administrator for everything that the registration names, for the whole organisation. */
function consentLink({ authority, clientId }: ClientConfig, tenant: string | undefined): string {
  const link = new URL(`/${encodeURIComponent(tenant ?? 'organizations')}/adminconsent`, authority);
  link.searchParams.set('client_id', clientId);
  return link.href;
}
