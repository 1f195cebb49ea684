import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Call, Graph, Operation } from '../client/call';
import { parseAs } from '../client/json';
import { orRefuse } from './refusals';

const FOUND = v.object({ value: v.array(v.object({ id: v.pipe(v.string(), v.minLength(1)) })) });

/**
 * The id under which Teams keeps the meeting of that address. The address goes as it stands, with whatever is encoded in
 * it: the service compares it so. Only who organises finds it (GT1, GT2).
 */
export async function meetingIdOf(
  graph: Graph,
  joinUrl: string,
  me: string | undefined,
  operation: Operation,
): Promise<string> {
  const call: Call = {
    method: 'GET',
    path: '/me/onlineMeetings',
    query: { $filter: `JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`, $select: 'id' },
  };
  const answer = await graph.send(call, operation);
  const [found] = parseAs(FOUND, orNotOurs(() => orRefuse(answer, call, operation)).text).value;
  if (found !== undefined) return found.id;
  // Nobody is told of somebody else's meeting; the address says whose it is.
  const organiser = organiserIn(joinUrl);
  const others = organiser !== undefined && me !== undefined && organiser !== me.toLowerCase();
  throw new PortFailure(others ? NOT_OURS : { kind: 'notFound' });
}

const NOT_OURS = { kind: 'refused', code: 'notOrganiser' } as const;

/** About a meeting that the address names, not found and denied mean the same: it is not this person's. */
function orNotOurs<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const kind = error instanceof PortFailure ? error.failure.kind : undefined;
    throw kind === 'denied' || kind === 'notFound' ? new PortFailure(NOT_OURS) : error;
  }
}

/** Who organises, as the address of a meeting tells it: `context={"Tid":…,"Oid":…}`. */
function organiserIn(joinUrl: string): string | undefined {
  if (!URL.canParse(joinUrl)) return undefined;
  const context = new URL(joinUrl).searchParams.get('context') ?? '';
  return /"Oid"\s*:\s*"([0-9a-f-]{36})"/i.exec(context)?.[1]?.toLowerCase();
}
