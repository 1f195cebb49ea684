import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { ADD_INS, createAddInMemory } from '../../../src/graph/calendar/addInMemory';
import { failureOf, NEVER } from '../../contracts/outcome';
import { openBed } from '../../demo/graph/bed';
import { LOG, schemaCheck } from '../../demo/graph/schemaCheck';
import { graphError, json, type Script } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const [UNIFIED, OLDER] = ADD_INS;
const id = (addIn: string) => `String {00020329-0000-0000-c000-000000000046} Name cecp-${addIn}`;
const holding = (cadencia: unknown) => JSON.stringify({ other: 1, cadencia });
const answer = (...found: { id: string; value: string }[]) =>
  json({ id: 'e', singleValueExtendedProperties: found });

function open(script: Script) {
  const { graph, fetch, timing } = bed(script);
  return { read: () => timing.settle(createAddInMemory(graph).of('AAMk/=', NEVER)), fetch };
}

test('GE11 both ids are asked for at once, and the unified manifest’s counts first', async () => {
  const both = open(() =>
    answer({ id: id(OLDER), value: holding('older') }, { id: id(UNIFIED), value: holding('unified') }),
  );
  expect(await both.read()).toBe('unified');
  expect(both.fetch.seen).toHaveLength(1);
  expect(both.fetch.seen[0]?.path).toBe(
    `/me/events/AAMk/=?$expand=singleValueExtendedProperties($filter=id eq 'String {00020329-0000-0000-C000-000000000046} Name cecp-${UNIFIED}' or id eq 'String {00020329-0000-0000-C000-000000000046} Name cecp-${OLDER}')`,
  );
  const one = open(() => answer({ id: id(OLDER).toUpperCase(), value: holding('older') }));
  expect(await one.read()).toBe('older');
});

test('GE11 what is not of us, unreadable or too long is none', async () => {
  for (const value of [
    '',
    '{',
    'null',
    '[]',
    '{"other":"x"}',
    holding(7),
    holding({ a: 1 }),
    holding('x'.repeat(2501)),
    `"${'x'.repeat(20_000)}"`,
  ])
    expect([value.slice(0, 20), await open(() => answer({ id: id(UNIFIED), value })).read()]).toEqual([
      value.slice(0, 20),
      undefined,
    ]);
  expect(await open(() => json({ id: 'e' })).read()).toBeUndefined();
  expect(
    await open(() => answer({ id: id('00000000-0000-0000-0000-000000000000'), value: holding('no') })).read(),
  ).toBeUndefined();
  const broken = open(() =>
    answer({ id: id(UNIFIED), value: '{' }, { id: id(OLDER), value: holding('older') }),
  );
  expect(await broken.read()).toBe('older');
});

test('GE11 an event that is not there is told as such', async () => {
  const { graph, timing } = bed(() => graphError(404, 'ErrorItemNotFound'));
  expect(await timing.settle(failureOf(createAddInMemory(graph).of('e', NEVER)))).toEqual({
    kind: 'notFound',
  });
});

test('GE11 on the demo tenant’s Graph: written under the older id, found by either form', async () => {
  const tenant = await openBed({ log: LOG });
  const { memory } = createMicrosoft365({
    graph: tenant.base,
    identity: tenant.identity('m01'),
    clock: { now: () => tenant.clock.now },
    random: () => 0,
    fetch: (url, init) => fetch(url, init),
  });
  const zoned = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  const made = await tenant.call('m01', 'POST', '/me/events', {
    subject: 'Semanal',
    start: zoned('2026-12-01T16:00:00'),
    end: zoned('2026-12-01T16:35:00'),
    singleValueExtendedProperties: [{ id: id(OLDER), value: holding('{"v":1}') }],
  });
  const event = (made.body as { id: string }).id;
  const found = await memory.of(event, NEVER);
  await tenant.close();
  expect(found).toBe('{"v":1}');
});

schemaCheck();
