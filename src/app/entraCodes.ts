/** What a number of Entra's asks for, in words of ours. */
export type EntraTrouble =
  /** Nobody has consented yet; the person may be able to. */
  | 'consent'
  /** Only an administrator can consent, or has to add the app first. */
  | 'administrator'
  /** The person was asked and declined. */
  | 'declined'
  /** A second factor, or another proof that it is them. */
  | 'proof'
  /** A policy of the organisation does not let this device, place or app in. */
  | 'policy'
  /** The account belongs to another organisation, or is unknown in this one. */
  | 'wrongTenant';

/**
 * Entra's own page on its numbers says that they may change: an unknown one means that a sign-in is needed, never that
 * something is allowed. Shared by the pages and the server, which tell people the same.
 */
const TROUBLES: Readonly<Record<EntraTrouble, readonly number[]>> = {
  consent: [65001],
  administrator: [65005, 90093, 90094, 90095, 650052, 650056, 650057, 700016, 50105],
  declined: [65004],
  proof: [50072, 50074, 50076, 50078, 50079, 50097, 50125, 50158],
  policy: [53000, 53001, 53002, 53003, 53004, 53009, 530032],
  wrongTenant: [50020, 50034, 50128, 50177, 51004, 90072],
};

const BY_CODE = new Map(
  Object.entries(TROUBLES).flatMap(([trouble, codes]) =>
    codes.map((code) => [code, trouble as EntraTrouble] as const),
  ),
);

/** The trouble that the first known number tells of. */
export const troubleOf = (codes: readonly number[]): EntraTrouble | undefined =>
  codes.map((code) => BY_CODE.get(code)).find((one) => one !== undefined);

/** The numbers in a text of Entra's; nothing else of it is looked at. */
export const codesIn = (text: string): readonly number[] =>
  [...text.matchAll(/\bAADSTS(\d{4,8})\b/g)].map(([, digits]) => Number(digits));
