import { Refusal } from '../refusal';
import { BodyReader } from './bodyReader';

/** Bytes of UTF-8 that are read of a body. */
export const LARGEST_BODY_BYTES = 1_048_576;

/** What of an untrusted body can be seen: its pieces of text in order, and where they stand in the source. */
export type Body = {
  readonly source: string;
  readonly pieces: readonly Piece[];
  /** Where the content starts: behind the body's start tag, else the head, the html tag or the doctype. */
  readonly start: number;
};

/** Text between two block boundaries, its white space not yet collapsed. Offsets are those of its first and last characters. */
export type Piece = {
  readonly text: string;
  readonly from: number;
  readonly until: number;
  /** The innermost element where it starts; what holds all of it may lie further out. */
  readonly element: Element;
  /** Visible characters of the body before it and up to its end. */
  readonly inkFrom: number;
  readonly inkUntil: number;
};

export type Element = {
  readonly name: string;
  readonly parent: Element | undefined;
  readonly from: number;
  /** Behind its end tag, or where something else ended it. */
  until: number;
  /** Visible characters of the body before it and up to its end: equal ink is equal content. */
  readonly inkFrom: number;
  inkUntil: number;
  /** Its pieces: `pieceFrom` ≤ index < `pieceUntil`. */
  readonly pieceFrom: number;
  pieceUntil: number;
  /** Of a table: its own rows of own cells. */
  readonly rows: Element[][];
};

const MARKUP =
  /<\/?(?:html|body|head|div|p|br|table|span|font|h[1-6]|ul|ol|li|b|strong|i|a|meta|pre|center)\b/i;

/** Reads a body, of HTML or of plain text; refuses more than 1 MB and more than 200 levels. */
export function readBody(source: string): Body {
  if (isLargerThan(source, LARGEST_BODY_BYTES)) throw new Refusal('agenda/body-too-large');
  const reader = new BodyReader(source);
  return MARKUP.test(source) ? reader.readHtml() : reader.readText();
}

function isLargerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  if (text.length * 3 <= bytes) return false;
  let size = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return size > bytes;
}
