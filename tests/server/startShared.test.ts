import { freePort } from '../../src/tools/services/child';
import { runServer } from './runServer';

const BASE = {
  AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  TENANT_ID: '21111111-2222-4333-8444-555555555555',
  CLIENT_SECRET: 'x',
  API_SCOPE: 'api://host.example/11111111-2222-4333-8444-555555555555/access_as_user',
  PORT: '0',
};

test('SC8 without its PostgreSQL a process says so in one sentence, and not with which password', async () => {
  const port = await freePort();
  const run = runServer({
    ...BASE,
    DATABASE_URL: `postgres://u:hush@127.0.0.1:${port}/cadencia`,
    REDIS_URL: `redis://:hush@127.0.0.1:${port}`,
  });
  expect(await run.ended()).toBe(1);
  const sentences = run
    .said()
    .split('\n')
    .filter((line) => line.startsWith('✗'));
  expect(sentences).toEqual([expect.stringContaining('PostgreSQL does not answer at DATABASE_URL')]);
  expect(run.said()).not.toContain('hush');
}, 60_000);

test('SC8 back-up and restore are for a folder: with a database the sentence names what is', async () => {
  const run = runServer({ DATABASE_URL: 'postgres://u@h/d' }, ['--back-up', '/nowhere/x.db']);
  expect(await run.ended()).toBe(1);
  expect(run.said()).toContain('pg_dump');
}, 60_000);
