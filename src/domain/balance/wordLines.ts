import { Refusal } from '../refusal';
import type { Speech } from './types';

/** The paragraphs of the Word file that Teams offers, line breaks as '\n'. Refuses as speechFromVtt does. */
export function speechFromLines(paragraphs: readonly string[]): Speech {
  throw new Refusal('talk/no-transcript', { paragraphs: paragraphs.length });
}
