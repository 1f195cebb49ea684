import { Refusal } from '../refusal';
import type { Speech } from './types';

/** WebVTT as Teams writes it. Refuses talk/empty, talk/no-transcript, talk/no-speakers, talk/too-large. */
export function speechFromVtt(text: string): Speech {
  throw new Refusal('talk/no-transcript', { length: text.length });
}
