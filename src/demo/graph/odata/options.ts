import { badRequest } from '../http/errors';
import type { Query } from '../types';

export type Expand = { readonly name: string; readonly filter?: string };

/** The names in $select; undefined when all default fields are wanted. */
export function selectOf(query: Query): readonly string[] | undefined {
  const select = query.get('$select');
  if (select === undefined || select.trim() === '*') return undefined;
  const names = select.split(',').map((name) => name.trim());
  if (names.some((name) => name === '')) throw badRequest('Syntax error in $select.');
  return names;
}

/** The fields of an object that $select keeps; identity and annotations stay. Names are compared without case. */
export function selected(
  value: Readonly<Record<string, unknown>>,
  select: readonly string[] | undefined,
  known: readonly string[],
  type: string,
): Readonly<Record<string, unknown>> {
  if (select === undefined) return value;
  const wanted = new Set(select.map((name) => name.toLowerCase().split('/')[0]));
  for (const name of wanted) {
    if (name?.startsWith('@') || known.some((one) => one.toLowerCase() === name)) continue;
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
    );
  }
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name]) => name === 'id' || name.startsWith('@odata.') || wanted.has(name.toLowerCase()),
    ),
  );
}

export function wholeOf(query: Query, name: '$top' | '$skip', most: number): number | undefined {
  const text = query.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most || (name === '$top' && value === 0))
    throw badRequest(
      `The query specified in the URI is not valid. Invalid value '${text}' for ${name} query option; it must be between 1 and ${most}.`,
    );
  return value;
}

/** $expand=a,b($filter=…), of names that the type has. */
export function expandOf(query: Query, known: readonly string[]): readonly Expand[] {
  const text = query.get('$expand');
  if (text === undefined) return [];
  return topLevel(text, ',').map((part) => {
    const match = /^\s*(\w+)(?:\((.*)\))?\s*$/s.exec(part);
    if (match === null) throw badRequest('Parsing OData Select and Expand failed: Syntax error in $expand.');
    if (!known.some((name) => name.toLowerCase() === match[1]?.toLowerCase()))
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${match[1]}'.`,
      );
    const filter = topLevel(match[2] ?? '', ';').flatMap(
      (one) => /^\s*\$filter=(.*)$/is.exec(one)?.[1] ?? [],
    )[0];
    return { name: match[1] ?? '', ...(filter !== undefined && { filter }) };
  });
}

/** `$orderby=start/dateTime desc` as field and direction; undefined without one. */
function orderOf(query: Query): readonly { readonly field: string; readonly down: boolean }[] | undefined {
  const text = query.get('$orderby');
  if (text === undefined) return undefined;
  return text.split(',').map((part) => {
    const match = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(part);
    if (match === null) throw badRequest('Syntax error in $orderby.');
    return { field: match[1] ?? '', down: match[2]?.toLowerCase() === 'desc' };
  });
}

/** `outlook.timezone="UTC", …` by name in lower case. */
export function preferencesOf(header: string | undefined): ReadonlyMap<string, string> {
  const found = [...(header ?? '').matchAll(/([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^",;\s]+)))?/g)];
  return new Map(found.map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']));
}

/** The value at a path of an object: start/dateTime. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null) return undefined;
    const key = Object.keys(at).find((one) => one.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : (at as Record<string, unknown>)[key];
  }, value);
}

/** In the order asked for; text without case, what is missing first. */
export function ordered<T>(items: readonly T[], query: Query): readonly T[] {
  const order = orderOf(query);
  if (order === undefined) return items;
  const keyOf = (item: T, field: string): string | number => {
    const value = valueAt(item, field);
    return typeof value === 'number' ? value : typeof value === 'string' ? value.toLowerCase() : '';
  };
  return [...items].sort((a, b) => {
    for (const { field, down } of order) {
      const [one, other] = [keyOf(a, field), keyOf(b, field)];
      if (one !== other) return one < other === down ? 1 : -1;
    }
    return 0;
  });
}

function topLevel(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const char of text) {
    if (char === "'") quoted = !quoted;
    if (!quoted && char === '(') depth++;
    if (!quoted && char === ')') depth--;
    if (!quoted && depth === 0 && char === separator) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part].filter((one) => one.trim() !== '');
}
