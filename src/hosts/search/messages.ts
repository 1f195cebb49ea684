import type { WeekPicture } from '../../domain/slots/picture';
import type { SlotAnswer, SlotRequest } from '../../domain/slots/types';
import type { RefusalCode } from '../../domain/refusal';

/** What the page asks its worker, one question at a time. */
export type Question = { readonly what: 'search' | 'picture'; readonly request: SlotRequest };

/** What the worker answers. An error of the program is no answer: it ends in the worker's error event. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly value: SlotAnswer | WeekPicture }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly data: Record<string, string | number> };
