import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { KEPT_FOR } from '../../src/room/keeping';
import { LIMITS } from '../../src/server/rooms/limits';
import { KEEP, KEEP_RECORDED } from '../../src/server/rooms/store';
import { OWN_TALK_NAME } from '../../src/graph/ownTalkFile';
import { SUMMARY_NAME } from '../../src/graph/summaryFile';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const PAGES = ['docs/privacy.md', 'docs/privacidad.md'] as const;

function sources(folder = 'src'): readonly string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (file === 'src/demo' || file === 'src/tools' || name === 'generated') return [];
    return statSync(path.join(ROOT, file)).isDirectory() ? sources(file) : /\.tsx?$/.test(name) ? [file] : [];
  });
}
const all = (pattern: RegExp): readonly (readonly [file: string, what: string])[] =>
  sources().flatMap((file) =>
    [...read(file).matchAll(pattern)].map(([found, what = found]) => [file, what] as const),
  );

test.each(PAGES)('SV25 %s names each place where something is kept, and the file that does it', (page) => {
  const text = read(page);
  // Databases of the browser, settings of the mailbox.
  const places = [...all(/createStore\('([\w-]+)'/g), ...all(/^const KEY = '(cadencia\.\w+)'/gm)];
  // The same ones, wherever the server keeps them.
  const tables = all(/CREATE TABLE IF NOT EXISTS (\w+)/g);
  expect(places).toHaveLength(3);
  expect(tables.length).toBeGreaterThanOrEqual(5);
  for (const [, what] of [...places, ...tables]) expect(text).toContain(`\`${what}\``);
  for (const [file] of places) expect(text).toContain(`\`${file}\``);
  for (const name of [SUMMARY_NAME, OWN_TALK_NAME]) expect(text).toContain(`\`${name}\``);
});

test('SV25 nothing keeps anything in a browser or a mailbox beside what the pages name', () => {
  const keeping = all(
    /localStorage|sessionStorage|SessionStorage|indexedDB|document\.cookie|cookieStore|caches\.open|[sS]et-[cC]ookie|roamingSettings|serviceWorker/g,
  ).filter(([file]) => !file.startsWith('src/server/publicWords'));
  expect([...new Set(keeping.map(([file]) => file))]).toEqual([
    'src/hosts/identity/clients.ts',
    'src/hosts/outlook/outlookHost.ts',
  ]);
});

test.each(PAGES)('SV25 every file that %s names is there', (page) => {
  const named = [...read(page).matchAll(/`(src\/[\w./]+)`|\]\(([\w.-]+)\)/g)].map(
    ([, source, beside = '']) => source ?? `docs/${beside}`,
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test('SV25 the times that the pages tell are those of the code', () => {
  const DAY = 86_400_000;
  expect([KEEP_RECORDED / DAY, KEEP / DAY, KEPT_FOR / DAY]).toEqual([7, 90, 7]);
  expect(LIMITS.membershipMs).toBe(600_000);
  for (const page of [...PAGES, 'src/server/publicWords.ts'])
    expect(read(page)).toMatch(/\b7 d[\s\S]*\b90 d/);
});

test('SV25 both languages say as much', () => {
  const rows = (page: string) =>
    read(page)
      .split('\n')
      .filter((line) => line.startsWith('|')).length;
  const titles = (page: string) => read(page).match(/^#/gm)?.length;
  expect(rows(PAGES[0])).toBe(rows(PAGES[1]));
  expect(titles(PAGES[0])).toBe(titles(PAGES[1]));
});
