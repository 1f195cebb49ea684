import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from '../../../src/hosts/search/messages';
import type { SearchWorker, StartWorker } from '../../../src/hosts/search/workerSearch';

export type Thread = SearchWorker & { readonly ended: Promise<number> };

/** The search's own worker file on a thread of Node. */
export function searchThread(
  [answered, died]: Parameters<StartWorker>,
  file = path.resolve(__dirname, '../../../src/hosts/search/worker.ts'),
): Thread {
  const thread = new Worker(path.join(__dirname, 'workerThread.cjs'), { workerData: { file } });
  thread.on('message', (answer: WorkerAnswer) => answered(answer));
  thread.on('error', died);
  thread.on('messageerror', died);
  return {
    postMessage: (question) => thread.postMessage(question),
    terminate: () => void thread.terminate(),
    ended: new Promise((resolve) => thread.on('exit', resolve)),
  };
}
