// BS: a start that cannot be says why in one sentence, in the terminal's language, and leaves nothing behind.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { refusedStart } from '../support/demoTenant';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-refused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['es_ES.UTF-8', 'no existe esa carpeta'],
  ['en_GB.UTF-8', 'there is no such folder'],
])('BS1 a folder of calendars that is not there is refused in one sentence (%s)', async (LANG, sentence) => {
  const { code, said } = await refusedStart(['--calendars', path.join(folder, 'none')], { LANG });
  expect(code).toBe(1);
  expect(said.split('\n').filter((line) => line.includes('none'))).toHaveLength(1);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/ {4}at /);
});

test('BS1 a folder without calendars says how they should lie in it', async () => {
  mkdirSync(path.join(folder, 'empty'));
  const { code, said } = await refusedStart(['--calendars', path.join(folder, 'empty')]);
  expect(code).toBe(1);
  expect(said).toContain('carpeta/área/persona.ics');
});

test.each([
  [['--calendar', 'x'], {}, 'Opciones que existen'],
  [[], { PORT: 'http' }, 'PORT no es un puerto'],
  [[], { DEMO_NOW: 'mañana' }, 'DEMO_NOW no es un momento'],
] as const)('BS1 what the start does not know is refused (%j %j)', async (args, environment, sentence) => {
  const { code, said } = await refusedStart(args, environment as Readonly<Record<string, string>>);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
});
