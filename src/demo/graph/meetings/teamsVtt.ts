import { createHash } from 'node:crypto';
import type { SpokenCue, Transcript } from './artefacts';

/** Teams cuts what somebody says into cues of a few seconds, which share borders. */
const LONGEST_CUE = 5_000;

type Piece = SpokenCue & { readonly id: string };

/** `text/vtt` as Teams writes it: cut cues, times without padding, names as voices. */
export function vttOf(transcript: Transcript): string {
  const cues = piecesOf(transcript).map(({ id, name, from, until, text }) => {
    const said = escaped(text);
    return [
      id,
      `${timeOf(from - transcript.from)} --> ${timeOf(until - transcript.from)}`,
      name === null ? said : `<v ${escaped(name)}>${said}</v>`,
    ].join('\r\n');
  });
  return `WEBVTT\r\n\r\n${cues.join('\r\n\r\n')}\r\n`;
}

/** The same without names, for tenants that keep them back; it has no header. */
export function unattributedOf(transcript: Transcript): string {
  const cues = piecesOf(transcript).map(
    ({ from, until, text }) =>
      `${timeOf(from - transcript.from)} --> ${timeOf(until - transcript.from)}\r\n${escaped(text)}`,
  );
  return `${cues.join('\r\n\r\n')}\r\n`;
}

/** `metadataContent`: the payload of each cue is JSON with absolute times. */
export function metadataOf(transcript: Transcript): string {
  const cues = piecesOf(transcript).map(({ id, name, from, until, text }) => {
    const payload = {
      startDateTime: new Date(from).toISOString().replace('Z', '0000Z'),
      endDateTime: new Date(until).toISOString().replace('Z', '0000Z'),
      speakerName: name ?? '',
      spokenText: text,
      spokenLanguage: transcript.language,
    };
    const times = `${timeOf(from - transcript.from)} --> ${timeOf(until - transcript.from)}`;
    return `${id}\r\n${times}\r\n${JSON.stringify(payload)}`;
  });
  return `WEBVTT\r\n\r\n${cues.join('\r\n\r\n')}\r\n`;
}

function piecesOf({ id, cues }: Transcript): readonly Piece[] {
  const digits = createHash('sha256').update(id).digest('hex');
  const guid = [8, 4, 4, 4, 12].reduce<{ at: number; parts: readonly string[] }>(
    ({ at, parts }, length) => ({ at: at + length, parts: [...parts, digits.slice(at, at + length)] }),
    { at: 0, parts: [] },
  );
  return cues.flatMap((cue, turn) =>
    cutAt(cue).map((piece, part) => ({ ...piece, id: `${guid.parts.join('-')}/${turn + 1}-${part}` })),
  );
}

/** One turn as the pieces in which it is written; the words are dealt out over them. */
function cutAt(cue: SpokenCue): readonly SpokenCue[] {
  const count = Math.max(1, Math.ceil((cue.until - cue.from) / LONGEST_CUE));
  const words = cue.text.split(' ');
  const border = (nth: number) => Math.round(cue.from + ((cue.until - cue.from) * nth) / count);
  return Array.from({ length: count }, (_, nth) => ({
    ...cue,
    from: border(nth),
    until: border(nth + 1),
    text: words
      .slice(Math.round((words.length * nth) / count), Math.round((words.length * (nth + 1)) / count))
      .join(' '),
  }));
}

/** `0:0:5.320`, `0:1:6.90` for 90 ms; before the transcript began it is negative. */
export function timeOf(milliseconds: number): string {
  const whole = Math.abs(Math.round(milliseconds));
  const [hours, minutes] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60];
  const sign = milliseconds < 0 ? '-' : '';
  return `${sign}${hours}:${minutes}:${Math.floor(whole / 1000) % 60}.${whole % 1000}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
