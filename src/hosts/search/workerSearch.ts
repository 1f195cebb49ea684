import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { SlotSearch } from '../../app/ports/slotSearch';
import { Refusal } from '../../domain/refusal';
import type { WeekPicture } from '../../domain/slots/picture';
import type { SlotAnswer } from '../../domain/slots/types';
import type { Question, WorkerAnswer } from './messages';

/** A worker as it is used here. */
export type SearchWorker = { postMessage(question: Question): void; terminate(): void };

/** Starts a worker that tells its answers, and that it died or never came to life. */
export type StartWorker = (answered: (answer: WorkerAnswer) => void, died: () => void) => SearchWorker;

type Job = {
  readonly question: Question;
  readonly done: (value: SlotAnswer | WeekPicture) => void;
  readonly fail: (error: Error) => void;
};

/**
 * The search and the picture in a worker, one question after the other. Cancelling what runs ends the worker at once;
 * the next question starts another. A worker that dies takes only its own question with it.
 */
export function workerSearch(start: StartWorker = startWorker): SlotSearch {
  const waiting: Job[] = [];
  let running: Job | undefined;
  let worker: SearchWorker | undefined;

  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
    running = undefined;
    // What is cancelled in the same breath shall not start a worker first.
    queueMicrotask(next);
  };
  const die = (): void => {
    running?.fail(new PortFailure({ kind: 'unavailable' }));
    stop();
  };
  const open = (): SearchWorker => {
    const opened = start(
      (answer) => {
        if (opened !== worker || running === undefined) return;
        const job = running;
        running = undefined;
        if (answer.kind === 'done') job.done(answer.value);
        else job.fail(new Refusal(answer.code, answer.data));
        next();
      },
      () => {
        if (opened === worker) die();
      },
    );
    return opened;
  };
  const next = (): void => {
    if (running !== undefined) return;
    running = waiting.shift();
    if (running === undefined) return;
    try {
      worker ??= open();
      worker.postMessage(running.question);
    } catch {
      die();
    }
  };
  const cancelJob = (job: Job): void => {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    else if (job === running) stop();
    job.fail(new PortFailure({ kind: 'cancelled' }));
  };
  const ask = (question: Question, cancel: Cancellation): Promise<SlotAnswer | WeekPicture> =>
    new Promise((resolve, reject) => {
      if (cancel.cancelled) return reject(new PortFailure({ kind: 'cancelled' }));
      let forget = (): void => undefined;
      const job: Job = {
        question,
        done: (value) => {
          forget();
          resolve(value);
        },
        fail: (error) => {
          forget();
          reject(error);
        },
      };
      forget = cancel.onCancel(() => cancelJob(job));
      waiting.push(job);
      next();
    });
  return {
    search: async (request, cancel) => (await ask({ what: 'search', request }, cancel)) as SlotAnswer,
    picture: async (request, cancel) => (await ask({ what: 'picture', request }, cancel)) as WeekPicture,
  };
}

/** Bundlers know this form and make a bundle of its own of the worker. */
function startWorker(answered: (answer: WorkerAnswer) => void, died: () => void): SearchWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => answered(data);
  worker.onmessageerror = died;
  worker.onerror = (event) => {
    event.preventDefault();
    died();
  };
  return worker;
}
