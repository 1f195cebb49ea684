import { Refusal } from '../refusal';
import type { Interval, Instant } from '../time/types';
import { eachBlock } from './cueBlocks';
import type { Cue, Speech } from './types';
import { isBlank, speechOf } from './vtt';

/** Graph's `metadataContent`: WebVTT whose cues are JSON, with absolute times (TR4). Refuses as speechFromVtt does. */
export function speechFromMetadata(text: string): Speech {
  const read: Entry[] = [];
  const blocks = eachBlock(text, (from, until, payload) => {
    const entry = entryOf(payload);
    if (entry !== undefined) read.push({ ...entry, file: { from, until } });
  });
  if (blocks === 0 && !isBlank(text)) throw new Refusal('talk/no-transcript');
  if (blocks > 0 && read.length === 0) throw new Refusal('talk/no-speakers');
  const zero = zeroOf(read);
  const cues = read.map(({ speaker, stamps, file }): Cue => {
    // Stamps of whole seconds would swallow what is short: the file's own clock knows it better.
    if (zero !== undefined && (stamps === undefined || zero.whole))
      return { speaker, from: zero.at + file.from, until: zero.at + file.until };
    return { speaker, ...(stamps ?? file) };
  });
  return speechOf(cues, { absolute: zero !== undefined, exact: true });
}

type Entry = {
  readonly speaker: string | null;
  readonly stamps: Interval | undefined;
  /** Where the file's own clock has it. */
  readonly file: Interval;
};

/**
 * When the file's clock stood at zero; undefined where no cue tells. `whole` where the stamps are of whole seconds and the
 * clock never contradicts them: a stamp that was cut is up to a second early, so the latest is nearest.
 */
function zeroOf(read: readonly Entry[]): { readonly at: Instant; readonly whole: boolean } | undefined {
  let [first, latest, earliest]: [number | undefined, number, number] = [undefined, -Infinity, Infinity];
  let whole = true;
  for (const { stamps, file } of read) {
    if (stamps === undefined) continue;
    const zero = stamps.from - file.from;
    first ??= zero;
    latest = Math.max(latest, zero);
    earliest = Math.min(earliest, zero);
    whole &&= stamps.from % 1000 === 0 && stamps.until % 1000 === 0;
  }
  if (first === undefined) return undefined;
  const agree = whole && latest - earliest < 1000;
  return { at: agree ? latest : first, whole: agree };
}

function entryOf(payload: string): Omit<Entry, 'file'> | undefined {
  let told: unknown;
  try {
    told = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (typeof told !== 'object' || told === null) return undefined;
  const { speakerName, startDateTime, endDateTime } = told as Record<string, unknown>;
  const name = typeof speakerName === 'string' ? speakerName.replace(/\s+/g, ' ').trim() : '';
  const [from, until] = [instantOf(startDateTime), instantOf(endDateTime)];
  return {
    speaker: name === '' ? null : name,
    stamps: from === undefined || until === undefined ? undefined : { from, until },
  };
}

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/;

/** The service's stamps are of UTC, also where they do not say so; fractions of a second of any length. */
function instantOf(stamp: unknown): Instant | undefined {
  const [, seconds, fraction = '', zone = 'Z'] = (typeof stamp === 'string' ? STAMP.exec(stamp) : null) ?? [];
  if (seconds === undefined) return undefined;
  const instant = Date.parse(`${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  return Number.isNaN(instant) ? undefined : instant;
}
