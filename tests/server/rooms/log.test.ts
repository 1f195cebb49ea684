import { kindOf } from '../../../src/server/rooms/log';
import { connect, mainOf, until } from './client';
import { startRooms, startTenant } from './tenant';

test('RS18 an application whose secret has ended is told of with Entra’s number; nobody hears why they wait', async () => {
  const tenant = await startTenant();
  const config = { ...tenant.config, clientSecret: 'one that has ended' };
  const running = await startRooms({ config, now: tenant.now });
  const place = { kind: 'chat', chat: tenant.chat.id } as const;
  const room = mainOf({ place, start: Math.floor(tenant.now() / 1000) * 1000 });
  const client = connect(running.address, room, await tenant.token(tenant.people[0]?.id as string));
  await until(() => client.denied.length > 0);
  expect(client.denied[0]).toBe('unknown');
  expect(running.log).toContainEqual({ event: 'application', code: 'AADSTS7000215' });
  client.end();
  await running.close();
  await tenant.close();
});

test('RS18 what failed is told by its kind and by the code of what is below it, never by a sentence', async () => {
  const nowhere = await fetch('http://nowhere.invalid/').catch((fault: unknown) => fault);
  expect(kindOf(nowhere)).toMatch(/^TypeError (ENOTFOUND|EAI_AGAIN)$/);
  expect(kindOf(Object.assign(new Error('of Ana'), { code: 'SQLITE_FULL' }))).toBe('Error SQLITE_FULL');
  for (const cause of [undefined, null, 'Ana', { code: 'Ana María' }])
    expect(kindOf(new Error('of Ana', { cause }))).toBe('Error');
  expect(kindOf(null)).toBe('');
});
