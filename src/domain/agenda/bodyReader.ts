import { Tokenizer } from 'htmlparser2';
import { Refusal } from '../refusal';
import type { Body, Element, Piece } from './body';

/** Elements one inside the other that are read of a body. */
const DEEPEST_BODY_LEVELS = 200;

const set = (names: string) => new Set(names.split(' '));
const VOID = set(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
);
/** Void elements that somebody sees: text beside them is not alone. */
const INKED = set('hr img input embed');
const CELL = set('td th');
const TABLE_PART = set('td th tr tbody thead tfoot caption colgroup');
const BLOCK = set(
  'address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul',
);
/** Ends an open paragraph, as browsers do. */
const ENDS_PARAGRAPH = new Set([...BLOCK].filter((name) => name !== 'br' && !TABLE_PART.has(name)));
const UNSEEN = set('script style title textarea template noscript iframe xmp noembed noframes');

/** One reading of one body: takes it once, from the first character to the last. */
export class BodyReader {
  private readonly pieces: Piece[] = [];
  private readonly root: Element;
  private readonly open: Element[];
  private ink = 0;
  private pending:
    { text: string[]; from: number; until: number; element: Element; inkFrom: number } | undefined;
  private start = 0;
  private startedBy = 0;
  private tagFrom = 0;
  private tagName = '';

  constructor(private readonly source: string) {
    this.root = this.element('', undefined, 0);
    this.open = [this.root];
  }

  /** Plain text: every line and every tab ends a piece. */
  readText(): Body {
    for (const { 0: text, index } of this.source.matchAll(/[^\r\n\t]+/g)) {
      this.text(text, index, index + text.length);
      this.flush();
    }
    return this.end();
  }

  readHtml(): Body {
    const tokenizer = new Tokenizer({ decodeEntities: true }, this.callbacks());
    tokenizer.write(this.source);
    tokenizer.end();
    return this.end();
  }

  private callbacks(): ConstructorParameters<typeof Tokenizer>[1] {
    const { source } = this;
    const nothing = () => undefined;
    return {
      ontext: (from, until) => this.sourceText(from, until),
      ontextentity: (point, until) => this.entity(point, until),
      onopentagname: (from, until) => {
        this.tagFrom = from - 1;
        this.tagName = source.slice(from, until).toLowerCase();
      },
      onopentagend: (at) => this.opened(at + 1),
      onselfclosingtag: (at) => this.opened(at + 1),
      onclosetag: (from, until) =>
        this.closed(
          source.slice(from, until).trim().toLowerCase(),
          source.lastIndexOf('<', from),
          source.indexOf('>', until) + 1 || this.source.length,
        ),
      ondeclaration: (_, until) => this.startsAt(until + 1, 1),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    };
  }

  private end(): Body {
    this.flush();
    while (this.open.length > 0) this.pop(this.source.length);
    return { source: this.source, pieces: this.pieces, start: this.start };
  }

  private get top(): Element {
    return this.open.at(-1) as Element;
  }

  private sourceText(from: number, until: number): void {
    const text = this.source.slice(from, until);
    if (this.top.name !== 'pre') return this.text(text, from, until);
    text.split(/([\r\n\t])/).reduce((at, part) => {
      if (/^[\r\n\t]$/.test(part)) this.flush();
      else this.text(part, at, at + part.length);
      return at + part.length;
    }, from);
  }

  /** The tokenizer tells where an entity ends, and every entity starts at the last ampersand before that. */
  private entity(point: number, until: number): void {
    this.text(String.fromCodePoint(point), this.source.lastIndexOf('&', until - 1), until);
  }

  private text(text: string, from: number, until: number): void {
    if (UNSEEN.has(this.top.name)) return;
    const seen = text.trim();
    if (seen === '') {
      this.pending?.text.push(text);
      return;
    }
    const exact = text.length === until - from;
    const starts = exact ? from + text.indexOf(seen) : from;
    const ends = exact ? starts + seen.length : until;
    if (this.pending === undefined) {
      this.pending = { text: [text], from: starts, until: ends, element: this.top, inkFrom: this.ink };
    } else {
      this.pending.text.push(text);
      this.pending.until = ends;
    }
    this.ink += seen.replace(/\s/g, '').length;
  }

  private flush(): void {
    if (this.pending === undefined) return;
    const { text, from, until, element, inkFrom } = this.pending;
    this.pieces.push({ text: text.join(''), from, until, element, inkFrom, inkUntil: this.ink });
    this.pending = undefined;
  }

  private opened(until: number): void {
    const [name, from] = [this.tagName, this.tagFrom];
    if (name === 'html') this.startsAt(until, 2);
    if (name === 'body') this.startsAt(until, 4);
    if (BLOCK.has(name)) this.flush();
    if (INKED.has(name)) this.ink += 1;
    if (VOID.has(name)) return;
    this.endImplied(name, from);
    if (this.open.length > DEEPEST_BODY_LEVELS) throw new Refusal('agenda/body-too-deep');
    const element = this.element(name, this.top, from);
    const table = name === 'tr' || CELL.has(name) ? this.table() : undefined;
    if (table !== undefined) {
      if (name === 'tr' || table.rows.length === 0) table.rows.push([]);
      if (name !== 'tr') table.rows.at(-1)?.push(element);
    }
    this.open.push(element);
  }

  private closed(name: string, from: number, until: number): void {
    if (BLOCK.has(name)) this.flush();
    if (name === 'head') this.startsAt(until, 3);
    const at = this.lastOpen((element) => element.name === name);
    if (at < 1) return;
    const fence = this.lastOpen((element) => element.name === 'table' || CELL.has(element.name));
    if (at < fence && !TABLE_PART.has(name) && name !== 'table') return;
    while (this.open.length > at + 1) this.pop(from);
    this.pop(until);
  }

  /** Ends what a start tag ends without saying so, as far as mail bodies leave end tags out. */
  private endImplied(name: string, from: number): void {
    const fence = this.lastOpen((element) => element.name === 'table' || CELL.has(element.name));
    if (ENDS_PARAGRAPH.has(name)) this.endSince('p', fence, from);
    if (name === 'li') {
      const list = this.lastOpen((element) => element.name === 'ul' || element.name === 'ol');
      this.endSince('li', Math.max(fence, list), from);
    }
    if (!TABLE_PART.has(name)) return;
    const table = this.lastOpen((element) => element.name === 'table');
    if (table < 0) return;
    const parents = CELL.has(name)
      ? ['tr', 'tbody', 'thead', 'tfoot']
      : name === 'tr'
        ? ['tbody', 'thead', 'tfoot']
        : [];
    const parent = this.lastOpen((element) => parents.includes(element.name));
    while (this.open.length > Math.max(table, parent) + 1) this.pop(from);
  }

  private endSince(name: string, fence: number, from: number): void {
    const at = this.lastOpen((element) => element.name === name);
    if (at > fence) while (this.open.length > at) this.pop(from);
  }

  private pop(until: number): void {
    const element = this.open.pop() as Element;
    if (BLOCK.has(element.name)) this.flush();
    element.until = until;
    element.inkUntil = this.ink;
    element.pieceUntil = this.pieces.length;
  }

  /** The index of the innermost open element that fits, or -1. */
  private lastOpen(fits: (element: Element) => boolean): number {
    let at = this.open.length - 1;
    while (at >= 0 && !fits(this.open[at] as Element)) at--;
    return at;
  }

  private table(): Element | undefined {
    return this.open[this.lastOpen((element) => element.name === 'table')];
  }

  private element(name: string, parent: Element | undefined, from: number): Element {
    const ink = this.ink;
    const piece = this.pieces.length;
    return {
      name,
      parent,
      from,
      until: from,
      inkFrom: ink,
      inkUntil: ink,
      pieceFrom: piece,
      pieceUntil: piece,
      rows: [],
    };
  }

  /** Later kinds of start win over earlier ones; of one kind the first. */
  private startsAt(at: number, kind: number): void {
    if (kind <= this.startedBy) return;
    this.start = at;
    this.startedBy = kind;
  }
}
