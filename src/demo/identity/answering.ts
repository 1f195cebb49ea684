import type { IncomingMessage, ServerResponse } from 'node:http';
import { invalidRequest } from './refusal';

const MOST_BYTES = 16 * 1024;

/** Answers JSON that nobody may keep. */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}

/** The whole body; longer than any honest request is refused. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw invalidRequest('the body is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
