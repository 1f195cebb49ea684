import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from '../../../src/hosts/talk/messages';
import type { StartWorker, TalkWorker } from '../../../src/hosts/talk/workerSpeechReader';

export type Thread = TalkWorker & { readonly ended: Promise<number> };

/** The reader's own worker file on a thread of Node. */
export function talkThread(
  [answered, died]: Parameters<StartWorker>,
  file = path.resolve(__dirname, '../../../src/hosts/talk/worker.ts'),
): Thread {
  const thread = new Worker(path.join(__dirname, '../search/workerThread.cjs'), { workerData: { file } });
  thread.on('message', (answer: WorkerAnswer) => answered(answer));
  thread.on('error', died);
  thread.on('messageerror', died);
  return {
    postMessage: (question) => thread.postMessage(question),
    terminate: () => void thread.terminate(),
    ended: new Promise((resolve) => thread.on('exit', resolve)),
  };
}
