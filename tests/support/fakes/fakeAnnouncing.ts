import type { Announcing, Notice, NoticePlace, TeamChannel } from '../../../src/app/ports/announcing';
import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';

export type FakeAnnouncing = Announcing & {
  /** Oldest first. */
  readonly posted: { readonly channel: TeamChannel; readonly html: string }[];
  readonly said: { readonly chat: string; readonly html: string }[];
  readonly notified: { readonly where: NoticePlace; readonly to: string; readonly notice: Notice }[];
  /** The next call (of that kind) fails like this, before it does anything. */
  failNext(failure: Failure, on?: keyof Announcing): void;
};

/** Keeps what was said in memory. `known` are the ids of chats, teams and people that exist; without it all do. */
export function fakeAnnouncing(known?: ReadonlySet<string>): FakeAnnouncing {
  let next: { readonly failure: Failure; readonly on: string | undefined } | undefined;
  const begin = async (what: keyof Announcing, cancel: Cancellation, ...ids: string[]): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    if (next !== undefined && (next.on ?? what) === what) {
      const { failure } = next;
      next = undefined;
      throw new PortFailure(failure);
    }
    if (known !== undefined && ids.some((id) => !known.has(id))) throw new PortFailure({ kind: 'notFound' });
  };
  const fake: FakeAnnouncing = {
    posted: [],
    said: [],
    notified: [],
    failNext(failure, on) {
      next = { failure, on };
    },
    async post(channel, html, cancel) {
      await begin('post', cancel, channel.team, channel.channel);
      fake.posted.push({ channel, html });
    },
    async say(chat, html, cancel) {
      await begin('say', cancel, chat);
      fake.said.push({ chat, html });
    },
    async notify(where, to, notice, cancel) {
      await begin('notify', cancel, where.kind === 'chat' ? where.chat : where.team, to);
      fake.notified.push({ where, to, notice });
    },
  };
  return fake;
}
