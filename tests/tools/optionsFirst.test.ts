// What was mistyped is told before minutes of building: on a fresh copy of the sources, by the real commands.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../support/root';

const copy = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cadencia-options-')));
beforeAll(() => {
  for (const part of ['src', 'manifest', 'webpack.config.js', 'package.json', 'package-lock.json'])
    cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
  [
    'package',
    ['--host', 'localhost', '--wat', 'x'],
    ['--host is a name', '--client-id is missing', '--wat is no option'],
  ],
  [
    'register',
    ['--consent', '--tiers', 'plan,all'],
    ['--host is missing', '--tiers knows no “all”', '--consent changes'],
  ],
])(
  'PK12 npm run %s says what is wrong with its options, and builds nothing for it',
  async (command, typed, sentences) => {
    const run = promisify(execFile)(process.execPath, [
      path.join(copy, `src/tools/${command}.mjs`),
      ...typed,
    ]);
    const failed = await run.then(
      () => undefined,
      (error: { readonly code: number; readonly stderr: string; readonly stdout: string }) => error,
    );
    const said = failed?.stderr.split('\n') ?? [];
    for (const sentence of sentences)
      expect(said.some((line) => line.startsWith(`✗ ${sentence}`))).toBe(true);
    expect({ code: failed?.code, stdout: failed?.stdout }).toEqual({ code: 1, stdout: '' });
    expect(['client', 'server', '.stamp'].filter((one) => existsSync(path.join(copy, 'dist', one)))).toEqual(
      [],
    );
  },
  120_000,
);
