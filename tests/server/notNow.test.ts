import os from 'node:os';
import { createApp } from '../../src/server/app';
import { configFrom } from '../../src/server/config';
import type { LogEvent } from '../../src/server/rooms/log';
import type { RoomsAdmin } from '../../src/server/rooms/admin';
import { NotNow } from '../../src/server/rooms/store';

const away = () => Promise.reject(new NotNow());
const ADMINISTRATOR = {
  ...{ id: 'ana', name: 'Ana', guest: false, expires: 2_000_000_000, application: '' },
  directoryRoles: ['62e90394-69f5-4237-9190-012177145e10'],
};
const admin: RoomsAdmin = {
  check: () => Promise.resolve(ADMINISTRATOR),
  ...{ kept: away, open: away, purge: away },
  async *lines() {
    yield await away();
  },
};

async function answerTo(method: 'GET' | 'POST', url: string, payload?: object) {
  const log: LogEvent[] = [];
  const config = configFrom(
    {
      AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
      CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    },
    os.tmpdir(),
  );
  const app = await createApp(config, {
    near: away,
    rooms: { admin, clockOff: () => undefined },
    log: (event) => void log.push(event),
  });
  const answer = await app.inject({
    ...{ method, url, headers: { authorization: 'Bearer x' } },
    ...(payload !== undefined && { payload }),
  });
  await app.close();
  return { answer, log };
}

test.each([
  ['POST', '/rooms/near', {}],
  ['GET', '/admin/state', undefined],
  ['GET', '/admin/export', undefined],
  ['POST', '/admin/purge', { purge: 'rooms' }],
] as const)('SV26 %s %s says when to ask again while the rooms are away', async (method, url, body) => {
  const { answer, log } = await answerTo(method, url, body);
  expect([answer.statusCode, answer.body]).toEqual([503, '{}']);
  expect(answer.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
  expect(log.map(({ event }) => event)).toEqual(['request']);
});
