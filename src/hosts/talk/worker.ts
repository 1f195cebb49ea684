import { Refusal } from '../../domain/refusal';
import type { Question, WorkerAnswer } from './messages';
import { speechOfFile, speechOfText } from './reading';

/** The part of a dedicated worker's scope that is used here; the types of pages and workers exclude each other. */
type Scope = {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(answer: WorkerAnswer): void;
};

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => scope.postMessage(answerTo(data));

function answerTo(question: Question): WorkerAnswer {
  try {
    const speech = question.what === 'text' ? speechOfText(question) : speechOfFile(question.bytes);
    return { kind: 'done', speech };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: { ...error.data } };
    throw error;
  }
}
