import type { Body } from './body';
import { plainText } from './plainText';

const RULER = /^_{20,}$/;
const JOIN_LINK =
  /https:\/\/(?:[a-z0-9-]+\.)?teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet|dl\/launcher)/i;
/** How far behind its ruler a join block has its link at the latest. */
const REACH = 30_000;
const KEPT = new Set(['', 'html', 'body', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);

/**
 * Where the join block that Teams writes starts: at the outermost element that shows nothing before its line of
 * underscores. Undefined without such a line or without a join link soon behind it; the link is only looked at.
 */
export function joinBlockAt({ source, pieces }: Body): number | undefined {
  let link = -1;
  for (const piece of pieces) {
    if (!RULER.test(plainText(piece.text))) continue;
    if (link < piece.until) link = nextLink(source, piece.until);
    if (link < 0) return undefined;
    if (link - piece.until > REACH) continue;
    let at = piece.from;
    for (let element = piece.element; !KEPT.has(element.name); element = element.parent) {
      if (element.inkFrom !== piece.inkFrom) break;
      at = element.from;
      if (element.parent === undefined) break;
    }
    return at;
  }
  return undefined;
}

/** Whether a body, as HTML, holds the link of a Teams meeting at all. It is looked at, never followed. */
export function hasJoinLink(body: string): boolean {
  return nextLink(body, 0) >= 0;
}

function nextLink(source: string, from: number): number {
  const found = source.slice(from).search(JOIN_LINK);
  return found < 0 ? -1 : from + found;
}
