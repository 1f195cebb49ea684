import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { PortFailure } from '../../app/ports/failure';
import type { Call, Operation } from './call';

/** What our steps know of the request that passes through them; it rides along among the library's options. */
export type Sending = {
  readonly call: Call;
  readonly operation: Operation;
  readonly signal: AbortSignal;
  /** Tries that ended without a clear answer. */
  uncertain: number;
  /** What a step threw; the library would wrap it in an error that holds pieces of the response. */
  thrown?: unknown;
};

/** One step of the chain; it calls `next` as often as it needs to, and `context.response` is the last answer. */
export type Step = (context: Context, next: () => Promise<void>) => Promise<void>;

export const SENDING = 'sending';

export function sendingOf(context: Context): Sending {
  const sending = (context.options as Record<string, unknown> | undefined)?.[SENDING];
  if (sending === undefined) throw new Error('a request without its call');
  return sending as Sending;
}

/** The response that `next` must have left. */
export function responseOf(context: Context): Response {
  if (context.response === undefined) throw new Error('a step left no response');
  return context.response;
}

/** Our steps as the library's middleware, the first one outermost. */
export function middlewareOf(steps: readonly Step[]): Middleware {
  const run = (at: number, context: Context): Promise<void> => {
    const step = steps[at];
    if (step === undefined) throw new Error('the last step called next');
    return step(context, () => run(at + 1, context));
  };
  return {
    async execute(context) {
      try {
        await run(0, context);
      } catch (error) {
        sendingOf(context).thrown = error;
        throw new PortFailure({ kind: 'unavailable' });
      }
    },
  };
}

/** Headers of the request as a plain record with lower-case names. */
export function headersOf(context: Context): Record<string, string> {
  return Object.fromEntries(new Headers(context.options?.headers as HeadersInit | undefined).entries());
}
