import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '../types';
import { GraphError } from './errors';

/** More than any request that the product makes. */
const MOST_BYTES = 16 * 1024 * 1024;
const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** The whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new GraphError(413, 'RequestEntityTooLarge', 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The headers of a request by their name in lower case, each as one text. */
export function headersOf(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

export function sendReply(response: ServerResponse, reply: Reply, clientId: string | undefined): void {
  const requestId = randomUUID();
  response.statusCode = reply.status;
  response.setHeader('request-id', requestId);
  response.setHeader('client-request-id', clientId ?? requestId);
  response.setHeader('Cache-Control', 'private');
  response.setHeader('OData-Version', '4.0');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.body === undefined) {
    response.end();
    return;
  }
  if (Buffer.isBuffer(reply.body)) {
    response.end(reply.body);
    return;
  }
  response.setHeader('Content-Type', JSON_TYPE);
  response.end(JSON.stringify(reply.body));
}
