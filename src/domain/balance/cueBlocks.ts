import { Refusal } from '../refusal';

/** Characters of a text that are read; more than the bytes of a day's transcript. */
export const LONGEST_TEXT = 16 * 1024 * 1024;
/** Cues of one transcript: a day of three-second cues has 28,800. */
export const MOST_CUES = 200_000;

/** A cue as it stands there; reversed and empty ones too. */
export type Block = { readonly from: number; readonly until: number; readonly payload: string };

const TIME = String.raw`-?(?:\d{1,9}:-?)?\d{1,9}:-?\d{1,9}(?:[.,]-?\d{1,9})?`;
const TIMING = new RegExp(String.raw`^\s*(${TIME})\s*-->\s*(${TIME})(?=\s|$)`);

/** Milliseconds from and until; undefined for a line that is no timing (TR2). */
export function timingOf(line: string): { readonly from: number; readonly until: number } | undefined {
  // Most lines are speech: what cannot be a timing is told by a look at one word.
  if (!line.includes('-->')) return undefined;
  const [, from, until] = TIMING.exec(line) ?? [];
  return from === undefined || until === undefined
    ? undefined
    : { from: millisecondsOf(from), until: millisecondsOf(until) };
}

/** Hours and fraction may be missing; an unpadded fraction is a whole number of milliseconds. */
function millisecondsOf(time: string): number {
  const [clock = '', fraction = ''] = time.replaceAll('-', '').split(/[.,]/);
  const [seconds = 0, minutes = 0, hours = 0] = clock.split(':').reverse().map(Number);
  // More than three figures can only be parts of a second.
  const rest = Number(fraction.length > 3 ? fraction.slice(0, 3) : fraction);
  const all = ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;
  return time.includes('-') ? -all : all;
}

/**
 * Takes the cues of a WebVTT in the order of the file: a line of times, and what stands behind it up to an empty line or the
 * next times. Everything else is passed over: header, ids, notes, styles. Refuses talk/too-large; tells how many there were.
 */
export function eachBlock(text: string, take: (block: Block) => void): number {
  if (text.length > LONGEST_TEXT) throw new Refusal('talk/too-large', { longest: LONGEST_TEXT });
  let cues = 0;
  let open: { readonly from: number; readonly until: number } | undefined;
  let payload = '';
  const close = (): void => {
    if (open !== undefined) take({ ...open, payload });
    open = undefined;
    payload = '';
  };
  for (const line of linesOf(text)) {
    const timing = timingOf(line);
    if (timing !== undefined) {
      close();
      if (++cues > MOST_CUES) throw new Refusal('talk/too-large', { cues: MOST_CUES });
      open = timing;
    } else if (open === undefined) continue;
    else if (line.trim() !== '') payload += payload === '' ? line : `\n${line}`;
    // Teams leaves a line empty between times and speech where it gives no names.
    else if (payload !== '') close();
  }
  close();
  return cues;
}

function* linesOf(text: string): Generator<string> {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  let from = plain.startsWith('\uFEFF') ? 1 : 0;
  while (from <= plain.length) {
    const end = plain.indexOf('\n', from);
    const until = end < 0 ? plain.length : end;
    yield plain.slice(from, until);
    from = until + 1;
  }
}
