// SS in a real browser: webpack's bundle of the worker, under a policy that allows workers of our own only
import type { Cancellation } from '../../src/app/ports/cancellation';
import { PortFailure } from '../../src/app/ports/failure';
import type { SlotSearch } from '../../src/app/ports/slotSearch';
import { Refusal } from '../../src/domain/refusal';
import { searchSlots } from '../../src/domain/slots/search';
import type { Question } from '../../src/hosts/search/messages';
import { cancellable } from '../../src/app/cancel';
import { failureOf, NEVER } from '../contracts/outcome';
import { slotSearchContract, smallQuestion } from '../contracts/slotSearchContract';
import { workerPage } from '../support/workers/workerPage';
import type { Outcome, SearchPage } from '../support/search/searchPage';

const page = workerPage('searchPage.js');

let asked = 0;

/** The search of the page, asked from here. */
function searchOfPage(): SlotSearch {
  const ask = async (question: Question, cancel: Cancellation): Promise<unknown> => {
    const id = asked++;
    const outcome = page().evaluate(
      ([n, one]) => (globalThis as unknown as { searchPage: SearchPage }).searchPage.ask(n, one),
      [id, question] as const,
    );
    cancel.onCancel(
      () =>
        void page().evaluate(
          (n) => (globalThis as unknown as { searchPage: SearchPage }).searchPage.cancel(n),
          id,
        ),
    );
    return valueOf(await outcome);
  };
  return {
    search: async (request, cancel) => (await ask({ what: 'search', request }, cancel)) as never,
    picture: async (request, cancel) => (await ask({ what: 'picture', request }, cancel)) as never,
  };
}

function valueOf(outcome: Outcome): unknown {
  if (outcome.kind === 'refused') throw new Refusal(outcome.code, outcome.data);
  if (outcome.kind === 'failed') throw new PortFailure(outcome.failure);
  return outcome.value;
}

// A question of some seconds, so that a cancellation from outside the page arrives while it is worked on.
slotSearchContract('in a worker of a browser', searchOfPage, {
  ...smallQuestion(520),
  stepMinutes: 1,
  top: 20_000,
});

test('SS5 cancelling ends the worker that works: the next answer does not wait for it', async () => {
  const search = searchOfPage();
  await search.search(smallQuestion(), NEVER);
  const ended = page().workers()[0]?.waitForEvent('close', { timeout: 20_000 });
  const cancel = cancellable();
  const running = failureOf(search.search({ ...smallQuestion(520), stepMinutes: 1, top: 20_000 }, cancel));
  await new Promise((resolve) => setTimeout(resolve, 200));
  cancel.cancel();
  expect(await running).toEqual({ kind: 'cancelled' });
  expect(await search.search(smallQuestion(), NEVER)).toEqual(searchSlots(smallQuestion()));
  // Browsers give a working worker some seconds to end by itself before they stop it.
  await ended;
  expect(page().workers()).toHaveLength(1);
});

test('SS6 a worker whose file cannot be loaded is unavailable', async () => {
  await page().route(/\.js$/, (route) => route.abort());
  expect(await failureOf(searchOfPage().search(smallQuestion(), NEVER))).toEqual({ kind: 'unavailable' });
  await page().unroute(/\.js$/);
  expect((await searchOfPage().search(smallQuestion(), NEVER)).slots.length).toBeGreaterThan(0);
});
