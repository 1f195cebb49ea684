import { Refusal } from '../refusal';

/** Characters of a text that are read; more than the bytes of a day's transcript. */
export const LONGEST_TEXT = 16 * 1024 * 1024;
/** Cues of one transcript: a day of three-second cues has 28,800. */
export const MOST_CUES = 200_000;

/** A cue as it stands there; reversed and empty ones too. */
export type TakeBlock = (from: number, until: number, payload: string) => void;

const TIME = String.raw`(-?)(?:(\d{1,9}):(-?))?(\d{1,9}):(-?)(\d{1,9})(?:[.,](-?)(\d{1,9}))?`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?=\s|$)`);

/** Milliseconds from and until; undefined for a line that is no timing (TR2). */
export function timingOf(line: string): { readonly from: number; readonly until: number } | undefined {
  const parts = TIMING.exec(line);
  return parts === null ? undefined : { from: timeAt(parts, 1), until: timeAt(parts, 9) };
}

/** Hours and fraction may be missing; an unpadded fraction is a whole number of milliseconds. */
function timeAt(parts: readonly (string | undefined)[], at: number): number {
  const fraction = parts[at + 7] ?? '';
  // More than three figures can only be parts of a second.
  const rest = Number(fraction.length > 3 ? fraction.slice(0, 3) : fraction);
  const minutes = Number(parts[at + 1] ?? 0) * 60 + Number(parts[at + 3]);
  const all = (minutes * 60 + Number(parts[at + 5])) * 1000 + rest;
  // .NET writes the sign before each part that is not zero.
  const negative =
    parts[at] === '-' || parts[at + 2] === '-' || parts[at + 4] === '-' || parts[at + 6] === '-';
  return negative ? -all : all;
}

/**
 * Takes the cues of a WebVTT in the order of the file: a line of times, and what stands behind it up to an empty line or the
 * next times. Everything else is passed over: header, ids, notes, styles. Refuses talk/too-large; tells how many there were.
 */
export function eachBlock(text: string, take: TakeBlock): number {
  if (text.length > LONGEST_TEXT) throw new Refusal('talk/too-large', { longest: LONGEST_TEXT });
  const plain = text.replace(/\r\n?/g, '\n');
  let cues = 0;
  let open: { readonly from: number; readonly until: number } | undefined;
  let behind = 0;
  const close = (until: number): void => {
    if (open !== undefined) take(open.from, open.until, payloadOf(plain.slice(behind, until)));
  };
  for (let arrow = plain.indexOf('-->'); arrow >= 0; arrow = plain.indexOf('-->', behindLine(plain, arrow))) {
    const line = plain.lastIndexOf('\n', arrow) + 1;
    const end = behindLine(plain, arrow);
    const timing = timingOf(plain.slice(line, end));
    // Somebody's words.
    if (timing === undefined) continue;
    close(line);
    if (++cues > MOST_CUES) throw new Refusal('talk/too-large', { cues: MOST_CUES });
    open = timing;
    behind = end;
  }
  close(plain.length);
  return cues;
}

const behindLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

const NO_SPEECH = /^(?:NOTE|STYLE|REGION)\b|^[^\n]*-->/;

/** Up to the first empty line. Teams leaves one between times and speech where it gives no names. */
function payloadOf(behind: string): string {
  const from = behind.search(/\S/);
  if (from < 0) return '';
  const rest = behind.slice(from);
  if (behind.lastIndexOf('\n', from) > 0 && NO_SPEECH.test(rest)) return '';
  const end = rest.search(/\n[^\S\n]*\n/);
  return end < 0 ? rest : rest.slice(0, end);
}
