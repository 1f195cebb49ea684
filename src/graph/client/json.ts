import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Answer, Call, Graph, Operation } from './call';
import { orFail, succeed } from './failures';

/** The text as what the schema says; unknown fields are dropped, a wrong shape fails with malformed. */
export function parseAs<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PortFailure({ kind: 'malformed' });
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (!result.success) throw new PortFailure({ kind: 'malformed' });
  return result.output;
}

/** Sends and reads the answer in one. */
export async function ask<S extends v.GenericSchema>(
  graph: Graph,
  schema: S,
  call: Call,
  operation: Operation,
): Promise<v.InferOutput<S>> {
  return parseAs(schema, (await succeed(graph, call, operation)).text);
}

/** Pages may be empty and still have a next one; a listing with more of them than this has no end. */
const MOST_PAGES = 100;

/**
 * All items of a listing, page by page, at most `limit` of them; an item of a wrong shape fails the listing. `arrived` hears
 * of each page.
 */
export async function askAll<S extends v.GenericSchema>(
  graph: Graph,
  item: S,
  call: Call,
  operation: Operation,
  limit: number,
  arrived: (page: readonly v.InferOutput<S>[]) => void = () => undefined,
): Promise<readonly v.InferOutput<S>[]> {
  const page = v.object({ value: v.array(item), '@odata.nextLink': v.optional(v.string()) });
  const items: v.InferOutput<S>[] = [];
  let answer: Answer = await graph.send(call, operation);
  for (let pages = 1; ; pages++) {
    const read = parseAs(page, orFail(answer, call, operation).text);
    items.push(...read.value);
    arrived(read.value);
    const next = read['@odata.nextLink'];
    if (next === undefined || items.length >= limit) return items.slice(0, limit);
    if (pages === MOST_PAGES) throw new PortFailure({ kind: 'malformed' });
    answer = await graph.sendNext(next, call.headers, operation);
  }
}
