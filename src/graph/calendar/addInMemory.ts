import * as v from 'valibot';
import type { AddInMemory } from '../../app/ports/addInMemory';
import { path, type Call, type Graph } from '../client/call';
import { ask } from '../client/json';

/** The ids under which Outlook knows us: the unified manifest's first, then that of the form for older Outlooks. */
export const ADD_INS = [
  '4a1f6d0e-5b0c-4f43-9d53-6e1c0b7a2f91',
  '4c09fcd2-4bd6-43c1-951a-b07a243f2825',
] as const;

/** The set of named properties in which Outlook keeps what add-ins store with an item. */
const SET = '{00020329-0000-0000-C000-000000000046}';
/** Ours among what one add-in may store; the name that hosts/outlook gives it. */
const NAME = 'cadencia';
const LONGEST = 2500;

const EVENT = v.object({
  singleValueExtendedProperties: v.nullish(
    v.array(v.object({ id: v.string(), value: v.nullish(v.string()) })),
  ),
});

const propertyId = (addIn: string): string => `String ${SET} Name cecp-${addIn}`;

/** The properties of all our forms of the add-in, in one request (GE11). */
export function createAddInMemory(graph: Graph): AddInMemory {
  return {
    async of(eventId, cancel) {
      const ids = ADD_INS.map((addIn) => `id eq '${propertyId(addIn)}'`).join(' or ');
      const call: Call = {
        method: 'GET',
        path: path`/me/events/${eventId}`,
        // Without `$select`: whether that leaves an expanded property in is not said.
        query: { $expand: `singleValueExtendedProperties($filter=${ids})` },
      };
      const { singleValueExtendedProperties: found } = await ask(graph, EVENT, call, {
        tier: 'plan',
        cancel,
      });
      const written = ADD_INS.map((addIn) => {
        // Spelled as it likes: the service answers the set and the id in another case.
        const wanted = propertyId(addIn).toLowerCase();
        return ours((found ?? []).find(({ id }) => id.toLowerCase() === wanted)?.value);
      });
      return written.find((one) => one !== undefined);
    },
  };
}

/** An add-in's properties stand there as one JSON object; it is untrusted like everything in a mailbox. */
function ours(value: string | null | undefined): string | undefined {
  if (value === null || value === undefined || value.length > 4 * LONGEST) return undefined;
  try {
    const all: unknown = JSON.parse(value);
    if (typeof all !== 'object' || all === null || !Object.hasOwn(all, NAME)) return undefined;
    const own = (all as Readonly<Record<string, unknown>>)[NAME];
    return typeof own === 'string' && own.length <= LONGEST ? own : undefined;
  } catch {
    return undefined;
  }
}
