import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../root';

/** A worker as the page's side uses it, and when it has ended. */
export type Thread<Question> = {
  postMessage(question: Question): void;
  terminate(): void;
  readonly ended: Promise<number>;
};

/** Our own worker files on threads of Node, which end with the test that opened them; `threads` are those of the test so far. `file` from the project's root. */
export function workerThreads<Question, Answer>(file: string) {
  const threads: Thread<Question>[] = [];
  afterEach(async () => {
    for (const thread of threads) thread.terminate();
    await Promise.all(threads.splice(0).map(({ ended }) => ended));
  });
  const open = (
    answered: (answer: Answer) => void,
    died: () => void,
    other = path.join(ROOT, file),
  ): Thread<Question> => {
    const worker = new Worker(path.join(__dirname, 'workerThread.cjs'), { workerData: { file: other } });
    worker.on('message', (answer: Answer) => answered(answer));
    worker.on('error', died);
    worker.on('messageerror', died);
    const thread: Thread<Question> = {
      postMessage: (question) => worker.postMessage(question),
      terminate: () => void worker.terminate(),
      ended: new Promise((resolve) => worker.on('exit', resolve)),
    };
    threads.push(thread);
    return thread;
  };
  return { threads, open };
}
