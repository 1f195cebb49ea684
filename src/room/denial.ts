import * as v from 'valibot';
import { PortFailure } from '../app/ports/failure';
import type { Denial } from '../app/ports/room';

export type Denied = { readonly why: Denial; readonly claims?: string };

const DENIALS = v.picklist([
  'notMember',
  'notItsTime',
  'signIn',
  'consent',
  'unknown',
  'newerRoom',
  'tooMuch',
]);

/** What the reason of a refused authentication says (`reasonOf` in wire.ts); what nobody knows is unknown. */
export function denialOf(reason: string): Denied {
  const [word, claims] = reason.split(' ');
  const why = v.safeParse(DENIALS, word);
  if (!why.success) return { why: 'unknown' };
  const plain = claims === undefined ? undefined : fromBase64url(claims);
  return { why: why.output, ...(plain !== undefined && { claims: plain }) };
}

/** Whether the reason of a closed document says that somebody may not be there. */
export const isDenial = (reason: string): boolean => v.is(DENIALS, reason.split(' ')[0]);

/** Why there is no token; null when only the network is missing. */
export function denialWithoutToken(fault: unknown): Denied | null {
  if (!(fault instanceof PortFailure)) return { why: 'unknown' };
  switch (fault.failure.kind) {
    case 'offline':
    case 'unavailable':
    case 'throttled':
      return null;
    case 'consent':
    case 'denied':
      return { why: 'consent' };
    case 'signIn':
    case 'cancelled':
      return { why: 'signIn' };
    default:
      return { why: 'unknown' };
  }
}

function fromBase64url(text: string): string | undefined {
  try {
    const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
