import type { Failure } from '../../src/app/ports/failure';
import { createNearestRoom } from '../../src/room/nearestRoom';
import { failureOf } from '../contracts/outcome';

const PLACE = { kind: 'chat', chat: '19:meeting_x@thread.v2' } as const;
const START = Date.parse('2026-12-01T16:15:00Z');

function asking(answer: Response | 'gone') {
  const sent: { address: string; init: RequestInit }[] = [];
  const near = createNearestRoom(
    'https://host.example/rooms/near',
    () => Promise.resolve('a-token'),
    (address, init) => {
      sent.push({ address, init });
      return answer === 'gone' ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(answer);
    },
  );
  return { sent, ask: () => near(PLACE, START) };
}

test('RD19 the nearest room is asked for with the token in a header and the place in the body', async () => {
  const { sent, ask } = asking(Response.json({ start: START }));
  expect(await ask()).toBe(START);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.address).toBe('https://host.example/rooms/near');
  expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer a-token' });
  expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ place: PLACE });
  expect(await asking(Response.json({ start: null })).ask()).toBeNull();
});

test.each<[string, Response | 'gone', Failure['kind']]>([
  ['no network', 'gone', 'offline'],
  ['a stranger', new Response('{}', { status: 403 }), 'denied'],
  ['a server that cannot tell', new Response('{}', { status: 503 }), 'unavailable'],
  ['who asks too often', new Response('{}', { status: 429, headers: { 'retry-after': '10' } }), 'throttled'],
  ['a page of a proxy', new Response('<html>', { status: 200 }), 'malformed'],
  ['a start that is none', Response.json({ start: 'soon' }), 'malformed'],
])('RD19 %s fails by its name', async (_, answer, kind) => {
  expect((await failureOf(asking(answer).ask())).kind).toBe(kind);
});
