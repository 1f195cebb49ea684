import { badRequest, GraphError } from '../http/errors';
import { preferencesOf } from '../odata/options';
import type { GraphRequest, Reply } from '../types';
import type { Versioned } from './model';

/** `W/"…"`, with base64 inside, as Planner writes it. */
export function etagOf({ type, serial, version }: Versioned): string {
  return `W/"${Buffer.from(`${type} ${serial} ${version}`).toString('base64')}"`;
}

/**
 * Which version a change was made from. Without the header it is 400, as with `*`; a tag of another object or of no
 * version at all is 412. A version that is merely old passes: whether the change is in somebody's way, `change` says.
 */
export function versionIn({ headers }: GraphRequest, of: Versioned): number {
  const wanted = headers['if-match'];
  if (wanted === undefined) throw badRequest('The If-Match header must be specified for this request.', '');
  if (wanted === '*') throw badRequest("The If-Match header must not be '*' for this request.", '');
  const inside = /^W\/"([A-Za-z0-9+/=]+)"$/.exec(wanted.trim())?.[1];
  const [type, serial, version] = Buffer.from(inside ?? '', 'base64')
    .toString()
    .split(' ');
  const number = Number(version);
  if (
    type !== of.type ||
    serial !== of.serial ||
    !Number.isInteger(number) ||
    number < 1 ||
    number > of.version
  )
    throw new GraphError(412, '', 'The If-Match header contains an invalid value.');
  return number;
}

/** Counts a change made from a version; fields that somebody has changed since are a conflict. */
export function change(of: Versioned, from: number, fields: readonly string[]): void {
  if ([...fields, WHOLE].some((field) => (of.changed.get(field) ?? 0) > from))
    throw new GraphError(409, '', 'The item has been changed by another user.');
  of.version++;
  for (const field of fields) of.changed.set(field, of.version);
}

/** Stands for all fields: after such a change every older tag is a conflict. */
export const WHOLE = '*';

/** 204, or 200 with the new state for whoever prefers it. */
export function changedReply(request: GraphRequest, context: string, json: object): Reply {
  const wanted = preferencesOf(request.headers['prefer']).get('return')?.toLowerCase();
  if (wanted !== 'representation') return { status: 204 };
  return {
    status: 200,
    headers: { 'Preference-Applied': 'return=representation' },
    body: { '@odata.context': context, ...json },
  };
}
