import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { configFrom, ConfigRefused } from '../../src/server/config';
import { sentenceOf } from '../../src/server/configWords';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-shared-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BASE = {
  AUTHORITY: 'https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  TENANT_ID: '21111111-2222-4333-8444-555555555555',
  CLIENT_SECRET: 'x',
  API_SCOPE: 'api://host.example/11111111-2222-4333-8444-555555555555/access_as_user',
};
const BOTH = {
  DATABASE_URL: 'postgres://u:p@db.example/cadencia',
  REDIS_URL: 'rediss://:p@redis.example:6379',
};
const mistakesOf = (more: Record<string, string>) => {
  try {
    configFrom({ ...BASE, ...more }, folder);
    return [];
  } catch (error) {
    if (error instanceof ConfigRefused) return error.mistakes;
    throw error;
  }
};
const shown = (more: Record<string, string>) =>
  mistakesOf(more).map(({ setting, why }) => `${setting} ${why}`);

test('SC7 two addresses make the rooms of several processes, which need no folder', () => {
  const { rooms } = configFrom({ ...BASE, ...BOTH, PEER_ADDRESS: '[fd00::7]:3979' }, folder);
  expect(rooms?.shared).toEqual({
    database: BOTH.DATABASE_URL,
    redis: BOTH.REDIS_URL,
    peer: '[fd00::7]:3979',
  });
  expect(configFrom({ ...BASE, ROOMS_FOLDER: folder }, folder).rooms).not.toHaveProperty('shared');
});

test('SC7 what PostgreSQL’s own libraries are told behind the name of the database may hold a path', () => {
  const DATABASE_URL = `${BOTH.DATABASE_URL}?sslmode=verify-full&sslrootcert=/etc/cadencia/ca.pem`;
  expect(configFrom({ ...BASE, ...BOTH, DATABASE_URL }, folder).rooms?.shared?.database).toBe(DATABASE_URL);
  for (const wrong of ['postgres://db.example', 'postgres://db.example/', 'postgres://db.example/a/b'])
    expect(shown({ ...BOTH, DATABASE_URL: wrong })).toEqual(['DATABASE_URL malformed']);
});

test('SC7 half of it, and what is no such address, are refused by name, and the value is never said', () => {
  const { DATABASE_URL, REDIS_URL } = BOTH;
  expect(shown({ DATABASE_URL })).toEqual(['REDIS_URL missing']);
  expect(shown({ REDIS_URL, ROOMS_FOLDER: folder })).toEqual(['DATABASE_URL missing']);
  expect(shown({ PEER_ADDRESS: '10.0.0.5:3979', ROOMS_FOLDER: folder })).toEqual([
    'DATABASE_URL missing',
    'REDIS_URL missing',
  ]);
  const wrong = { DATABASE_URL: 'mysql://u:secret@h/d', REDIS_URL: 'http://secret@h', PEER_ADDRESS: 'host' };
  expect(shown(wrong)).toEqual(['DATABASE_URL malformed', 'REDIS_URL malformed', 'PEER_ADDRESS malformed']);
  for (const mistake of mistakesOf(wrong)) expect(sentenceOf(mistake, 'es')).not.toContain('secret');
  expect(shown({ ...BOTH, PEER_ADDRESS: '10.0.0.5:0' })).toEqual(['PEER_ADDRESS malformed']);
});

test('SC7 addresses with their passwords may stand in files', () => {
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const DATABASE_URL_FILE = write('database', `${BOTH.DATABASE_URL}\n`);
  const REDIS_URL_FILE = write('redis', BOTH.REDIS_URL);
  expect(configFrom({ ...BASE, DATABASE_URL_FILE, REDIS_URL_FILE }, folder).rooms?.shared).toEqual({
    database: BOTH.DATABASE_URL,
    redis: BOTH.REDIS_URL,
  });
  expect(shown({ ...BOTH, REDIS_URL_FILE })).toEqual(['REDIS_URL_FILE twice']);
  const { REDIS_URL } = BOTH;
  expect(shown({ REDIS_URL, DATABASE_URL_FILE: path.join(folder, 'none') })).toEqual([
    'DATABASE_URL_FILE unreadable',
  ]);
  expect(shown({ REDIS_URL, DATABASE_URL_FILE: write('bad', 'x') })).toEqual(['DATABASE_URL_FILE malformed']);
});
