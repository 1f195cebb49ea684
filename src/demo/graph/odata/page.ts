import { badRequest } from '../http/errors';
import type { GraphRequest } from '../types';
import { wholeOf } from './options';

type Paging = {
  readonly base: string;
  /** How many there are on a page when nobody says. */
  readonly size: number;
  readonly most: number;
  /** Outlook goes on with $skip, the directory and drives with a token. */
  readonly by: '$skip' | '$skiptoken';
};

/** One page of a listing with the address of the next one. */
export function pageOf<T>(
  request: GraphRequest,
  items: readonly T[],
  { base, size, most, by }: Paging,
): { readonly items: readonly T[]; readonly next: Readonly<Record<string, string>> } {
  const top = wholeOf(request.query, '$top', most) ?? size;
  const from = by === '$skip' ? (wholeOf(request.query, '$skip', 1_000_000) ?? 0) : tokenOf(request);
  const page = items.slice(from, from + top);
  if (from + top >= items.length) return { items: page, next: {} };
  const query = [...request.query].filter(([name]) => name !== by);
  const written = [...query, [by, by === '$skip' ? String(from + top) : tokenFor(from + top)] as const];
  const search = written.map(([name, value]) => `${optionName(name)}=${encodeURIComponent(value)}`).join('&');
  return { items: page, next: { '@odata.nextLink': `${base}${request.path}?${search}` } };
}

const NAMES: Readonly<Record<string, string>> = {
  startdatetime: 'startDateTime',
  enddatetime: 'endDateTime',
};
const optionName = (name: string): string => NAMES[name] ?? name;

const tokenFor = (from: number): string => Buffer.from(`page ${from}`).toString('base64url');

function tokenOf({ query }: GraphRequest): number {
  const token = query.get('$skiptoken');
  if (token === undefined) return 0;
  const match = /^page (\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null)
    throw badRequest(
      'The specified page token value has expired and can no longer be included in your request.',
      'Directory_ExpiredPageToken',
    );
  return Number(match[1]);
}
