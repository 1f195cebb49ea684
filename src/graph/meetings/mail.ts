import type { Recipient } from '../../app/ports/meetings';
import type { Graph, Operation } from '../client/call';
import { succeed } from '../client/failures';

/** Sends one mail as the person; never repeated once it may have arrived, since everybody would get it twice (GM9). */
export async function sendMail(
  graph: Graph,
  to: readonly Recipient[],
  subject: string,
  html: string,
  operation: Operation,
): Promise<void> {
  const body = {
    message: {
      subject,
      body: { contentType: 'html', content: html },
      toRecipients: to.map(({ name, mail }) => ({ emailAddress: { name, address: mail } })),
    },
    saveToSentItems: true,
  };
  await succeed(graph, { method: 'POST', path: '/me/sendMail', body, repeatable: false }, operation);
}
