import { Refusal } from '../../domain/refusal';

/**
 * The paragraphs of a Word document, line breaks as '\n' (TF4): what stands in its text elements, one pass over the XML. Nothing
 * is looked up or expanded: a document type is refused, a reference that is not one of XML's own five or a number stays text.
 */
export function paragraphsOf(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  let prefix: string | undefined;
  let paragraph = '';
  let inText = false;
  const flush = (): void => {
    if (paragraph !== '') paragraphs.push(paragraph);
    paragraph = '';
  };
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (inText && end > at) paragraph += textOf(xml.slice(at, end));
    if (open < 0) break;
    if (xml.startsWith('<!', open)) {
      if (!xml.startsWith('<!--', open)) throw new Refusal('talk/no-transcript');
      at = behind(xml, '-->', open + 4);
      continue;
    }
    at = behind(xml, '>', open);
    const closes = xml[open + 1] === '/';
    const empty = xml[at - 2] === '/';
    const name = nameAt(xml, open + (closes ? 2 : 1), at);
    prefix ??= name.endsWith('document') ? name.slice(0, -'document'.length) : undefined;
    if (prefix === undefined || !name.startsWith(prefix)) continue;
    switch (name.slice(prefix.length)) {
      case 'p':
        flush();
        break;
      case 't':
        inText = !closes && !empty;
        break;
      case 'tab':
        // Also where tabs stop, at the head of a paragraph: white space there is nothing.
        if (!closes) paragraph += '\t';
        break;
      case 'br':
      case 'cr':
        if (!closes) paragraph += '\n';
    }
  }
  flush();
  if (prefix === undefined) throw new Refusal('talk/no-transcript');
  return paragraphs;
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  // What never ends ends the document.
  return at < 0 ? xml.length : at + mark.length;
}

/** Of a tag: up to its attributes. */
function nameAt(xml: string, from: number, until: number): string {
  let end = from;
  while (end < until && !/[\s/>]/.test(xml[end] ?? '>')) end++;
  return xml.slice(from, end);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOf(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? all;
      const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    },
  );
}
