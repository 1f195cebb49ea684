import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { OwnTalkStore, StoredOwnTalk } from '../../../src/app/ports/ownTalk';
import { readOwnTalkFile, writeOwnTalkFile } from '../../../src/graph/ownTalkFile';

/** One person's file, over which several of their devices may stand. */
export type FakeOwnFile = { content: string | undefined; version: number };

export const fakeOwnFile = (): FakeOwnFile => ({ content: undefined, version: 0 });

export type FakeOwnTalk = OwnTalkStore & {
  readonly file: FakeOwnFile;
  /** The next call fails like this. */
  failNext(failure: Failure): void;
};

export function fakeOwnTalk(file: FakeOwnFile = fakeOwnFile()): FakeOwnTalk {
  let next: Failure | undefined;
  const fail = (failure: Failure): never => {
    throw new PortFailure(failure);
  };
  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) fail({ kind: 'cancelled' });
    const failure = next;
    next = undefined;
    if (failure !== undefined) fail(failure);
  };
  const now = (): StoredOwnTalk | null => {
    if (file.content === undefined) return null;
    const read = readOwnTalkFile(file.content);
    if (read.kind !== 'talk') return fail({ kind: 'malformed', file: 'balance.json' });
    return { talk: read.talk, version: `${file.version}` };
  };

  return {
    file,
    failNext(failure) {
      next = failure;
    },
    async read(cancel) {
      await begin(cancel);
      return now();
    },
    async write(talk, version, cancel) {
      await begin(cancel);
      const content = writeOwnTalkFile(talk);
      const there = file.content === undefined ? null : `${file.version}`;
      if (there !== version) fail({ kind: 'conflict' });
      file.content = content;
      file.version++;
      return now() ?? fail({ kind: 'notFound' });
    },
    async remove(cancel) {
      await begin(cancel);
      file.content = undefined;
    },
  };
}
