import { isObject, type Json, objectOf, Reader } from '../http/body';
import { badRequest } from '../http/errors';

/** A mail that somebody sent. */
export type Mail = {
  readonly id: string;
  readonly at: number;
  readonly subject: string;
  readonly contentType: 'text' | 'html';
  readonly content: string;
  readonly to: readonly Address[];
};

export type Address = { readonly name: string; readonly address: string };
export type MailInput = Omit<Mail, 'id' | 'at'> & { readonly kept: boolean };

/** Exchange's limit for one message. */
const MOST_RECIPIENTS = 500;

/** The mail in a request to send it; one without recipients is refused. */
export function mailInputOf(text: string): MailInput {
  const action = new Reader(objectOf(text), 'sendMail', ['message', 'saveToSentItems']);
  const given = action.object('message');
  if (given === undefined) throw badRequest('The message is missing.', 'ErrorInvalidRequest');
  const message = new Reader(given, 'message', ['subject', 'body', 'toRecipients', 'importance']);
  const body = new Reader(message.object('body') ?? {}, 'itemBody', ['content', 'contentType']);
  const to = (message.list('toRecipients') ?? []).map(addressOf);
  if (to.length === 0 || to.length > MOST_RECIPIENTS) throw noRecipients();
  return {
    subject: message.text('subject') ?? '',
    contentType: body.member('contentType', ['text', 'html'] as const) ?? 'text',
    content: body.text('content') ?? '',
    to,
    kept: action.flag('saveToSentItems') ?? true,
  };
}

function addressOf(value: unknown): Address {
  const recipient = new Reader(isObject(value) ? value : {}, 'recipient', ['emailAddress']);
  const mail = new Reader(recipient.object('emailAddress') ?? {}, 'emailAddress', ['name', 'address']);
  const address = mail.text('address') ?? '';
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address)) throw noRecipients();
  return { name: mail.text('name') ?? address, address };
}

const noRecipients = () => badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');

/** The mail as its sender's folder shows it. */
export function mailJson(mail: Mail, from: Address): Json {
  const date = new Date(mail.at).toISOString();
  return {
    id: mail.id,
    createdDateTime: date,
    sentDateTime: date,
    subject: mail.subject,
    importance: 'normal',
    isDraft: false,
    isRead: true,
    from: { emailAddress: from },
    sender: { emailAddress: from },
    toRecipients: mail.to.map((emailAddress) => ({ emailAddress })),
    ccRecipients: [],
    bccRecipients: [],
    body: { contentType: mail.contentType, content: mail.content },
  };
}
