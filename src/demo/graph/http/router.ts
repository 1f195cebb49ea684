import type { GraphRequest, Params, Reply, Route, Segment } from '../types';
import { badRequest, GraphError } from './errors';

type Match = {
  readonly route: Route;
  readonly params: Params;
  readonly paths: Readonly<Record<string, readonly string[]>>;
};

/** Finds the route of a request and checks that its token carries a scope for it; paths are compared without case. */
export function routerOf(routes: readonly Route[]): (request: GraphRequest) => Promise<Reply> {
  const table = routes.map((route) => ({ route, parts: route.pattern.split('/') }));
  return async (request) => {
    const matches: Match[] = [];
    for (const { route, parts } of table) {
      const found = matchOf(parts, request.segments);
      if (found !== undefined) matches.push({ route, ...found });
    }
    if (matches.length === 0)
      throw badRequest(
        `Resource not found for the segment '${unknownOf(
          table.map(({ parts }) => parts),
          request.segments,
        )}'.`,
      );
    const match = matches.find(({ route }) => route.method === request.method);
    if (match === undefined)
      throw new GraphError(
        405,
        'Request_BadRequest',
        `Specified HTTP method is not allowed for the request target.`,
      );
    const { route, params, paths } = match;
    if (!route.scopes.some((scope) => request.caller.scopes.includes(scope))) throw deniedBy(route.denied);
    return route.handle(request, params, paths);
  };
}

/** How each part of the service says that a token lacks the scope. */
export function deniedBy(part: Route['denied']): GraphError {
  switch (part) {
    case 'directory':
      return new GraphError(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
    case 'outlook':
      return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'files':
      return new GraphError(403, 'accessDenied', 'Access denied');
    case 'teams':
      return new GraphError(403, 'Forbidden', 'Missing scope permissions on the request.');
    case 'planner':
      // Planner's own refusals often come without a code.
      return new GraphError(403, '', 'You do not have the required permissions to access this item.');
  }
}

function matchOf(parts: readonly string[], segments: readonly Segment[]): Omit<Match, 'route'> | undefined {
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  const paths: Record<string, readonly string[]> = {};
  for (const [at, part] of parts.entries()) {
    const segment = segments[at];
    if (segment === undefined) return undefined;
    const variable = /^\{(:?)(\w+)\}$/.exec(part);
    if (typeof segment !== 'string') {
      if (variable?.[1] !== ':') return undefined;
      paths[variable[2] ?? ''] = segment.path;
    } else if (variable !== null) {
      if (variable[1] === ':') return undefined;
      params[variable[2] ?? ''] = segment;
    } else if (
      segment
        .toLowerCase()
        .replace(/^(microsoft\.)?graph\./, '')
        .replace(/\(\)$/, '') !== part
    )
      return undefined;
  }
  return { params, paths };
}

/** The first part of the path that leads nowhere. */
function unknownOf(table: readonly (readonly string[])[], segments: readonly Segment[]): string {
  for (let length = 1; length <= segments.length; length++) {
    const head = segments.slice(0, length);
    if (table.some((parts) => parts.length >= length && matchOf(parts.slice(0, length), head) !== undefined))
      continue;
    const last = head.at(-1);
    return typeof last === 'string' ? last : 'root:';
  }
  return String(segments.at(-1));
}
