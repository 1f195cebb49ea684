import type { TranscriptText } from '../../app/ports/transcripts';
import type { Speech } from '../../domain/balance/types';
import type { RefusalCode } from '../../domain/refusal';

/** What a worker is asked, once. */
export type Question =
  | ({ readonly what: 'text' } & Pick<TranscriptText, 'kind' | 'text'>)
  | { readonly what: 'file'; readonly bytes: ArrayBuffer };

/** What it answers. An error of the program is no answer: it ends in the worker's error event. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly speech: Speech }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly data: Record<string, string | number> };
