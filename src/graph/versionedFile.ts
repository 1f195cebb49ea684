import * as v from 'valibot';
import { PortFailure } from '../app/ports/failure';

/** A format of JSON files that people may read and edit by hand: an envelope with its name and version around one thing. */
export type VersionedFormat<W extends string, T> = {
  readonly format: string;
  /** The word under which the thing stands in the envelope, and in what is read. */
  readonly word: W;
  /** The version that is written; each older one has a migration to the next. */
  readonly version: number;
  /** From version n (at n - 1) to n + 1: from what the file of the old version held to what the next one holds. */
  readonly migrations: readonly ((old: unknown) => unknown)[];
  readonly schema: v.GenericSchema<unknown, T>;
  /** UTF-16 units. */
  readonly longest: number;
};

export type VersionedContent<W extends string, T> =
  | ({ readonly kind: W } & { readonly [word in W]: T })
  /** Written by a later Cadencia: it is kept aside as it is. */
  | { readonly kind: 'newer' }
  /** Anything else: a page of a proxy, a half-written or hand-edited file. It is named and never overwritten. */
  | { readonly kind: 'unreadable' };

const VERSION = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

/** What a file of that format holds; whatever it is, it is never an error. */
export function readVersioned<W extends string, T>(
  of: VersionedFormat<W, T>,
  text: string,
): VersionedContent<W, T> {
  if (text.length > of.longest) return { kind: 'unreadable' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const envelope = v.safeParse(v.looseObject({ format: v.literal(of.format), version: VERSION }), json);
  if (!envelope.success) return { kind: 'unreadable' };
  const { version, [of.word]: stored } = envelope.output;
  if (version > of.version) return { kind: 'newer' };
  const migrated = of.migrations.slice(version - 1).reduce((old, migrate) => migrate(old), stored);
  const parsed = v.safeParse(of.schema, migrated, { abortEarly: true });
  if (!parsed.success) return { kind: 'unreadable' };
  return { kind: of.word, [of.word]: parsed.output } as VersionedContent<W, T>;
}

/** The file of it, readable without Cadencia. What could not be read back is refused as 'unwritable'. */
export function writeVersioned<W extends string, T>(of: VersionedFormat<W, T>, content: T): string {
  const text = JSON.stringify({ format: of.format, version: of.version, [of.word]: content }, undefined, 1);
  if (readVersioned(of, text).kind === of.word) return text;
  throw new PortFailure({ kind: 'refused', code: 'unwritable' });
}
