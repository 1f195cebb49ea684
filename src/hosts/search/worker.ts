import { Refusal } from '../../domain/refusal';
import { weekPicture } from '../../domain/slots/picture';
import { searchSlots } from '../../domain/slots/search';
import type { Question, WorkerAnswer } from './messages';

/** The part of a dedicated worker's scope that is used here; the types of pages and workers exclude each other. */
type Scope = {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(answer: WorkerAnswer): void;
};

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => scope.postMessage(answerTo(data));

function answerTo({ what, request }: Question): WorkerAnswer {
  try {
    return { kind: 'done', value: what === 'search' ? searchSlots(request) : weekPicture(request) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: { ...error.data } };
    throw error;
  }
}
