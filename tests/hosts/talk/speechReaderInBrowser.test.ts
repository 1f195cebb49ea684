import type { Cancellation } from '../../../src/app/ports/cancellation';
import { PortFailure } from '../../../src/app/ports/failure';
import type { SpeechReader } from '../../../src/app/ports/speechReader';
import type { Speech } from '../../../src/domain/balance/types';
import { Refusal } from '../../../src/domain/refusal';
import { failureOf, NEVER } from '../../contracts/outcome';
import { speechReaderContract, VTT } from '../../contracts/speechReaderContract';
import { workerPage } from '../../support/workers/workerPage';
import type { Asked, TalkPage } from '../../support/talk/talkPage';

const page = workerPage('talkPage.js');

type InPage = { readonly talkPage: TalkPage };
let asked = 0;

/** The reader of the page, asked from here. */
function readerOfPage(): SpeechReader {
  const ask = async (question: Asked, cancel: Cancellation): Promise<Speech> => {
    const id = asked++;
    const outcome = page().evaluate(([n, one]) => (globalThis as unknown as InPage).talkPage.ask(n, one), [
      id,
      question,
    ] as const);
    const stop = (): void =>
      void page().evaluate((n) => (globalThis as unknown as InPage).talkPage.cancel(n), id);
    cancel.onCancel(stop);
    const came = await outcome;
    if (came.kind === 'refused') throw new Refusal(came.code, came.data);
    if (came.kind === 'failed') throw new PortFailure(came.failure);
    return came.speech;
  };
  return {
    text: ({ kind, text }, cancel) => ask({ what: 'text', kind, text }, cancel),
    file: ({ name, bytes }, cancel) =>
      ask({ what: 'file', name, letters: Buffer.from(bytes).toString('latin1') }, cancel),
  };
}

speechReaderContract('in a worker of a browser', readerOfPage);

test('TF6 after a reading no worker is left', async () => {
  await readerOfPage().text({ kind: 'vtt', text: VTT }, NEVER);
  await Promise.all(
    page()
      .workers()
      .map((worker) => worker.waitForEvent('close')),
  );
  expect(page().workers()).toHaveLength(0);
});

test('TF7 a worker whose file cannot be loaded is unavailable', async () => {
  await page().route(/\.js$/, (route) => route.abort());
  expect(await failureOf(readerOfPage().text({ kind: 'vtt', text: VTT }, NEVER))).toEqual({
    kind: 'unavailable',
  });
  await page().unroute(/\.js$/);
  expect((await readerOfPage().text({ kind: 'vtt', text: VTT }, NEVER)).cues).toHaveLength(1);
});
