import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));

const linesOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1;

test('AR7 no source file is longer than 400 lines, no test longer than 600', () => {
  const tooLong = tracked
    .filter((file) => /^(src|tests)\/.*\.(tsx?|mjs)$/.test(file))
    .filter((file) => linesOf(file) > (file.startsWith('tests/') ? 600 : 400))
    .map((file) => `${file}: ${linesOf(file)}`);
  expect(tooLong).toEqual([]);
});

test('AR8 the top level holds the agreed names, dot-files and dot-folders, nothing else', () => {
  const allowed = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'webpack.config.js',
    'manifest',
    'src',
    'tests',
    'README.md',
    'LICENSE',
    'docs',
  ];
  const top = [...new Set(tracked.map((file) => file.split('/')[0] as string))];
  expect(top.filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
});

test('AR9 the lock file names no address and a compiler binary for each desktop platform', () => {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  expect(lock).not.toMatch(/"resolved"/);
  for (const platform of ['darwin-arm64', 'win32-x64-msvc', 'linux-x64-gnu']) {
    expect(lock).toContain(`node_modules/@swc/core-${platform}`);
  }
});
