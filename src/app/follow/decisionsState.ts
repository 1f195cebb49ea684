/** The slice of the decisions. */
export type DecisionsState = { readonly search: string };

export const NO_DECISIONS: DecisionsState = { search: '' };
