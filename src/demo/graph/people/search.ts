import { badRequest } from '../http/errors';
import { valueAt } from '../odata/options';

/** `"displayName:ana" OR "mail:ana"`: words that begin so, all of a clause, without case. */
export function searchOf(text: string, searchable: readonly string[]): (item: unknown) => boolean {
  const alternatives = text
    .trim()
    .split(/\s+OR\s+/)
    .map((part) => part.split(/\s+AND\s+/).map((clause) => clauseOf(clause.trim(), searchable)));
  return (item) => alternatives.some((clauses) => clauses.every((matches) => matches(item)));
}

function clauseOf(clause: string, searchable: readonly string[]): (item: unknown) => boolean {
  const match = /^"([A-Za-z]\w*):(.+)"$/s.exec(clause);
  const field = searchable.find((name) => name.toLowerCase() === match?.[1]?.toLowerCase());
  if (match === null || field === undefined || /(^|[^\\])"/.test(match[2] ?? ''))
    throw badRequest(
      'Syntax error: $search needs clauses of the form "property:text".',
      'Request_BadRequest',
    );
  const wanted = wordsOf(match[2] ?? '');
  return (item) => {
    const value = valueAt(item, field);
    const words = typeof value === 'string' ? wordsOf(value) : [];
    return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)));
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
