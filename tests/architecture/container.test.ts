import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configFrom } from '../../src/server/config';
import { ROOT } from '../support/root';

const FOLDER = path.join(ROOT, '.container');
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
const docker = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const stages = docker.flatMap((line) => / AS (\w+)$/.exec(line)?.[1] ?? []);

test('the image copies what there is, and from stages that there are', () => {
  const copied = docker.filter((line) => line.startsWith('COPY '));
  expect(copied.length).toBeGreaterThan(5);
  for (const line of copied) {
    const [, from] = /--from=(\w+)/.exec(line) ?? [];
    if (from !== undefined) expect(stages).toContain(from);
    else
      for (const file of line.split(' ').slice(1, -1))
        expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
  }
});

test('the image keeps the packages that come as one for each kind of machine: the rooms are stored by one of them', () => {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: object; optional?: boolean }>;
  };
  const native = Object.keys(packages['node_modules/libsql']?.optionalDependencies ?? {});
  expect(native.length).toBeGreaterThan(0);
  expect(native.every((name) => packages[`node_modules/${name}`]?.optional)).toBe(true);
  const installs = docker.filter((line) => line.includes('npm ci'));
  expect(installs.length).toBe(2);
  for (const line of installs) {
    expect(line).not.toMatch(/optional/);
    for (const name of native)
      expect(line).not.toMatch(new RegExp(` node_modules/${name.split('/')[0]}( |$)`));
  }
});

test('the server in the image runs as nobody in particular, over a volume, and says that it lives', () => {
  const last = docker.slice(docker.findIndex((line) => line.endsWith(' AS server')));
  for (const wanted of ['USER node', 'VOLUME /rooms', 'CMD ["node", "dist/server/server.cjs"]'])
    expect(last).toContain(wanted);
  expect(last.some((line) => line.startsWith('HEALTHCHECK') && line.includes('/healthz'))).toBe(true);
});

test('the compose files name targets of the image; the server’s has a root that nobody writes to', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  expect(files.sort()).toEqual(['compose.demo.yaml', 'compose.yaml']);
  for (const name of files) expect(stages).toContain(/target: (\w+)/.exec(read(name))?.[1]);
  expect(read('compose.yaml')).toMatch(/^ {4}read_only: true$/m);
});

test('the example of the environment, with what the image and the compose file add, is one that the server starts with', () => {
  const lines = read('server.env.example').split('\n');
  const pairs = lines
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => line.split(/=(.*)/s).slice(0, 2));
  const given = Object.fromEntries(pairs) as Record<string, string>;
  const added = {
    HOST: '0.0.0.0',
    PORT: '3978',
    ROOMS_FOLDER: '/rooms',
    CLIENT_SECRET_FILE: path.join(FOLDER, 'Dockerfile'),
  };
  expect(configFrom({ ...given, ...added }, FOLDER).rooms?.folder).toBe('/rooms');
});
