import type { Speech } from '../../domain/balance/types';
import type { Cancellation } from './cancellation';
import type { TranscriptText } from './transcripts';

/**
 * Reads transcripts away from the page's own thread. Fails with a Refusal of `talk/…` for what is none; nothing of the text
 * is kept. Contract: tests/contracts/speechReaderContract.ts
 */
export interface SpeechReader {
  text(text: Pick<TranscriptText, 'kind' | 'text'>, cancel: Cancellation): Promise<Speech>;
  /** A file that somebody dropped: `.vtt` or the `.docx` that Teams offers, whatever its name says. At most 16 MB. */
  file(file: { readonly name: string; readonly bytes: ArrayBuffer }, cancel: Cancellation): Promise<Speech>;
}
