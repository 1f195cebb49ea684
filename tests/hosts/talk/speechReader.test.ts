import path from 'node:path';
import { cancellable } from '../../../src/app/cancel';
import { workerSpeechReader } from '../../../src/hosts/talk/workerSpeechReader';
import type { Question, WorkerAnswer } from '../../../src/hosts/talk/messages';
import { failureOf, NEVER } from '../../contracts/outcome';
import { METADATA, speechReaderContract, VTT } from '../../contracts/speechReaderContract';
import { fakeSpeechReader } from '../../support/fakes/fakeSpeechReader';
import { workerThreads } from '../../support/workers/workerThreads';
import { bytesOf } from '../../support/talk/wordFile';

const { threads, open } = workerThreads<Question, WorkerAnswer>('src/hosts/talk/worker.ts');
const reader = () => workerSpeechReader((...told) => open(...told));

speechReaderContract('in the same thread', fakeSpeechReader);
speechReaderContract('in a worker', reader);

describe('the worker of the reader', () => {
  test('TF6 each reading has a worker of its own, which ends with it', async () => {
    const one = reader();
    await one.text({ kind: 'vtt', text: VTT }, NEVER);
    await one.file({ name: 'a', bytes: bytesOf(METADATA) }, NEVER);
    await expect(one.text({ kind: 'vtt', text: '' }, NEVER)).rejects.toThrow('talk/empty');
    expect(threads).toHaveLength(3);
    await Promise.all(threads.map(({ ended }) => ended));
  });

  test('TF6 cancelling ends the worker at once', async () => {
    const cancel = cancellable();
    const running = failureOf(reader().text({ kind: 'vtt', text: VTT }, cancel));
    cancel.cancel();
    expect(await running).toEqual({ kind: 'cancelled' });
    await threads[0]?.ended;
  });

  test('TF7 a worker that dies, cannot be made or runs into an error of the program is unavailable', async () => {
    const broken = path.resolve(__dirname, '../../support/noSuchWorker.ts');
    const dies = workerSpeechReader((...told) => open(...told, broken));
    expect(await failureOf(dies.text({ kind: 'vtt', text: VTT }, NEVER))).toEqual({ kind: 'unavailable' });
    const none = workerSpeechReader(() => {
      throw new Error('no workers here');
    });
    expect(await failureOf(none.text({ kind: 'vtt', text: VTT }, NEVER))).toEqual({ kind: 'unavailable' });
    const odd = { kind: 'vtt', text: null } as unknown as Parameters<ReturnType<typeof reader>['text']>[0];
    expect(await failureOf(reader().text(odd, NEVER))).toEqual({ kind: 'unavailable' });
    await Promise.all(threads.map(({ ended }) => ended));
  });
});
