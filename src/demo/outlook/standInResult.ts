/** What the host answered to a call. */
export type Answer = { readonly value: unknown } | { readonly code: number };
export type Send = (dispatchId: number, params: unknown, answered: (answer: Answer) => void) => void;

/** The callback is the last argument; options may stand before it. */
export function callbackOf(rest: readonly unknown[]): ((result: object) => void) | undefined {
  const last = rest.at(-1);
  return typeof last === 'function' ? (last as (result: object) => void) : undefined;
}

export function resultOf<T>(answer: Answer, read: ((value: unknown) => T) | undefined): object {
  if ('code' in answer) {
    const error = { code: answer.code, name: `Error${answer.code}`, message: `Office ${answer.code}` };
    return { status: 'failed', error };
  }
  return { status: 'succeeded', value: read === undefined ? answer.value : read(answer.value) };
}
