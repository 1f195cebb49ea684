import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const filesIn = (folder: string, wanted: RegExp) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file).replaceAll(path.sep, '/'))
    .filter((file) => wanted.test(file));
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const SHEETS = [
  ...filesIn('src', /SPEC\.md$/),
  'tests/architecture/SPEC.md',
  'tests/contracts/README.md',
  'tests/packaged/SPEC.md',
];
const RULE = /^- ([A-Z]{2}\d+) /gm;
const rules = SHEETS.flatMap((sheet) => [...textOf(sheet).matchAll(RULE)].map(([, number = '']) => number));

const TESTS = filesIn('tests', /\.tsx?$/).filter((file) => !file.startsWith('tests/browser/'));
/** A text that begins with a number is a title, whatever stands around it; several may share a test. */
const TITLE = /(['"`])([A-Z]{2}\d+[ ,](?:\\.|(?!\1)[^\\])*)\1/g;
const titles = TESTS.flatMap((file) =>
  [...textOf(file).matchAll(TITLE)].map(([, , title = '']) => ({ file, title })),
);
const numbersIn = (title: string) => title.match(/\b[A-Z]{2}\d+\b/g) ?? [];

test('AR10 a number is one rule in one sheet', () => {
  expect(rules.filter((number, at) => rules.indexOf(number) !== at)).toEqual([]);
  expect(rules.length).toBeGreaterThan(200);
});

test('AR10 every number in a title is a rule', () => {
  const known = new Set(rules);
  const unknown = titles.flatMap(({ file, title }) =>
    numbersIn(title).flatMap((number) => (known.has(number) ? [] : [`${number} in ${file}`])),
  );
  expect(unknown).toEqual([]);
});

test('AR10 every rule has a test', () => {
  const tested = new Set(titles.flatMap(({ title }) => numbersIn(title)));
  expect(rules.filter((number) => !tested.has(number))).toEqual([]);
});
