import { cancellable } from '../../src/app/cancel';
import { PortFailure } from '../../src/app/ports/failure';
import { createAdminServer } from '../../src/room/adminServer';

const STATE = {
  version: '1.0.0',
  now: 5,
  clockOffMs: null,
  clockToleranceMs: 60_000,
  certificateEnds: 9,
  balanceCap: 'areas',
  keeps: { recordedDays: 7, otherwiseDays: 90 },
  rooms: { kept: 1, open: 0 },
};

function serverThat(answer: () => Response | Promise<Response>) {
  const asked: {
    address: string;
    method: string | undefined;
    body: unknown;
    authorization: string | null;
  }[] = [];
  const kept: { name: string; size: number }[] = [];
  const server = createAdminServer(
    'https://x.example/admin',
    async () => 'a-token',
    async (address, { method, body, headers }) => {
      asked.push({ address, method, body, authorization: new Headers(headers).get('authorization') });
      return answer();
    },
    (file, name) => void kept.push({ name, size: file.size }),
  );
  return { server, asked, kept };
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof PortFailure ? error.failure : error),
  );

test('AD16 the server is asked with the person’s token, and what it says is read strictly', async () => {
  const { server, asked } = serverThat(() => Response.json(STATE));
  expect(await server.state(cancellable())).toEqual(STATE);
  expect(asked).toEqual([
    {
      address: 'https://x.example/admin/state',
      method: 'GET',
      body: undefined,
      authorization: 'Bearer a-token',
    },
  ]);
  for (const wrong of [{}, { ...STATE, balanceCap: 'all' }, { ...STATE, rooms: { kept: -1, open: 0 } }, null])
    expect(await failure(serverThat(() => Response.json(wrong)).server.state(cancellable()))).toEqual({
      kind: 'malformed',
    });
  const stopped = cancellable();
  stopped.cancel();
  expect(await failure(server.state(stopped))).toEqual({ kind: 'cancelled' });
});

test('AD16 each refusal has its name', async () => {
  const said = async (status: number, headers = {}) =>
    failure(serverThat(() => new Response('{}', { status, headers })).server.state(cancellable()));
  expect(await said(401)).toEqual({ kind: 'signIn' });
  expect(await said(403)).toEqual({ kind: 'denied' });
  expect(await said(429, { 'retry-after': '10' })).toEqual({ kind: 'throttled', retryAfterMs: 10_000 });
  expect(await said(503)).toEqual({ kind: 'unavailable' });
  const offline = serverThat(() => Promise.reject(new TypeError('x')));
  expect(await failure(offline.server.purge())).toEqual({ kind: 'offline' });
});

test('AD16 all rooms are kept as one file, and none at all where it broke off; a purge says its word', async () => {
  const { server, kept } = serverThat(() => new Response('{"a":1}\n'));
  await server.save('rooms.jsonl');
  expect(kept).toEqual([{ name: 'rooms.jsonl', size: 8 }]);
  const broken = new ReadableStream({ pull: (to) => to.error(new TypeError('gone')) });
  const cut = serverThat(() => new Response(broken));
  expect(await failure(cut.server.save('rooms.jsonl'))).toEqual({ kind: 'offline' });
  expect(cut.kept).toEqual([]);
  const purging = serverThat(() => Response.json({ gone: 3, open: 1 }));
  expect(await purging.server.purge()).toEqual({ gone: 3, open: 1 });
  expect(purging.asked[0]).toMatchObject({ method: 'POST', body: '{"purge":"rooms"}' });
});
