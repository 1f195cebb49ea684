import type { About } from '../../domain/meeting/room';

/**
 * The twin of a record as a page of its own. It is opened wherever files are opened, so nothing in it may run or be
 * fetched, whatever went into it.
 */
export function twinPage({ title, language }: Pick<About, 'title' | 'language'>, html: string): string {
  return [
    `<!doctype html>`,
    `<html lang="${language}">`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    `<title>${escaped(title)}</title>`,
    `<body>`,
    html,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
