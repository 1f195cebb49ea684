import { Parser } from 'htmlparser2';

/** Elements that a mail system throws away with all that is inside. */
const DROPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'object',
  'iframe',
  'form',
  'input',
  'svg',
  'math',
  'noscript',
  'template',
]);
const EMPTY = new Set(['br', 'hr', 'img', 'col', 'wbr', 'area']);
/** The document's own, written anew around the rest. */
const FRAME = new Set(['html', 'body']);
const KEPT_ATTRIBUTES = new Set([
  'href',
  'src',
  'alt',
  'title',
  'colspan',
  'rowspan',
  'start',
  'type',
  'lang',
  'dir',
  'width',
  'height',
  'border',
  'cellpadding',
  'cellspacing',
  'align',
  'valign',
]);

const HEAD =
  '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\r\n';
const FOOT = '\r\n</body></html>\r\n';

/** HTML as a mail system keeps it: no classes, ids, styles, scripts and comments, a document of its own around it. */
export function storedHtml(html: string): string {
  let kept = rewritten(html).trim();
  // What is nested wrongly may need a second look until it stays as it is.
  for (let looks = 0; looks < 5; looks++) {
    const again = rewritten(kept).trim();
    if (again === kept) break;
    kept = again;
  }
  return HEAD + kept + FOOT;
}

/** Plain text as the HTML that shows it. */
export function htmlOfText(text: string): string {
  return `<div>${escaped(text).replace(/\r?\n/g, '<br>\r\n')}</div>`;
}

/** What a reader without HTML sees; also the preview. */
export function textOf(html: string): string {
  let text = '';
  let dropped = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (DROPPED.has(name)) dropped++;
        else if (name === 'br' || name === 'hr') text += '\r\n';
      },
      ontext(part) {
        if (dropped === 0) text += part.replace(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (DROPPED.has(name)) dropped = Math.max(0, dropped - 1);
        else if (/^(p|div|li|tr|h\d|ul|ol|table)$/.test(name)) text += '\r\n';
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text
    .replace(/[ \t]*\r\n[ \t]*/g, '\r\n')
    .replace(/(\r\n){3,}/g, '\r\n\r\n')
    .trim();
}

function rewritten(html: string): string {
  let out = '';
  let dropped = 0;
  // A tag that breaks off at the end is closed without ever having been opened.
  const open: string[] = [];
  const isKept = (name: string) => !FRAME.has(name) && /^[a-z][a-z0-9]*$/.test(name);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        if (DROPPED.has(name)) dropped++;
        if (dropped === 0 && isKept(name)) out += `<${name}${attributesOf(attributes)}>`;
      },
      ontext(text) {
        if (dropped === 0) out += escaped(text);
      },
      onclosetag(name) {
        if (open.at(-1) !== name) return;
        open.pop();
        if (DROPPED.has(name)) dropped--;
        else if (dropped === 0 && isKept(name) && !EMPTY.has(name)) out += `</${name}>`;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return out;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => KEPT_ATTRIBUTES.has(name) && !/^\s*(javascript|vbscript|data):/i.test(value))
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;');
}
