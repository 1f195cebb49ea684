import type { Body, Element, Piece } from './body';
import { plainText } from './plainText';
import type { Agenda, AgendaItem, AgendaKind, Language } from './types';
import type { AgendaWords } from './words';

/** An agenda of ours in a body: what it says, and the stretches of the source that are it, in order. */
export type FoundAgenda = {
  readonly agenda: Agenda;
  readonly stretches: readonly Stretch[];
};

/** Half-open, offsets into the source. */
export type Stretch = { readonly from: number; readonly until: number };

/** A plan is an hour at most, of items of a minute at least; what goes far beyond was written by no plan. */
const MOST_ITEMS = 200;

type Words = readonly (readonly [Language, AgendaWords])[];

/**
 * The first agenda of the body: our marker, then our table. A table that a mail system took apart is read from its lines
 * as long as none is missing (SPEC AG5); anything less is none of ours.
 */
export function findAgenda({ pieces, source }: Body, words: Words): FoundAgenda | undefined {
  const markers = words.map(([language, table]) => ({ language, table, text: sameText(table.marker) }));
  const shortest = Math.min(...markers.map(({ text }) => text.length));
  for (const [at, piece] of pieces.entries()) {
    // Most pieces are told apart by their length alone; a body may have half a million.
    if (piece.text.length < shortest) continue;
    const text = sameText(piece.text);
    // A heading that lost its tags goes on behind whatever text stood before it.
    for (const { language, table } of markers.filter((marker) => text.endsWith(marker.text))) {
      const found = readTable(pieces, at, language, table) ?? readLines(pieces, at, language, table);
      if (found === undefined) continue;
      const alone = text === sameText(table.marker);
      const marker = alone ? stretchOf(piece) : markerBehindText(source, piece, table.marker);
      return { agenda: found.agenda, stretches: [marker, ...found.stretches] };
    }
  }
  return undefined;
}

/** The marker at the end of other text; nothing, at that end, when it is not written there letter by letter. */
function markerBehindText(source: string, { from, until }: Piece, marker: string): Stretch {
  const at = source.lastIndexOf(marker, until);
  const plain = at >= from && source.slice(at + marker.length, until).replace(/<[^<>]*>|[\s:]/g, '') === '';
  return plain ? { from: at, until: at + marker.length } : { from: until, until };
}

/** How an absent owner or an empty title is shown: a cell is never empty. A text of dashes alone gets one more. */
export const NOTHING = '—';

/** What stands in a cell for a text. */
export function cellText(text: string): string {
  const plain = plainText(text);
  return /^—*$/.test(plain) ? plain + NOTHING : plain;
}

function textOfCell(cell: string): string {
  const plain = plainText(cell);
  return /^—+$/.test(plain) ? plain.slice(1) : plain;
}

function readTable(
  pieces: readonly Piece[],
  marker: number,
  language: Language,
  words: AgendaWords,
): FoundAgenda | undefined {
  const table = tableOf(pieces[marker + 1]);
  if (table === undefined || table.pieceFrom !== marker + 1) return undefined;
  const items: AgendaItem[] = [];
  const kinds = kindsOf(words);
  for (const [at, row] of table.rows.filter((cells) => cells.length > 0).entries()) {
    if (at === 0 && row.length !== 5) return undefined;
    const cells = row.map((cell) => textIn(pieces, cell));
    while (cells.length > 5 && cells.at(-1) === '') cells.pop();
    if (at === 0) {
      if (!isHead(cells, words)) return undefined;
    } else if (isTotal(cells[0] ?? '', words)) {
      break;
    } else if (cells.some((cell) => cell !== '')) {
      const item = cells.length === 5 ? itemOf(cells, kinds) : undefined;
      if (item === undefined) return undefined;
      items.push(item);
    }
  }
  if (items.length === 0 || items.length > MOST_ITEMS) return undefined;
  const alone = outermost(table, table, () => true);
  return {
    agenda: { language, items },
    stretches: [{ from: alone.from, until: alone.until }],
  };
}

/** Five lines an item, numbered without a gap, and the total behind the last: then no line can be taken for another. */
function readLines(
  pieces: readonly Piece[],
  marker: number,
  language: Language,
  words: AgendaWords,
): FoundAgenda | undefined {
  const line = (at: number) => plainText(pieces[at]?.text ?? '');
  const five = (at: number) => [0, 1, 2, 3, 4].map((place) => line(at + place));
  if (!isHead(five(marker + 1), words)) return undefined;
  const kinds = kindsOf(words);
  const items: AgendaItem[] = [];
  let at = marker + 6;
  for (; at + 5 < pieces.length && line(at) === String(items.length + 1); at += 5) {
    const item = itemOf(five(at), kinds);
    if (item === undefined) return undefined;
    items.push(item);
  }
  if (items.length === 0 || items.length > MOST_ITEMS || !isTotal(line(at), words)) return undefined;
  return { agenda: { language, items }, stretches: pieces.slice(marker + 1, at + 1).map(stretchOf) };
}

function itemOf(cells: readonly string[], kinds: ReadonlyMap<string, AgendaKind>): AgendaItem | undefined {
  const [, box = '', label = '', title = '', leader = ''] = cells;
  const minutes = Number(/^(\d{1,3}) ?min\.?$/i.exec(plainText(box))?.[1]);
  const kind = kinds.get(sameText(label));
  if (kind === undefined || !(minutes >= 1)) return undefined;
  const owner = textOfCell(leader);
  return { kind, title: textOfCell(title), minutes, ...(owner !== '' && { owner }) };
}

/** Labels are compared as people see them: by no case, no white space around, no way of writing accents. */
function sameText(text: string): string {
  return plainText(text).normalize('NFC').toLowerCase().replace(/ ?:$/, '');
}

function isHead(cells: readonly string[], { columns }: AgendaWords): boolean {
  return columns.every((column, at) => sameText(column) === sameText(cells[at] ?? ''));
}

function isTotal(text: string, { total }: AgendaWords): boolean {
  const [label = '', rest] = sameText(text).split(/ ?: ?/);
  return label === sameText(total) && /^\d{1,4} ?min\.?$/.test(rest ?? '');
}

function kindsOf({ kinds }: AgendaWords): ReadonlyMap<string, AgendaKind> {
  return new Map(Object.entries(kinds).map(([kind, label]) => [sameText(label), kind as AgendaKind]));
}

function tableOf(piece: Piece | undefined): Element | undefined {
  let element = piece?.element;
  while (element !== undefined && element.name !== 'table') element = element.parent;
  return element;
}

function textIn(pieces: readonly Piece[], cell: Element): string {
  return plainText(
    pieces
      .slice(cell.pieceFrom, cell.pieceUntil)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** A line of ours with the heading or paragraph that holds nothing else; else the bare text, so that tags stay in pairs. */
function stretchOf(piece: Piece): Stretch {
  const { from, until } = outermost(
    piece,
    piece.element,
    (name, first) => first || /^(?:h[1-6]|p)$/.test(name),
  );
  return { from, until };
}

const KEPT = new Set(['', 'html', 'body', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption']);
const INLINE = new Set(['b', 'strong', 'i', 'em', 'u', 'span', 'font', 'big', 'small', 'a', 'ins', 'o:p']);

/**
 * The outermost element around something that shows nothing else: through inline ones, the first block, and further only
 * where `takes` says so. The thing itself when there is none.
 */
function outermost<T extends Stretch & { readonly inkFrom: number; readonly inkUntil: number }>(
  thing: T,
  start: Element,
  takes: (name: string, firstBlock: boolean) => boolean,
): Stretch {
  let best: Stretch = thing;
  let blocks = 0;
  for (let element: Element | undefined = start; element !== undefined; element = element.parent) {
    if (element.inkFrom < thing.inkFrom || element.inkUntil > thing.inkUntil) break;
    if (KEPT.has(element.name) && element !== (thing as unknown)) break;
    if (element.inkFrom !== thing.inkFrom || element.inkUntil !== thing.inkUntil) continue;
    const inline = INLINE.has(element.name);
    if (inline || takes(element.name, blocks === 0)) best = element;
    if (!inline) blocks++;
  }
  return best;
}
