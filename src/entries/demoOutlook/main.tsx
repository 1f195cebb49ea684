import { createRoot } from 'react-dom/client';
import { answerBridge, tokensFrom } from '../../demo/identity/bridge';
import { paneOriginOf, personOf, readDemoConfig, type DemoPerson } from '../../demo/outlook/config';
import { graphMailbox } from '../../demo/outlook/graphMailbox';
import { MailboxFailed } from '../../demo/outlook/mailbox';
import { OutlookPage } from '../../demo/outlook/page/OutlookPage';
import { checkKind, paneKind, readKind } from '../../demo/outlook/page/paneKinds';

const token = tokensFrom('/demo/token');
/** Outlook is an app of its own: its requests do not count against the product's. */
const outlookToken = tokensFrom('/demo/token', 'outlook');

async function main(): Promise<void> {
  const config = await readDemoConfig();
  let signedIn = personOf(config, location.search);

  answerBridge({
    personOf: (origin) => (origin === paneOriginOf(config, signedIn) ? signedIn.id : undefined),
    token,
  });

  const element = document.getElementById('outlook');
  if (element === null) throw new Error('page without a place to draw');
  createRoot(element).render(
    <OutlookPage
      config={config}
      mailboxOf={(person) =>
        graphMailbox({
          graph: config.graph,
          appId: config.appId,
          zone: person.zone,
          token: () => tokenOf(person),
        })
      }
      paneOf={(person, locale) => paneKind(config, person, locale)}
      readOf={(person, locale) => readKind(config, person, locale)}
      checkOf={(person, locale) => checkKind(config, person, locale)}
      onPerson={(person) => void (signedIn = person)}
    />,
  );
}

async function tokenOf({ id }: DemoPerson): Promise<string> {
  const got = await outlookToken({ person: id, scopes: ['Calendars.ReadWrite'], renew: false });
  if ('error' in got) throw new MailboxFailed(401, got.error);
  return got.access_token;
}

void main();
