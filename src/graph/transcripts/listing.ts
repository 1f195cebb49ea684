import type * as v from 'valibot';
import type { Call, Graph, Operation } from '../client/call';
import { askAll } from '../client/json';
import { orRefuse } from './refusals';

/** All pages of a listing; the first answer is read for the service's own reasons. */
export async function listed<S extends v.GenericSchema>(
  graph: Graph,
  item: S,
  call: Call,
  operation: Operation,
  limit: number,
): Promise<readonly v.InferOutput<S>[]> {
  const reading: Graph = {
    ...graph,
    send: async (one, about) => orRefuse(await graph.send(one, about), one, about),
  };
  return askAll(reading, item, call, operation, limit);
}
