import type { Cancellation } from './cancellation';

/** Who is who. Contract: tests/contracts/directoryContract.ts */
export interface Directory {
  me(cancel: Cancellation): Promise<Me>;
  /** People whose name or address begins with `text`, the most likely first; at most ten. Empty text: whom I met lately, from my own calendar. */
  find(text: string, cancel: Cancellation): Promise<readonly Found[]>;
  /** The people of a department. Fails with consent when the directory tier is missing. */
  department(name: string, cancel: Cancellation): Promise<readonly Found[]>;
}

export type Found = {
  /** The directory's object id. */
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly mail: string;
  readonly job?: string;
  readonly department?: string;
};

export type Me = Found & {
  /** What the directory says of my own place of work; a first guess of the site. */
  readonly city?: string;
  readonly state?: string;
  /** ISO 3166-1, upper case. */
  readonly country?: string;
};
