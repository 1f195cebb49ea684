import { cancellable } from '../../../src/app/cancel';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import { Refusal, type RefusalCode } from '../../../src/domain/refusal';
import type { Question } from '../../../src/hosts/search/messages';
import { workerSearch } from '../../../src/hosts/search/workerSearch';

/** What a question came to, as plain data that leaves the page. */
export type Outcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly data: Record<string, string | number> }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type SearchPage = {
  /** Asks the one search of the page. */
  ask(id: number, question: Question): Promise<Outcome>;
  cancel(id: number): void;
};

const search = workerSearch();
const cancels = new Map<number, ReturnType<typeof cancellable>>();

const page: SearchPage = {
  async ask(id, { what, request }) {
    const cancel = cancellable();
    cancels.set(id, cancel);
    try {
      return { kind: 'done', value: await search[what](request, cancel) };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: { ...error.data } };
      if (error instanceof PortFailure) return { kind: 'failed', failure: error.failure };
      throw error;
    }
  },
  cancel: (id) => cancels.get(id)?.cancel(),
};

Object.assign(globalThis, { searchPage: page });
