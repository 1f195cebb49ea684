import { type Failure, PortFailure, type Tier } from '../../app/ports/failure';
import type { Answer, Call, Graph, Operation } from './call';
import { isThrottled } from './retry';

/** Graph's error, as much of it as decides what happens next; its sentences go no further than this file. */
export type ServiceError = {
  readonly code: string;
  /** The service names what is missing from the token. */
  readonly lacksScope: boolean;
  /** Events: the one that an earlier create with the same key made. */
  readonly existingEventId?: string;
};

export function serviceErrorOf(text: string): ServiceError {
  const error = fieldOf(parsed(text), 'error');
  const code = stringOf(fieldOf(error, 'code'));
  const existing = stringOf(fieldOf(error, '@event.existingEventId'));
  return {
    // Codes are names; anything else is a sentence, and may hold what nobody should repeat.
    code: /^[A-Za-z0-9_.-]{1,80}$/.test(code) ? code : 'unnamed',
    lacksScope: /^Missing scope/i.test(stringOf(fieldOf(error, 'message'))),
    ...(existing !== '' && { existingEventId: existing }),
  };
}

/** Codes with which a service says that the token does not carry what the call needs. */
const CONSENT: ReadonlySet<string> = new Set(['authorization_requestdenied', 'missingscope']);
/** The same words for a missing scope and for somebody else's thing; about one's own mailbox or drive, the former. */
const OWN_DENIED: ReadonlySet<string> = new Set(['erroraccessdenied', 'accessdenied']);

/** What an answer that is not a success means to the port's caller. */
export function failureOf(answer: Answer, call: Call, tier: Tier): Failure {
  const { status } = answer;
  if (status === 401) return { kind: 'signIn' };
  if (status === 403) return forbidden(serviceErrorOf(answer.text), call, tier);
  if (status === 404 || status === 410) return { kind: 'notFound' };
  if (status === 409 || status === 412) return { kind: 'conflict' };
  if (isThrottled(status)) return { kind: 'throttled', retryAfterMs: 0 };
  if (status === 408 || status >= 500) return { kind: 'unavailable' };
  if (status >= 400) return refused(serviceErrorOf(answer.text).code);
  return { kind: 'malformed' };
}

/** An id that no store can have given out names nothing. */
function refused(code: string): Failure {
  return code === 'ErrorInvalidIdMalformed' ? { kind: 'notFound' } : { kind: 'refused', code };
}

function forbidden(error: ServiceError, call: Call, tier: Tier): Failure {
  const code = error.code.toLowerCase();
  // Changing one thing that could be read before is a matter of whose it is, not of consent.
  const ownAndNew = /^\/me(\/|$)/.test(call.path) && (call.method === 'GET' || call.method === 'POST');
  const consent = CONSENT.has(code) || error.lacksScope || (ownAndNew && OWN_DENIED.has(code));
  return consent ? { kind: 'consent', tier } : { kind: 'denied' };
}

/** The answer when it is a success; fails with what it means otherwise. */
export async function succeed(graph: Graph, call: Call, operation: Operation): Promise<Answer> {
  return orFail(await graph.send(call, operation), call, operation);
}

export function orFail(answer: Answer, call: Call, operation: Operation): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new PortFailure(failureOf(answer, call, operation.tier));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Gateways answer in HTML; the status alone then says what happened.
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
