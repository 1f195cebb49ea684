import type { Failure } from '../../../src/app/ports/failure';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { failureOf, NEVER } from '../../contracts/outcome';
import { ALL_SCOPES, MONDAY, openBed, type Bed, type Json } from './bed';
import { LOG, schemaCheck } from './schemaCheck';

let bed: Bed;
let waits: number[];
beforeEach(async () => {
  waits = [];
  bed = await openBed({ log: LOG });
});
afterEach(() => bed.close());

const tell = async (fault: unknown, method = 'POST') => {
  const response = await fetch(new URL('/demo/faults', bed.base), {
    method,
    ...(method === 'POST' && { body: JSON.stringify(fault) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

/** The production client; its waits are noted and not waited. */
function ours(token?: () => Promise<string>) {
  return createMicrosoft365({
    graph: bed.base,
    identity: token === undefined ? bed.identity('m01') : { token, account: () => undefined },
    clock: { now: () => bed.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
    timing: {
      now: () => bed.clock.now,
      random: () => 0,
      sleep(ms, signal) {
        // The transport's own watch over its thirty seconds must not end at once.
        if (ms === 30_000) return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
        waits.push(ms);
        return Promise.resolve();
      },
    },
  });
}
const me = () => ours().directory.me(NEVER);

test.each([
  ['1', 1000],
  ['2.128', 2128],
  [{ inSeconds: 7 }, 7000],
])('EM19 429 with Retry-After %j: our client waits for it and comes back', async (retryAfter, wait) => {
  expect((await tell({ kind: 'status', status: 429, retryAfter, times: 1, path: '^/me$' })).status).toBe(200);
  expect((await me()).mail).toBe(bed.person('m01').mail);
  expect(waits).toEqual([wait]);
});

test('EM19 without Retry-After, and after 503, our client backs off by itself', async () => {
  await tell([
    { kind: 'status', status: 429, times: 1 },
    { kind: 'status', status: 503, times: 1 },
  ]);
  await me();
  expect(waits).toEqual([500, 1000]);
});

test('EM19 a wait that nobody can have is a failure with its length', async () => {
  await tell({ kind: 'status', status: 429, retryAfter: '600' });
  expect(await failureOf(me())).toEqual({ kind: 'throttled', retryAfterMs: 600_000 } satisfies Failure);
});

test('EM19 a lost connection before or after the work: a create still makes one event', async () => {
  await tell([
    { kind: 'lost', when: 'before', times: 1, method: 'POST' },
    { kind: 'lost', when: 'after', times: 1, method: 'POST' },
  ]);
  const event = {
    subject: 'Una sola',
    bodyHtml: '<p>x</p>',
    start: MONDAY,
    minutes: 35,
    zone: 'Europe/Madrid',
    attendees: [],
    teamsMeeting: true,
  };
  const made = await ours().calendar.create(event, 'key', NEVER);
  expect(made.joinUrl).toBeDefined();
  expect(waits).toHaveLength(2);
  const found = await bed.call('m01', 'GET', "/me/events?$filter=subject eq 'Una sola'");
  expect((found.body['value'] as readonly Json[]).map(({ id }) => id)).toEqual([made.id]);
});

test('EM19 a tier that nobody consented to is consent for our client, the others go on', async () => {
  await tell({ kind: 'scope', tier: 'followUp' });
  const { homes, directory } = ours();
  expect(await failureOf(homes[0]?.list(NEVER) ?? Promise.resolve())).toEqual({
    kind: 'consent',
    tier: 'followUp',
  });
  expect((await directory.me(NEVER)).name).toBe(bed.person('m01').name);
  await tell({ kind: 'scope', scopes: ['Calendars.ReadWrite'] });
  expect(await failureOf(ours().calendar.read('AAMk', NEVER))).toEqual({ kind: 'consent', tier: 'plan' });
});

test('EM19 an expired token is renewed once; one that stays expired means signing in', async () => {
  const asked: unknown[] = [];
  const { directory } = ours(() => {
    asked.push(asked.length);
    return Promise.resolve(asked.length === 1 ? 'expired' : bed.token('m01', ALL_SCOPES));
  });
  expect((await directory.me(NEVER)).mail).toBe(bed.person('m01').mail);
  expect(asked).toHaveLength(2);
  await tell({ kind: 'expired' });
  expect(await failureOf(me())).toEqual({ kind: 'signIn' });
});

test('EM19 a mailbox that was told to fail is unknown and holds up nobody', async () => {
  const [one, other] = [bed.person('m02').mail, bed.person('s01').mail];
  await tell({ kind: 'mailbox', addresses: [one.toUpperCase()] });
  const window = { from: MONDAY, until: MONDAY + 7 * 86_400_000 };
  const found = await ours().calendar.schedules(
    [one, other],
    window,
    'Europe/Madrid',
    () => undefined,
    NEVER,
  );
  expect(found.map(({ kind }) => kind)).toEqual(['unknown', 'known']);
  expect(found[0]).toMatchObject({ why: 'failed' });
});

test('EM19 a meeting that tells its address late is read again until it does', async () => {
  await tell({ kind: 'lateMeeting', ms: 2000, times: 1 });
  const event = {
    subject: 'x',
    bodyHtml: '',
    start: MONDAY,
    minutes: 30,
    zone: 'Europe/Madrid',
    attendees: [],
    teamsMeeting: true,
  };
  const { calendar } = ours();
  const late = await calendar.create(event, 'late', NEVER);
  expect(late.joinUrl).toBeUndefined();
  expect(waits).toHaveLength(4);
  bed.clock.now += 3000;
  expect((await calendar.read(late.id, NEVER)).joinUrl).toBeDefined();
});

test('EM19 a fault strikes so often, and only where it was told to', async () => {
  await tell({
    kind: 'status',
    status: 500,
    code: 'x',
    times: 2,
    method: 'GET',
    path: '^/me/events',
    person: bed.person('m02').id,
  });
  const statuses: number[] = [];
  for (const short of ['m01', 'm02', 'm02', 'm02'])
    statuses.push((await bed.call(short, 'GET', '/me/events?$top=1')).status);
  expect(statuses).toEqual([200, 500, 500, 200]);
  expect((await tell(undefined, 'GET')).body).toEqual([]);
});

test('EM19 latency slows a request; clearing ends every trouble', async () => {
  await tell([
    { kind: 'latency', ms: 80 },
    { kind: 'status', status: 418 },
  ]);
  const start = performance.now();
  expect((await bed.call('m01', 'GET', '/me')).status).toBe(418);
  expect(performance.now() - start).toBeGreaterThan(70);
  expect((await tell(undefined, 'GET')).body).toHaveLength(2);
  expect((await tell(undefined, 'DELETE')).body).toEqual([]);
  expect((await bed.call('m01', 'GET', '/me')).status).toBe(200);
});

test.each([
  [{}],
  [{ kind: 'flood' }],
  [{ kind: 'status', status: 200 }],
  [{ kind: 'latency' }],
  [{ kind: 'expired', path: '(' }],
  ['x'],
  [[{ kind: 'expired' }, 7]],
  [{ kind: 'scope' }],
])('EM19 %j is no fault', async (fault) => {
  expect((await tell(fault)).status).toBe(400);
  expect(bed.emulator.faults.list()).toEqual([]);
});

test('EM19 a page of another origin tells it nothing', async () => {
  const address = new URL('/demo/faults', bed.base);
  const post = (origin: string) =>
    fetch(address, { method: 'POST', headers: { origin }, body: JSON.stringify({ kind: 'expired' }) });
  expect((await post('https://elsewhere.example')).status).toBe(403);
  expect((await post('null')).status).toBe(403);
  expect(bed.emulator.faults.list()).toEqual([]);
  expect((await post(address.origin)).status).toBe(200);
});

schemaCheck();
