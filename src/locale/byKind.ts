/** One sentence for each member of a union: the compiler finds the missing one. */
export type ByKind<Union extends { readonly kind: string }, More extends readonly unknown[] = []> = {
  readonly [Kind in Union['kind']]: (value: Extract<Union, { readonly kind: Kind }>, ...more: More) => string;
};

/** The sentence of a value; `more` is what the sentence needs beside it. */
export function sayByKind<Union extends { readonly kind: string }, More extends readonly unknown[]>(
  sentences: ByKind<Union, More>,
  value: Union,
  ...more: More
): string {
  const say = sentences[value.kind as Union['kind']] as (value: Union, ...more: More) => string;
  return say(value, ...more);
}

/** Names of people and areas by id: they are data, never words of ours. */
export type Named = { person(id: string): string; area(id: string): string };
