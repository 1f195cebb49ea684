import type { SpeechReader } from '../../app/ports/speechReader';
import { speechFromMetadata } from '../../domain/balance/metadata';
import { speechFromVtt } from '../../domain/balance/vtt';
import { Refusal } from '../../domain/refusal';

/** Reads transcripts in a dedicated worker that lives as long as a reading. */
export function workerSpeechReader(): SpeechReader {
  return {
    text: async ({ kind, text }) => (kind === 'vtt' ? speechFromVtt(text) : speechFromMetadata(text)),
    file: async () => {
      throw new Refusal('talk/no-transcript');
    },
  };
}
