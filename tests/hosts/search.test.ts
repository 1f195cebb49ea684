import path from 'node:path';
import { cancellable } from '../../src/app/cancel';
import { searchSlots } from '../../src/domain/slots/search';
import { workerSearch } from '../../src/hosts/search/workerSearch';
import type { Question, WorkerAnswer } from '../../src/hosts/search/messages';
import { failureOf, NEVER } from '../contracts/outcome';
import { slotSearchContract, smallQuestion } from '../contracts/slotSearchContract';
import { fakeSlotSearch } from '../support/fakes/fakeSlotSearch';
import { workerThreads } from '../support/workers/workerThreads';

const { threads, open } = workerThreads<Question, WorkerAnswer>('src/hosts/search/worker.ts');

slotSearchContract('in the same thread', fakeSlotSearch);
slotSearchContract('in a worker', () => workerSearch((...told) => open(...told)));

describe('the worker of the search', () => {
  // A minute of work and more, were nobody to stop it.
  const long = { ...smallQuestion(520), stepMinutes: 1, top: 100_000 };

  test('SS5 cancelling ends the worker that works, and another one answers', async () => {
    const search = workerSearch((...told) => open(...told));
    const cancel = cancellable();
    const running = failureOf(search.search(long, cancel));
    await new Promise((resolve) => setTimeout(resolve, 300));
    cancel.cancel();
    expect(await running).toEqual({ kind: 'cancelled' });
    await threads[0]?.ended;
    expect(await search.search(smallQuestion(), NEVER)).toEqual(searchSlots(smallQuestion()));
    expect(threads).toHaveLength(2);
  });

  test('SS5 cancelling what only waits leaves the worker alone', async () => {
    const search = workerSearch((...told) => open(...told));
    const cancel = cancellable();
    const first = search.search(smallQuestion(), NEVER);
    const second = failureOf(search.search(smallQuestion(), cancel));
    cancel.cancel();
    expect(await second).toEqual({ kind: 'cancelled' });
    await first;
    expect(threads).toHaveLength(1);
  });

  test('SS6 a worker that dies fails its question as unavailable; the next one is asked of another', async () => {
    const broken = path.resolve(__dirname, '../support/noSuchWorker.ts');
    const search = workerSearch((...told) => open(...told, threads.length === 0 ? broken : undefined));
    const first = failureOf(search.search(smallQuestion(), NEVER));
    const second = search.search(smallQuestion(), NEVER);
    expect(await first).toEqual({ kind: 'unavailable' });
    expect(await second).toEqual(searchSlots(smallQuestion()));
    expect(threads).toHaveLength(2);
  });

  test('SS6 an error of the program in the worker is unavailable, not silence', async () => {
    const search = workerSearch((...told) => open(...told));
    const odd = { ...smallQuestion(), people: null } as unknown as ReturnType<typeof smallQuestion>;
    expect(await failureOf(search.search(odd, NEVER))).toEqual({ kind: 'unavailable' });
  });

  test('SS6 a worker that cannot be made is unavailable', async () => {
    const search = workerSearch(() => {
      throw new Error('no workers here');
    });
    expect(await failureOf(search.search(smallQuestion(), NEVER))).toEqual({ kind: 'unavailable' });
  });
});
