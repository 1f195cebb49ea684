import { Refusal } from '../refusal';

/**
 * Speaker to whole milliseconds: the union of the speaker's cues; overlap counts for each speaker (TR1). Nobody's cues
 * count for nobody; a text that names nobody gives nothing. Refuses only what is too large.
 */
export function talkTimeFromVtt(text: string): Readonly<Record<string, number>> {
  throw new Refusal('talk/no-transcript', { length: text.length });
}
