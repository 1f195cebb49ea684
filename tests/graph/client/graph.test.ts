// GC6: src/graph/SPEC.md
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { path as pathOf, pathAndQueryOf } from '../../../src/graph/client/call';
import { json } from '../../support/scriptedFetch';
import { bed, operation } from './bed';

const GRAPH = path.resolve(__dirname, '../../../src/graph');

test('GC6 one place loads the library, when it is needed; everybody else takes its types', () => {
  const files = readdirSync(GRAPH, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const values = files.filter((file) =>
    /^import (?!type\b)[^;]*from '@microsoft\/microsoft-graph-client'/m.test(
      readFileSync(path.join(GRAPH, file), 'utf8'),
    ),
  );
  const loads = files.filter((file) =>
    readFileSync(path.join(GRAPH, file), 'utf8').includes("import('@microsoft/microsoft-graph-client')"),
  );
  expect(values).toEqual([]);
  expect(loads).toEqual([path.join('client', 'graph.ts')]);
});

test('GC6 parts of a path and values of a query arrive as they were meant', async () => {
  const { graph, fetch, timing } = bed(() => json({}));
  const odd = 'a/b?c&d=é"\'#%+ https://x';
  await timing.settle(
    graph.send(
      {
        method: 'GET',
        path: pathOf`/users/${odd}/events`,
        query: { $search: `"displayName:${odd}"`, $top: 5 },
      },
      operation(),
    ),
  );
  const sent = new URL(fetch.seen[0]?.url ?? '');
  expect(sent.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'v1.0', 'users', odd, 'events']);
  expect(Object.fromEntries(sent.searchParams)).toEqual({ $search: `"displayName:${odd}"`, $top: '5' });
  expect(pathAndQueryOf({ method: 'GET', path: '/me' })).toBe('/me');
});

test('GC6 bodies go as JSON, or as the text they are', async () => {
  const { graph, fetch, timing } = bed(() => json({}));
  await timing.settle(graph.send({ method: 'PATCH', path: '/x', body: { a: 'ñ' } }, operation()));
  const headers = { 'Content-Type': 'text/plain', 'If-Match': '"1"' };
  await timing.settle(graph.send({ method: 'PUT', path: '/y', body: 'text', headers }, operation()));
  expect(fetch.seen.map((one) => [one.method, one.headers.get('content-type'), one.body])).toEqual([
    ['PATCH', 'application/json', '{"a":"ñ"}'],
    ['PUT', 'text/plain', 'text'],
  ]);
  expect(fetch.seen[1]?.headers.get('if-match')).toBe('"1"');
});

test('GC6 an answer without content is an answer', async () => {
  const { graph, timing } = bed(() => new Response(null, { status: 204 }));
  expect(await timing.settle(graph.send({ method: 'DELETE', path: '/x' }, operation()))).toMatchObject({
    status: 204,
    text: '',
  });
});
