import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import type { Answer, Call, Graph, Operation } from '../client/call';
import { failureOf } from '../client/failures';

/** What the service says inside of a refusal, by the name under which the port tells it (GT3). */
const INNER: Readonly<Record<string, string>> = {
  GraphAccessToTranscriptsDisabled: 'transcriptsOff',
  SpeakerAttributionNotAllowed: 'attributionOff',
};

const REFUSAL = v.object({
  error: v.object({
    message: v.optional(v.string(), ''),
    innerError: v.optional(v.looseObject({ code: v.optional(v.string(), '') }), {}),
  }),
});

/** The answer when it is a success; fails with the port's own names where the service has a reason of its own. */
export async function succeedAt(graph: Graph, call: Call, operation: Operation): Promise<Answer> {
  return orRefuse(await graph.send(call, operation), call, operation);
}

export function orRefuse(answer: Answer, call: Call, operation: Operation): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const code = codeOf(answer);
  throw new PortFailure(
    code === undefined ? failureOf(answer, call, operation.tier) : { kind: 'refused', code },
  );
}

function codeOf({ status, text }: Answer): string | undefined {
  if (status === 402) return 'metered';
  if (status !== 403 && status !== 404) return undefined;
  // Where a text was asked for, a refusal arrives as one.
  const read = v.safeParse(REFUSAL, parsed(text));
  if (!read.success) return undefined;
  const { message, innerError } = read.output.error;
  if (/organizer id mismatch/i.test(message)) return 'notOrganiser';
  return Object.hasOwn(INNER, innerError.code) ? INNER[innerError.code] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
