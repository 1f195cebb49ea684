import { randomUUID } from 'node:crypto';
import type { Reply } from '../types';

/** A refusal with the status, code and sentence of the service. */
export class GraphError extends Error {
  override readonly name = 'GraphError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** What parts of the service say in `innerError` beside the usual. */
    readonly inner: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** A body, a header or a query that the service does not take. */
export const badRequest = (message: string, code = 'BadRequest'): GraphError =>
  new GraphError(400, code, message);

export const itemNotFound = (): GraphError =>
  new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/** The envelope in which every refusal arrives. */
export function errorReply(
  error: GraphError,
  at: { readonly now: number; readonly clientId?: string | undefined },
): Reply {
  const requestId = randomUUID();
  return {
    status: error.status,
    headers: error.headers,
    body: {
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          ...error.inner,
          date: new Date(at.now).toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': at.clientId ?? requestId,
        },
      },
    },
  };
}
