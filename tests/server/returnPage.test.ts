import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { configFrom } from '../../src/server/config';
import { readPages } from '../../src/server/pages';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-return-'));
const source = path.resolve(__dirname, '../../src/entries');
afterAll(() => rmSync(files, { recursive: true }));

for (const name of ['compose', 'signInReturn']) {
  writeFileSync(path.join(files, `${name}.html`), readFileSync(path.join(source, name, 'page.html'), 'utf8'));
}
const pages = readPages(
  configFrom(
    {
      AUTHORITY: 'https://login.microsoftonline.com/organizations',
      CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    },
    files,
  ),
);
const directive = (page: string, name: string) =>
  pages
    .get(page)
    ?.policy.split('; ')
    .find((one) => one.startsWith(`${name} `));

test('SV3 the page that a sign-in comes back to knows the authority and loads no script of a host’s', () => {
  const html = pages.get('signInReturn')?.html ?? '';
  expect(html).toContain('"authority":"https://login.microsoftonline.com/organizations"');
  expect(html).not.toContain('<script src=');
  expect(html).not.toContain('<!-- cadencia');
  expect(directive('signInReturn', 'script-src')).toBe("script-src 'self'");
  expect(pages.get('compose')?.html).toContain('office.js');
});

test('SV3 a silent sign-in fits into the policies: from our page to the authority, and back into a page of ours', () => {
  const authority = 'https://login.microsoftonline.com';
  expect(directive('compose', 'connect-src')).toContain(` ${authority} `);
  expect(directive('compose', 'frame-src')).toBe(`frame-src 'self' ${authority}`);
  expect(directive('signInReturn', 'frame-ancestors')).toContain(" 'self' https://*.cloud.microsoft");
  expect(directive('compose', 'frame-ancestors')).not.toContain("'self'");
});
