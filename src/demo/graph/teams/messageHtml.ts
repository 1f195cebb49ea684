import { Parser } from 'htmlparser2';

/** What a message in Teams may consist of; everything else loses its tags and keeps its text. */
const KEPT = new Set([
  ...[
    'p',
    'div',
    'span',
    'br',
    'hr',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'strike',
    'sub',
    'sup',
    'blockquote',
  ],
  ...['ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'pre', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
/** These lose their text too. */
const DROPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'iframe',
  'object',
  'svg',
  'math',
  'template',
  'form',
]);
const EMPTY = new Set(['br', 'hr']);

/** HTML as Teams keeps it in a message: an allow-list of elements, links to web and mail addresses, no other attribute. */
export function messageHtml(html: string): string {
  let out = '';
  let dropped = 0;
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        if (DROPPED.has(name)) dropped++;
        if (dropped === 0 && KEPT.has(name)) out += `<${name}${linkOf(name, attributes)}>`;
      },
      ontext(text) {
        if (dropped === 0) out += escapedText(text);
      },
      onclosetag(name) {
        if (open.at(-1) !== name) return;
        open.pop();
        if (DROPPED.has(name)) dropped--;
        else if (dropped === 0 && KEPT.has(name) && !EMPTY.has(name)) out += `</${name}>`;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return out;
}

function linkOf(name: string, { href }: Readonly<Record<string, string>>): string {
  if (name !== 'a' || href === undefined || !/^(https?:\/\/|mailto:)/i.test(href)) return '';
  return ` href="${escapedText(href).replaceAll('"', '&quot;')}"`;
}

/** Text as it stands in HTML. */
function escapedText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
