import { appendFileSync } from 'node:fs';

export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody?: unknown;
};

/** Appends exchanges to a file, a line of JSON each; without a file it does nothing. */
export function logTo(file: string | undefined): (exchange: Exchange) => void {
  if (file === undefined) return () => undefined;
  return (exchange) => {
    const line = { ...exchange, requestBody: parsed(exchange.requestBody) };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
