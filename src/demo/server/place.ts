import type { IncomingMessage } from 'node:http';

/** Which of the tenant's machines a request is for; each is a host name of its own, all on this process. */
export type Place =
  | { readonly kind: 'host' }
  | { readonly kind: 'files' }
  | { readonly kind: 'participant'; readonly key: string };

const NAME = /^(?:([a-z0-9-]{1,63})\.)?localhost$/;
const FILES = 'files';

/** Undefined for names that are not ours: a page elsewhere that makes its name point here gets nothing. */
export function placeOf(request: Pick<IncomingMessage, 'headers'>): Place | undefined {
  const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  if (name === '127.0.0.1' || name === '[::1]') return { kind: 'host' };
  const match = NAME.exec(name);
  if (match === null) return undefined;
  const key = match[1];
  if (key === undefined) return { kind: 'host' };
  return key === FILES ? { kind: 'files' } : { kind: 'participant', key };
}

/** The path of a request as it stands in it, without the query; whatever somebody sends, it is a text. */
export function pathOf(request: Pick<IncomingMessage, 'url'>): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}
