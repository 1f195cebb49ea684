import { cancellable } from '../../../src/app/cancel';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { TranscriptText } from '../../../src/app/ports/transcripts';
import type { Speech } from '../../../src/domain/balance/types';
import { Refusal, type RefusalCode } from '../../../src/domain/refusal';
import { workerSpeechReader } from '../../../src/hosts/talk/workerSpeechReader';

/** What a reading came to, as plain data that leaves the page. */
export type Outcome =
  | { readonly kind: 'done'; readonly speech: Speech }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly data: Record<string, string | number> }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A file's bytes travel into the page as text, one letter for each. */
export type Asked =
  | ({ readonly what: 'text' } & Pick<TranscriptText, 'kind' | 'text'>)
  | { readonly what: 'file'; readonly name: string; readonly letters: string };

export type TalkPage = {
  ask(id: number, asked: Asked): Promise<Outcome>;
  cancel(id: number): void;
};

const reader = workerSpeechReader();
const cancels = new Map<number, ReturnType<typeof cancellable>>();

const page: TalkPage = {
  async ask(id, asked) {
    const cancel = cancellable();
    cancels.set(id, cancel);
    try {
      if (asked.what === 'text') return { kind: 'done', speech: await reader.text(asked, cancel) };
      const bytes = Uint8Array.from(asked.letters, (letter) => letter.charCodeAt(0)).buffer;
      return { kind: 'done', speech: await reader.file({ name: asked.name, bytes }, cancel) };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: { ...error.data } };
      if (error instanceof PortFailure) return { kind: 'failed', failure: error.failure };
      throw error;
    }
  },
  cancel: (id) => cancels.get(id)?.cancel(),
};

Object.assign(globalThis, { talkPage: page });
