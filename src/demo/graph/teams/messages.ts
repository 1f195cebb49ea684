import type { Company } from '../../company/types';
import { type Json, objectOf, Reader } from '../http/body';
import { badRequest, GraphError } from '../http/errors';
import { messageHtml } from './messageHtml';

/** A message in a chat or a channel. */
export type Message = {
  readonly id: string;
  readonly at: number;
  readonly personId: string;
  readonly subject: string | undefined;
  readonly contentType: 'text' | 'html';
  readonly content: string;
  readonly importance: 'normal' | 'high' | 'urgent';
  /** The message of a channel that it answers. */
  readonly replyTo?: string;
};

/** Teams takes about 28 kB with everything around; beyond it a message is refused. */
const MOST_BYTES = 28 * 1024;
const IMPORTANCES = ['normal', 'high', 'urgent'] as const;

/** What was said, by the chat or channel it was said in. */
export class Messages {
  private readonly byPlace = new Map<string, Message[]>();
  private last = 0;

  constructor(private readonly now: () => number) {}

  /** Newest first, as listings show them. */
  in(place: string): readonly Message[] {
    return [...(this.byPlace.get(place) ?? [])].reverse();
  }

  find(place: string, id: string): Message | undefined {
    return this.byPlace.get(place)?.find((message) => message.id === id);
  }

  say(place: string, personId: string, input: MessageInput, replyTo?: string): Message {
    // Ids are the moment in milliseconds, and no two are the same.
    this.last = Math.max(this.last + 1, this.now());
    const message: Message = {
      id: String(this.last),
      at: this.now(),
      personId,
      ...input,
      ...(replyTo !== undefined && { replyTo }),
    };
    this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), message]);
    return message;
  }
}

type MessageInput = Pick<Message, 'subject' | 'contentType' | 'content' | 'importance'>;

/** The message in a request; empty and overlong ones are refused. */
export function messageInputOf(text: string): MessageInput {
  const reader = new Reader(objectOf(text), 'chatMessage', ['subject', 'body', 'importance', 'messageType']);
  const body = new Reader(reader.object('body') ?? {}, 'itemBody', ['content', 'contentType']);
  const content = body.text('content') ?? '';
  if (content.trim() === '') throw badRequest('Missing body content');
  if (Buffer.byteLength(content) > MOST_BYTES)
    throw new GraphError(413, 'RequestEntityTooLarge', 'Message size too large.');
  const contentType = body.member('contentType', ['text', 'html'] as const) ?? 'text';
  return {
    subject: reader.text('subject'),
    contentType,
    content: contentType === 'html' ? messageHtml(content) : content,
    importance: reader.member('importance', IMPORTANCES) ?? 'normal',
  };
}

/** The message as the service shows it; `where` tells its chat or its channel. */
export function messageJson(company: Company, message: Message, where: Json): Json {
  const date = new Date(message.at).toISOString();
  const name = company.people.find(({ id }) => id === message.personId)?.name ?? null;
  return {
    id: message.id,
    replyToId: message.replyTo ?? null,
    etag: message.id,
    messageType: 'message',
    createdDateTime: date,
    lastModifiedDateTime: date,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: message.subject ?? null,
    summary: null,
    chatId: null,
    importance: message.importance,
    locale: 'en-us',
    webUrl: null,
    channelIdentity: null,
    policyViolation: null,
    eventDetail: null,
    ...where,
    from: {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        id: message.personId,
        displayName: name,
        userIdentityType: 'aadUser',
      },
    },
    body: { contentType: message.contentType, content: message.content },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}
