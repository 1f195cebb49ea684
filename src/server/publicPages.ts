import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from './config';
import { escaped } from './pages';
import {
  PUBLIC_LABELS,
  PUBLIC_TEXTS,
  type PublicLanguage,
  type PublicName,
  type PublicText,
} from './publicWords';

const ADDRESSES: Readonly<Record<PublicName, string>> = { home: '/', privacy: '/privacy', terms: '/terms' };
const NAMES = Object.keys(ADDRESSES) as readonly PublicName[];
const LANGUAGES = ['es', 'en'] as const;

/** Colours of the icon; each pair has a contrast of 7 to 1 at least. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --quiet: #474747; --link: #0b5547; --line: #c8c8c8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f2; --paper: #1b1b1b; --quiet: #c8c8c8; --link: #7fd8c4; --line: #5c5c5c; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 'Segoe UI', -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 20px; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; padding-top: 20px; }
header .name { display: flex; align-items: center; gap: 10px; margin-right: auto; font-weight: 600; font-size: 18px; color: var(--ink); text-decoration: none; }
h1 { margin: 32px 0 12px; font-size: 28px; line-height: 1.25; }
h2 { margin: 28px 0 6px; font-size: 18px; }
.lead { margin: 0; font-size: 18px; color: var(--quiet); }
ul { margin: 0; padding-left: 20px; }
li { margin: 6px 0; }
a { color: var(--link); }
a[aria-current] { color: var(--ink); text-decoration: none; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; }
footer { margin-top: 40px; padding-top: 14px; padding-bottom: 32px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 14px; }
`;

/** No script, nothing from elsewhere, in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Spanish unless somebody wants another language more; of the others everybody is shown English. */
export function languageFrom(accepted: string | undefined): PublicLanguage {
  const wanted = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split('-')[0] ?? '', weight: Number(weight ?? 1) };
    })
    .filter(({ language, weight }) => language !== '' && weight > 0);
  const best = (of: (language: string) => boolean) =>
    Math.max(0, ...wanted.filter(({ language }) => of(language)).map(({ weight }) => weight));
  const spanish = best((language) => language === 'es');
  return wanted.length === 0 || (spanish > 0 && spanish >= best((language) => language === 'en'))
    ? 'es'
    : 'en';
}

/**
 * What whoever looks the app up finds at the addresses that its manifest names. The operator's own pages come first, where
 * they said where these are.
 */
export function publicPages(
  app: FastifyInstance,
  { pages, version }: { readonly pages: NonNullable<ServerConfig['pages']>; readonly version: string },
): void {
  for (const name of NAMES) {
    const elsewhere = name === 'home' ? undefined : pages[name];
    const built = Object.fromEntries(
      LANGUAGES.map((language) => [language, pageOf(name, language, { pages, version })]),
    ) as Readonly<Record<PublicLanguage, string>>;
    app.get<{ Querystring: { lang?: unknown } }>(ADDRESSES[name], ({ headers, query }, reply) => {
      if (elsewhere !== undefined) return reply.redirect(elsewhere, 302);
      const asked = LANGUAGES.find((one) => one === query.lang);
      const language = asked ?? languageFrom(headers['accept-language']);
      return reply
        .type('text/html; charset=utf-8')
        .headers({
          'Content-Security-Policy': POLICY,
          'Content-Language': language,
          'Cache-Control': 'no-cache',
          Vary: 'Accept-Language',
        })
        .send(built[language]);
    });
  }
}

function pageOf(
  name: PublicName,
  language: PublicLanguage,
  { pages, version }: Parameters<typeof publicPages>[1],
): string {
  const text = PUBLIC_TEXTS[language][name];
  const label = PUBLIC_LABELS[language];
  const other = language === 'es' ? 'en' : 'es';
  const to = (page: PublicName) =>
    `<a href="${ADDRESSES[page]}?lang=${language}"${page === name ? ' aria-current="page"' : ''}>${label[page]}</a>`;
  const imprint =
    pages.imprint === undefined ? '' : `<a href="${escaped(pages.imprint)}">${label.imprint}</a>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} · Cadencia</title>
<link rel="icon" href="/icons/icon-32.png">
<style>${STYLE}</style>
</head>
<body>
<header>
<a class="name" href="/?lang=${language}"><img src="/icons/icon-64.png" width="32" height="32" alt="">Cadencia</a>
<a href="?lang=${other}" lang="${other}" hreflang="${other}">${label.other}</a>
</header>
${bodyOf(text)}
<footer>
<nav>
${[...NAMES.map(to), imprint, `<span>${label.version} ${escaped(version)}</span>`].filter(Boolean).join('\n')}
</nav>
</footer>
</body>
</html>
`;
}

const bodyOf = ({ title, lead, sections }: PublicText): string =>
  [
    `<main>\n<h1>${escaped(title)}</h1>\n<p class="lead">${escaped(lead)}</p>`,
    ...sections.map(({ title: about, says }) =>
      [`<h2>${escaped(about)}</h2>\n<ul>`, ...says.map((one) => `<li>${escaped(one)}</li>`), '</ul>'].join(
        '\n',
      ),
    ),
    '</main>',
  ].join('\n');
