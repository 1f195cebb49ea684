import { type Failure, PortFailure } from '../../app/ports/failure';

/** What a refused Office call means to the port; numbers of Office.js 1.1.110. Nothing of its text is kept. */
export function failureOfCode(code: number): Failure {
  switch (code) {
    case 7000: // The manifest does not ask for the permission.
    case 9017:
    case 9033: // One occurrence of a series has no repetition of its own.
    case 9038:
    case 9047:
      return { kind: 'denied' };
    case 9041:
      return { kind: 'offline' };
    case 5001:
    case 9021:
    case 9040:
    case 9042:
      return { kind: 'unavailable' };
    case 9030: // Another item is shown by now.
    case 9049:
      return { kind: 'notFound' };
    default:
      return { kind: 'refused', code: String(code) };
  }
}

/** Office.js refuses wrong arguments by throwing; everything becomes the port's own error. */
export function portFailure(error: unknown): PortFailure {
  if (error instanceof PortFailure) return error;
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'number') return new PortFailure(failureOfCode(code));
  return new PortFailure({ kind: 'refused', code: typeof name === 'string' ? name : 'unknown' });
}
