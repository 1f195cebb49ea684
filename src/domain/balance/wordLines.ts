import { LONGEST_NAME } from '../plainName';
import { Refusal } from '../refusal';
import type { Instant } from '../time/types';
import { LONGEST_TEXT, MOST_CUES, timingOf } from './cueBlocks';
import type { Cue, Speech } from './types';
import { speechOf } from './vtt';

/**
 * The paragraphs of the Word file that Teams offers, line breaks as '\n', in both of its shapes (TR6). Refuses as
 * speechFromVtt does.
 */
export function speechFromLines(paragraphs: readonly string[]): Speech {
  const lines: Line[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    length += paragraph.length + 1;
    if (length > LONGEST_TEXT) throw new Refusal('talk/too-large', { longest: LONGEST_TEXT });
    let first = true;
    for (const part of paragraph.split('\n')) {
      const text = part.trim();
      if (text === '') continue;
      lines.push({ text, first });
      first = false;
    }
  }
  if (lines.length === 0) throw new Refusal('talk/empty');
  const timed = timedCues(lines);
  if (timed.length > 0) return speechOf(timed, { absolute: false, exact: true });
  const turns = headedTurns(lines);
  if (turns.length === 0) throw new Refusal('talk/no-transcript');
  const begun = begunIn(lines);
  return {
    ...speechOf(lengthened(turns), { absolute: false, exact: false }),
    ...(begun === undefined ? {} : { begun }),
  };
}

/** `first` of its paragraph; never empty. */
type Line = { readonly text: string; readonly first: boolean };

/** The older shape: a line of times, a name, and what was said. */
function timedCues(lines: readonly Line[]): readonly Cue[] {
  const cues: Cue[] = [];
  lines.forEach(({ text }, at) => {
    const timing = timingOf(text);
    if (timing === undefined) return;
    atMost(cues);
    const [name, said] = [lines[at + 1]?.text, lines[at + 2]?.text];
    const named =
      name !== undefined &&
      name.length <= LONGEST_NAME &&
      timingOf(name) === undefined &&
      said !== undefined &&
      timingOf(said) === undefined;
    cues.push({ speaker: named ? name.replace(/\s+/g, ' ') : null, ...timing });
  });
  return cues;
}

type Turn = { readonly speaker: string | null; readonly from: number; words: number };

const CLOCK = /(?:^|\s)(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;

/** The newer shape: a name and the second of the beginning, then what was said. What stands before is no speech. */
function headedTurns(lines: readonly Line[]): readonly Turn[] {
  // Teams leaves three spaces before the time; where somebody's program closed them up, one must do.
  const wide = turnsWith(lines, 2);
  return wide.length > 0 ? wide : turnsWith(lines, 1);
}

function turnsWith(lines: readonly Line[], spaces: number): readonly Turn[] {
  const turns: Turn[] = [];
  for (const { text, first } of lines) {
    const header = first || spaces > 1 ? headerOf(text, spaces) : undefined;
    const open = turns.at(-1);
    if (header !== undefined) {
      atMost(turns);
      turns.push({ ...header, words: 0 });
    } else if (open !== undefined) open.words += text.split(/\s+/).length;
  }
  return turns;
}

function headerOf(text: string, spaces: number): Omit<Turn, 'words'> | undefined {
  const clock = CLOCK.exec(text);
  if (clock === null) return undefined;
  const before = text.slice(0, clock.index + 1);
  const name = before.trimEnd();
  const [, hours = '0', minutes = '0', seconds = '0'] = clock;
  const from = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  if (clock.index === 0) return { speaker: null, from };
  if (name.length > LONGEST_NAME || before.length - name.length < spaces) return undefined;
  return { speaker: name.replace(/\s+/g, ' '), from };
}

/**
 * Words a second of who speaks slowly and of who speaks fast, in Spanish or English. Simulated meetings are missed by 1.9
 * points for the share of one of two areas, 1.3 for one of six people (tests/domain/balance/transcriptRough.test.ts).
 */
const SLOW = 2;
const FAST = 3;

/**
 * Only the beginnings are known (TR7): a turn lasts until the next one begins, but no longer than its words need when they
 * are said slowly, for then nobody spoke; and no shorter than when they are said fast, for then others spoke meanwhile.
 */
function lengthened(turns: readonly Turn[]): readonly Cue[] {
  const sorted = [...turns].sort((one, other) => one.from - other.from);
  return sorted.map(({ speaker, from, words }, at) => {
    const needs = Math.max(1, words) * 1000;
    const next = sorted[at + 1]?.from ?? Infinity;
    const lasts = Math.max(needs / FAST, Math.min(next - from, needs / SLOW));
    return { speaker, from, until: from + Math.round(lasts) };
  });
}

const MONTHS = [
  'jan ene',
  'feb',
  'mar',
  'apr abr',
  'may',
  'jun',
  'jul',
  'aug ago',
  'sep set',
  'oct',
  'nov',
  'dec dic',
];
const DATE =
  /^(?:(\d{1,2})\s(?:de\s)?(\p{L}+)|(\p{L}+)\s(\d{1,2})),?\s(?:de\s)?(\d{4}),?\s(\d{1,2}):(\d{2})\s?(?:([ap])\.?\s?m\b)?/iu;

/**
 * The minute in which the transcript began: a line of the newer shape's head, of UTC whatever zone its people are in (seen in
 * four exports of three zones, 2026). Its words belong to the file, in the language of whoever took it; other languages tell
 * nothing.
 */
function begunIn(lines: readonly Line[]): Instant | undefined {
  for (const { text } of lines.slice(0, 5)) {
    const date = DATE.exec(text);
    if (date === null) continue;
    const [, day = date[4], word = date[3], , , year, hour, minute, half] = date;
    const start = word?.slice(0, 3).toLowerCase() ?? '';
    const month = MONTHS.findIndex((names) => names.split(' ').includes(start));
    if (month < 0) continue;
    const hours =
      half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return Date.UTC(Number(year), month, Number(day), hours, Number(minute));
  }
  return undefined;
}

function atMost(read: readonly unknown[]): void {
  if (read.length >= MOST_CUES) throw new Refusal('talk/too-large', { cues: MOST_CUES });
}
