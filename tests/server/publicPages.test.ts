import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { createApp } from '../../src/server/app';
import { configFrom, ConfigRefused } from '../../src/server/config';
import { languageFrom } from '../../src/server/publicPages';
import { PUBLIC_TEXTS } from '../../src/server/publicWords';

const files = mkdtempSync(path.join(os.tmpdir(), 'cadencia-public-'));
beforeAll(() => ['assets', 'icons'].forEach((name) => mkdirSync(path.join(files, name))));
afterAll(() => rmSync(files, { recursive: true }));

const GOOD = {
  AUTHORITY: 'https://login.microsoftonline.com/organizations',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
};
async function ask(url: string, headers: Record<string, string> = {}, changed: Record<string, string> = {}) {
  const app = await createApp(configFrom({ ...GOOD, ...changed }, files), { version: '1.2.3-<b>' });
  const answer = await app.inject({ url, headers });
  await app.close();
  return answer;
}
const PAGES = ['/', '/privacy', '/terms'];

test.each(PAGES)(
  'SV24 %s is there in both languages, with its version and a way to the others',
  async (url) => {
    for (const [language, other] of [
      ['es', 'en'],
      ['en', 'es'],
    ] as const) {
      const { statusCode, body, headers } = await ask(`${url}?lang=${language}`);
      expect([statusCode, headers['content-language']]).toEqual([200, language]);
      expect(body).toContain(`<html lang="${language}">`);
      expect(body).toContain(`<a href="?lang=${other}" lang="${other}"`);
      for (const page of PAGES) expect(body).toContain(`href="${page}?lang=${language}"`);
      expect(body).toContain('1.2.3-&lt;b>');
      expect(body.match(/<h1>/g)).toHaveLength(1);
    }
  },
);

test('SV24 nothing can run in a public page, nothing comes from elsewhere, and nobody frames it', async () => {
  for (const url of PAGES) {
    const { body, headers } = await ask(url);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(body).not.toMatch(/<script| style=| on\w+=|(src|href)="(https?:)?\/\//);
    expect(headers['set-cookie']).toBeUndefined();
    // What a proxy keeps for one language is not handed to another.
    expect([headers['vary'], headers['cache-control']]).toEqual(['Accept-Language', 'no-cache']);
    // Of a tenant, nothing.
    expect(body).not.toContain(GOOD.CLIENT_ID);
    expect(body).not.toContain('microsoftonline');
  }
});

test.each([
  [undefined, 'es'],
  ['', 'es'],
  ['es-CO,es;q=0.9,en;q=0.8', 'es'],
  ['en-GB,en;q=0.9,es;q=0.8', 'en'],
  ['en;q=0.3, es;q=0.7', 'es'],
  ['fr-FR,fr;q=0.9', 'en'],
  ['fr,es;q=0.5', 'es'],
  ['es;q=0,en', 'en'],
  [',;q=x,,', 'es'],
  ['x'.repeat(100_000), 'en'],
] as const)('SV24 whoever reads %s is shown %s', (accepted, expected) => {
  expect(languageFrom(accepted)).toBe(expected);
});

test('SV24 a language that there is not, or twice, is none', async () => {
  for (const url of ['/?lang=fr', '/?lang=en&lang=es', '/?lang[]=en', '/?lang=__proto__']) {
    const { statusCode, body } = await ask(url);
    expect([statusCode, body.includes('<html lang="es">')]).toEqual([200, true]);
  }
});

test('SV24 the operator’s own pages come first, and say who runs the server', async () => {
  const own = {
    PRIVACY_URL: 'https://example.com/privacy',
    TERMS_URL: 'https://example.com/terms',
    IMPRINT_URL: 'https://example.com/imprint?a=1&b="><script>',
  };
  for (const [url, to] of [
    ['/privacy', own.PRIVACY_URL],
    ['/terms?lang=en', own.TERMS_URL],
  ] as const) {
    const { statusCode, headers } = await ask(url, {}, own);
    expect([statusCode, headers['location']]).toEqual([302, to]);
  }
  const { body } = await ask('/', {}, own);
  expect(body).toContain('<a href="https://example.com/imprint?a=1&amp;b=&quot;>&lt;script>">');
  expect((await ask('/')).body).not.toContain('imprint');
});

test('SV24 an own page on plain http, or that is no address, is refused at the start', () => {
  const why = (changed: Record<string, string>) => {
    try {
      return configFrom({ ...GOOD, ...changed }, files);
    } catch (error) {
      if (error instanceof ConfigRefused) return error.message;
      throw error;
    }
  };
  expect(why({ PRIVACY_URL: 'http://example.com/p' })).toBe('PRIVACY_URL: plain-http');
  expect(why({ TERMS_URL: 'javascript:alert(1)' })).toBe('TERMS_URL: malformed');
  expect(why({ IMPRINT_URL: '/imprint' })).toBe('IMPRINT_URL: malformed');
});

test('SV24 both languages say as much', () => {
  const shape = (language: 'es' | 'en') =>
    Object.entries(PUBLIC_TEXTS[language]).map(([name, { sections }]) => [
      name,
      sections.map(({ says }) => says.length),
    ]);
  expect(shape('es')).toEqual(shape('en'));
});
