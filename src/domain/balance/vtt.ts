import { Tokenizer } from 'htmlparser2';
import { Refusal } from '../refusal';
import { eachBlock } from './cueBlocks';
import type { Cue, Speech } from './types';

/** WebVTT as Teams writes it (TR2, TR3). Refuses talk/empty, talk/no-transcript, talk/no-speakers, talk/too-large (TR5). */
export function speechFromVtt(text: string): Speech {
  const cues: Cue[] = [];
  const blocks = eachVoice(text, (speaker, from, until) => cues.push({ speaker, from, until }));
  if (blocks === 0) throw new Refusal(isBlank(text) ? 'talk/empty' : 'talk/no-transcript');
  return speechOf(cues, { absolute: false, exact: true });
}

/** Nothing, or a header and nothing behind it. */
export const isBlank = (text: string): boolean => /^(?:WEBVTT[^\n]*)?$/.test(text.trim());

/** What was read, oldest first. Refuses what holds no time or no name. */
export function speechOf(cues: readonly Cue[], how: Omit<Speech, 'cues'>): Speech {
  const timed = cues.filter(({ from, until }) => from < until);
  if (timed.length === 0) throw new Refusal('talk/empty');
  if (timed.every(({ speaker }) => speaker === null)) throw new Refusal('talk/no-speakers');
  return { cues: timed.sort((one, other) => one.from - other.from), ...how };
}

/** Each voice of each cue, null where a cue has none (TR3); tells how many cues there were. */
export function eachVoice(
  text: string,
  take: (speaker: string | null, from: number, until: number) => void,
): number {
  const names = new Map<string, string | null>();
  const nameOf = (annotation: string): string | null => {
    let name = names.get(annotation);
    if (name === undefined) names.set(annotation, (name = shownName(annotation)));
    return name;
  };
  return eachBlock(text, (from, until, payload) => {
    let voices = 0;
    // One pass, however many tags never end.
    for (let at = payload.indexOf('<v'); at >= 0; at = payload.indexOf('<v', at + 2)) {
      const end = payload.indexOf('>', at);
      if (end < 0) break;
      const annotation = annotationOf(payload.slice(at + 2, end));
      if (annotation === undefined) continue;
      voices++;
      take(nameOf(annotation), from, until);
      at = end - 1;
    }
    if (voices === 0) take(null, from, until);
  });
}

/** Of a voice tag, `<v Name>` or `<v.loud.first Name>`, what stands behind its classes; undefined for another tag. */
function annotationOf(tag: string): string | undefined {
  if (tag !== '' && !/^[.\t\n\f\r ]/.test(tag)) return undefined;
  const space = tag.search(/[\t\n\f\r ]/);
  return space < 0 ? '' : tag.slice(space);
}

/** A name with its character references resolved; null for none. */
function shownName(annotation: string): string | null {
  const name = annotation.replace(/[\t\n\f\r ]+/g, ' ').trim();
  if (name === '') return null;
  return name.includes('&') ? decoded(name) : name;
}

function decoded(text: string): string {
  // A bare '<' would open a tag for the tokenizer.
  const source = text.replaceAll('<', '&lt;');
  let out = '';
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (from, until) => (out += source.slice(from, until)),
      ontextentity: (point) => (out += String.fromCodePoint(point)),
      onopentagname: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      oncomment: nothing,
      oncdata: nothing,
      onattribname: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return out;
}
