import type { Query, Segment } from '../types';
import { badRequest } from './errors';

/** The decoded parts of a path below the base; `root:/a/b:` becomes `root` and a path of its own. */
export function segmentsOf(path: string): readonly Segment[] {
  const segments: Segment[] = [];
  let open: string[] | undefined;
  for (const raw of path.replace(/^\//, '').replace(/\/$/, '').split('/')) {
    const ends = raw.endsWith(':');
    const name = decoded(ends ? raw.slice(0, -1) : raw);
    if (open !== undefined) {
      open.push(name);
      if (ends) open = undefined;
      continue;
    }
    segments.push(...keyed(name));
    if (ends) {
      open = [];
      segments.push({ path: open });
    }
  }
  if (segments.some((one) => one === '' || (typeof one !== 'string' && one.path.some((part) => part === ''))))
    throw badRequest("Resource not found for the segment ''.");
  return segments;
}

/** users('x') is users/x. */
function keyed(name: string): readonly string[] {
  const match = /^(\w+)\('((?:[^']|'')*)'\)$/.exec(name);
  return match === null ? [name] : [match[1] ?? '', (match[2] ?? '').replaceAll("''", "'")];
}

export function queryOf(search: string): Query {
  const query = new Map<string, string>();
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = decoded(at < 0 ? part : part.slice(0, at)).toLowerCase();
    if (query.has(name) && name.startsWith('$'))
      throw badRequest(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    query.set(name, at < 0 ? '' : decoded(part.slice(at + 1).replaceAll('+', ' ')));
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('The request URI is not valid.');
  }
}
