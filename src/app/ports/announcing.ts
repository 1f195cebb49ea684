import type { Cancellation } from './cancellation';

/** Messages and notices to people who open nothing, as the person who is signed in. Contract: tests/contracts/announcingContract.ts */
export interface Announcing {
  /** A message of its own in a channel. Fails with consent (tier live), denied, notFound. Untrusted text is escaped by the caller. */
  post(channel: TeamChannel, html: string, cancel: Cancellation): Promise<void>;
  /** A message in a chat. */
  say(chat: string, html: string, cancel: Cancellation): Promise<void>;
  /** A notice in Teams' activity to one member of the chat or team. `kind` is one of the manifest's activity types. */
  notify(where: NoticePlace, to: string, notice: Notice, cancel: Cancellation): Promise<void>;
}

export type TeamChannel = { readonly team: string; readonly channel: string };
export type NoticePlace =
  { readonly kind: 'chat'; readonly chat: string } | { readonly kind: 'team'; readonly team: string };

export type Notice = {
  readonly kind: 'asked' | 'taskForYou' | 'handedOver' | 'measuring';
  /** One plain line of at most 150 characters. */
  readonly preview: string;
  /** The manifest's template takes these, such as { actor, series }. */
  readonly parameters: Readonly<Record<string, string>>;
};
