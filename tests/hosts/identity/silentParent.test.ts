/** @jest-environment jsdom */
// A page in the frame of a parent that never answers: how long it takes until somebody can sign in, on a clock of ours.
import type { ClientConfig } from '../../../src/app/clientConfig';
import { chooseWay } from '../../../src/hosts/identity/chooseWay';
import { bringBridge } from '../../../src/hosts/identity/hostBridge';
import { teamsHost } from '../../../src/hosts/teams/teamsHost';

jest.mock('../../../src/hosts/teams/teamsJs', () => ({
  teamsJs: { app: { initialize: () => new Promise(() => undefined) } },
}));
jest.mock('../../../src/hosts/identity/msalWay', () => ({ windowWay: () => Promise.resolve('windows') }));

const CONFIG: ClientConfig = {
  graph: 'https://graph.microsoft.com/v1.0',
  authority: 'https://login.microsoftonline.com/organizations',
  clientId: '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91',
  parents: [],
  balanceCap: 'areas',
  api: 'api://cadencia.example.com/6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91/access_as_user',
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** How long it took by our clock, in steps of a tenth of a second. */
async function tookOf(promise: Promise<unknown>): Promise<number> {
  const since = performance.now();
  let done = false;
  void promise.then(() => (done = true));
  while (!done) {
    if (performance.now() - since > 60_000) throw new Error('it never came');
    await jest.advanceTimersByTimeAsync(100);
  }
  return performance.now() - since;
}

test('HI13 after the host’s five seconds the way to sign in is there three later, not sixteen', async () => {
  // Teams' phones show the page without a frame; there jsdom can be a page that may ask.
  Object.assign(window, { nativeInterface: {} });
  const host = teamsHost(CONFIG);
  expect(await tookOf(host)).toBeCloseTo(5_000, -3);
  expect(await host).toBeUndefined();
  const way = chooseWay(CONFIG, 8_000);
  expect(await tookOf(way)).toBeLessThanOrEqual(3_100);
  expect(await way).toBe('windows');
  // Whoever asks after that does not wait at all.
  expect(await tookOf(chooseWay(CONFIG, 8_000))).toBeLessThanOrEqual(200);
});

test('HI13 an Office.js that did not answer the page is not waited for again', async () => {
  const pane = {
    Office: { onReady: () => new Promise(() => undefined) },
  } as unknown as Window;
  await jest.advanceTimersByTimeAsync(10_000);
  const found = bringBridge([], 8_000, pane);
  expect(await tookOf(found)).toBeLessThanOrEqual(200);
  expect(await found).toBe('none');
});
