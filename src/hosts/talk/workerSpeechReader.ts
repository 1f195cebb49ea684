import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { SpeechReader } from '../../app/ports/speechReader';
import type { Speech } from '../../domain/balance/types';
import { Refusal } from '../../domain/refusal';
import type { Question, WorkerAnswer } from './messages';
import { LONGEST_FILE } from './limits';

/** A worker as it is used here. */
export type TalkWorker = { postMessage(question: Question): void; terminate(): void };

/** Starts a worker that tells its answer, and that it died or never came to life. */
export type StartWorker = (answered: (answer: WorkerAnswer) => void, died: () => void) => TalkWorker;

/** Each reading has a worker of its own that ends with it: what was said stays in nobody's memory. */
export function workerSpeechReader(start: StartWorker = startWorker): SpeechReader {
  const ask = (question: Question, cancel: Cancellation): Promise<Speech> =>
    new Promise((resolve, reject) => {
      if (cancel.cancelled) return reject(new PortFailure({ kind: 'cancelled' }));
      let worker: TalkWorker | undefined;
      let forget = (): void => undefined;
      const end = (): void => {
        forget();
        worker?.terminate();
        worker = undefined;
      };
      const fail = (error: Error): void => {
        end();
        reject(error);
      };
      try {
        worker = start(
          (answer) => {
            if (answer.kind === 'refused') return fail(new Refusal(answer.code, answer.data));
            end();
            resolve(answer.speech);
          },
          () => fail(new PortFailure({ kind: 'unavailable' })),
        );
        worker.postMessage(question);
      } catch {
        return fail(new PortFailure({ kind: 'unavailable' }));
      }
      forget = cancel.onCancel(() => fail(new PortFailure({ kind: 'cancelled' })));
    });
  return {
    text: ({ kind, text }, cancel) => ask({ what: 'text', kind, text }, cancel),
    file: async ({ bytes }, cancel) => {
      // Not copied to be refused.
      if (bytes.byteLength > LONGEST_FILE) throw new Refusal('talk/too-large', { longest: LONGEST_FILE });
      return ask({ what: 'file', bytes }, cancel);
    },
  };
}

/** Bundlers know this form and make a bundle of its own of the worker. */
function startWorker(answered: (answer: WorkerAnswer) => void, died: () => void): TalkWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => answered(data);
  worker.onmessageerror = died;
  worker.onerror = (event) => {
    event.preventDefault();
    died();
  };
  return worker;
}
