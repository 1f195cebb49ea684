import { Refusal } from '../refusal';
import type { Speech } from './types';

/** Graph's `metadataContent`: WebVTT whose cues are JSON, with absolute times. Refuses as speechFromVtt does. */
export function speechFromMetadata(text: string): Speech {
  throw new Refusal('talk/no-transcript', { length: text.length });
}
