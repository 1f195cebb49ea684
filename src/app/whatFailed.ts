import { Refusal, type RefusalCode } from '../domain/refusal';
import { type Failure, PortFailure } from './ports/failure';

/** What a step that threw tells the person; undefined for what the person cancelled. */
export type WhatFailed =
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly data: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A fault of ours is reported to whoever keeps the surface, and reads like an answer that made no sense. */
export function whatFailed(error: unknown, report: (fault: unknown) => void): WhatFailed | undefined {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: error.data };
  if (error instanceof PortFailure)
    return error.failure.kind === 'cancelled' ? undefined : { kind: 'failed', failure: error.failure };
  report(error);
  return { kind: 'failed', failure: { kind: 'malformed' } };
}
