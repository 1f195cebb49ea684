import { createGraph } from '../../../src/graph/client/graph';
import { runBatch, type BatchItem } from '../../../src/graph/client/batch';
import { NEVER } from '../../contracts/outcome';
import { openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
beforeEach(async () => {
  bed = await openBed({ log: LOG });
});
afterEach(() => bed.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const event = (subject: string): Json => ({
  subject,
  start: { dateTime: '2026-12-01T10:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-01T10:30:00', timeZone: 'UTC' },
});
const batch = async (requests: readonly Json[]) => {
  const { status, body } = await bed.call('m01', 'POST', '/$batch', { requests });
  expect(status).toBe(200);
  return new Map((body['responses'] as readonly Json[]).map((one) => [one['id'], one]));
};

test('EM18 each request is answered for itself, by its id', async () => {
  const answers = await batch([
    { id: 'me', method: 'GET', url: '/me?$select=id' },
    { id: 'no', method: 'GET', url: 'me/events/AAMkNothing' },
    { id: 'new', method: 'POST', url: '/me/events', headers: JSON_TYPE, body: event('Del lote') },
  ]);
  expect(answers.get('me')).toMatchObject({ status: 200, body: { id: bed.person('m01').id } });
  expect(answers.get('no')).toMatchObject({ status: 404, body: { error: { code: 'ErrorItemNotFound' } } });
  expect(answers.get('new')).toMatchObject({
    status: 201,
    headers: JSON_TYPE,
    body: { subject: 'Del lote' },
  });
});

test('EM18 what depends on a failure is 424, what depends on a success runs after it', async () => {
  const answers = await batch([
    { id: '1', method: 'GET', url: '/me/events/AAMkNothing' },
    { id: '2', method: 'POST', url: '/me/events', headers: JSON_TYPE, body: event('nie'), dependsOn: ['1'] },
    { id: '3', method: 'GET', url: '/me', dependsOn: ['2'] },
    { id: '4', method: 'POST', url: '/me/events', headers: JSON_TYPE, body: event('sí') },
    { id: '5', method: 'GET', url: "/me/events?$filter=subject eq 'sí'", dependsOn: ['4'] },
  ]);
  expect([...answers].sort().map(([, { status }]) => status)).toEqual([404, 424, 424, 201, 200]);
  expect((answers.get('5') as { body: Json }).body['value']).toHaveLength(1);
  const none = await bed.call('m01', 'GET', "/me/events?$filter=subject eq 'nie'");
  expect(none.body['value']).toEqual([]);
});

test('EM18 of seven writes at once into a mailbox four are done, three are throttled for themselves', async () => {
  const answers = await batch(
    Array.from({ length: 7 }, (_, nth) => ({
      id: `${nth}`,
      method: 'POST',
      url: '/me/events',
      headers: JSON_TYPE,
      body: event('Siete'),
    })),
  );
  const statuses = [...answers.values()].map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 201, 201, 201, 429, 429, 429]);
  expect(answers.get('6')).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } });
});

test('EM18 our own batches make each of thirty events once, whatever is throttled in between', async () => {
  bed.emulator.faults.add({
    kind: 'status',
    status: 429,
    retryAfter: '2.128',
    times: 5,
    path: '^/me/events',
  });
  bed.emulator.faults.add({ kind: 'status', status: 503, times: 2, path: '^/\\$batch' });
  const waits: number[] = [];
  const timing = {
    now: () => bed.clock.now,
    random: () => 0,
    sleep: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  // The transport's own watch over its thirty seconds must not end at once.
  const patient = {
    ...timing,
    sleep: (ms: number) => (ms === 30_000 ? new Promise<void>(() => undefined) : timing.sleep(ms)),
  };
  const graph = createGraph({
    base: bed.base,
    identity: bed.identity('m01'),
    timing: patient,
    fetch: (url, init) => fetch(url, init),
  });
  const items = Array.from({ length: 30 }, (_, nth): BatchItem => ({
    id: `e${nth}`,
    call: {
      method: 'POST',
      path: '/me/events',
      body: { ...event('Treinta'), transactionId: `t${nth}` },
      repeatable: true,
    },
  }));
  const patience = { waitsMs: 600_000, throttledTries: 30, brokenTries: 4, baseMs: 1000 };
  const results = await runBatch(graph, items, { tier: 'plan', cancel: NEVER }, patient, patience);
  expect(
    [...results.values()].map((one) => (one.kind === 'answer' ? one.answer.status : one.failure)),
  ).toEqual(items.map(() => 201));
  expect(waits).toContain(2128);
  const made = await bed.call('m01', 'GET', "/me/events?$filter=subject eq 'Treinta'&$top=100&$select=id");
  expect(made.body['value']).toHaveLength(30);
});

schemaCheck();
