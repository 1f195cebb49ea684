import { badRequest } from '../http/errors';
import { valueAt } from './options';

export type Filter = {
  readonly matches: (item: unknown) => boolean;
  /** The properties it speaks of, as written. */
  readonly fields: ReadonlySet<string>;
  /** Uses what the directory answers only with ConsistencyLevel: eventual. */
  readonly advanced: boolean;
  /** How many parts stand between `or`s at most. */
  readonly alternatives: number;
};

type Predicate = (item: unknown) => boolean;
type Value = string | number | boolean | null;
type Token = { readonly kind: 'text' | 'word' | 'sign'; readonly text: string };

const COMPARISONS: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a !== null && b !== null && a > b,
  ge: (a, b) => a !== null && b !== null && a >= b,
  lt: (a, b) => a !== null && b !== null && a < b,
  le: (a, b) => a !== null && b !== null && a <= b,
};
const FUNCTIONS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

/** Reads a $filter: comparisons, startsWith and its like, in, and, or, not, parentheses, any. Text compares without case. */
export function filterOf(text: string): Filter {
  const parser = new Parser(tokensOf(text));
  const matches = parser.whole();
  return { matches, fields: parser.fields, advanced: parser.advanced, alternatives: parser.alternatives };
}

class Parser {
  readonly fields = new Set<string>();
  advanced = false;
  alternatives = 1;
  private at = 0;
  /** The name before the colon in any(x: …), and the item it stands for. */
  private readonly scope: { name: string; item: unknown }[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Predicate {
    const predicate = this.or();
    if (this.at < this.tokens.length) throw this.wrong();
    return predicate;
  }

  private or(): Predicate {
    const parts = [this.and()];
    while (this.take('or')) parts.push(this.and());
    this.alternatives = Math.max(this.alternatives, parts.length);
    return (item) => parts.some((part) => part(item));
  }

  private and(): Predicate {
    const parts = [this.not()];
    while (this.take('and')) parts.push(this.not());
    return (item) => parts.every((part) => part(item));
  }

  private not(): Predicate {
    if (!this.take('not')) return this.one();
    this.advanced = true;
    const inner = this.not();
    return (item) => !inner(item);
  }

  private one(): Predicate {
    if (this.take('(')) {
      const inner = this.or();
      this.need(')');
      return inner;
    }
    const name = this.next('word').text;
    const test = FUNCTIONS[name.toLowerCase()];
    if (test !== undefined) return this.call(name, test);
    if (this.peek('(')) return this.any(name);
    if (this.take('in')) return this.oneOf(name);
    const operator = this.next('word').text.toLowerCase();
    const compare = COMPARISONS[operator];
    if (compare === undefined) throw this.wrong();
    if (operator === 'ne') this.advanced = true;
    const read = this.reader(name);
    const value = this.value();
    return (item) => compare(read(item), value);
  }

  private call(name: string, test: (text: string, part: string) => boolean): Predicate {
    if (name.toLowerCase() !== 'startswith') this.advanced = true;
    this.need('(');
    const read = this.reader(this.next('word').text);
    this.need(',');
    const part = this.value();
    this.need(')');
    return (item) => {
      const text = read(item);
      return typeof text === 'string' && typeof part === 'string' && test(text, part);
    };
  }

  /** list/any(x: …) */
  private any(name: string): Predicate {
    const match = /^(.+)\/any$/i.exec(name);
    if (match === null) throw this.wrong();
    this.fields.add(match[1] ?? '');
    this.need('(');
    const variable = this.next('word').text;
    this.need(':');
    const entry = { name: variable, item: undefined as unknown };
    this.scope.push(entry);
    const inner = this.or();
    this.scope.pop();
    this.need(')');
    return (item) => {
      const list = valueAt(item, match[1] ?? '');
      return (
        Array.isArray(list) &&
        list.some((one: unknown) => {
          entry.item = one;
          return inner(item);
        })
      );
    };
  }

  private oneOf(name: string): Predicate {
    const read = this.reader(name);
    const values = new Set<Value>();
    this.need('(');
    do values.add(this.value());
    while (this.take(','));
    this.need(')');
    this.alternatives = Math.max(this.alternatives, values.size);
    return (item) => values.has(read(item));
  }

  private reader(name: string): (item: unknown) => Value {
    const [first = '', ...rest] = name.split('/');
    const scoped = this.scope.find((one) => one.name === first);
    if (scoped !== undefined) return () => plain(valueAt(scoped.item, rest.join('/')));
    this.fields.add(first);
    return (item) => plain(valueAt(item, name));
  }

  private value(): Value {
    const token = this.tokens[this.at++];
    if (token?.kind === 'text') return plain(token.text);
    if (token?.kind !== 'word') throw this.wrong();
    if (token.text === 'null') return null;
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    return /^-?\d+(\.\d+)?$/.test(token.text) ? Number(token.text) : plain(token.text);
  }

  private next(kind: Token['kind']): Token {
    const token = this.tokens[this.at++];
    if (token?.kind !== kind) throw this.wrong();
    return token;
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && token.kind !== 'text' && token.text.toLowerCase() === text;
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false;
    this.at++;
    return true;
  }

  private need(text: string): void {
    if (!this.take(text)) throw this.wrong();
  }

  private wrong(): Error {
    return badRequest('Invalid filter clause: Syntax error.', 'BadRequest');
  }
}

function plain(value: unknown): Value {
  if (typeof value === 'string') return value.toLowerCase();
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^']|'')*)'|([(),:])|([^\s(),:'][^\s(),']*))/y;
  let last = 0;
  while (text.slice(last).trim() !== '') {
    pattern.lastIndex = last;
    const match = pattern.exec(text);
    if (match === null) throw badRequest('Invalid filter clause: Syntax error.', 'BadRequest');
    const [, quoted, sign, word] = match;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push(...wordTokens(word ?? ''));
    last = pattern.lastIndex;
  }
  return tokens;
}

/** `ep:` of any(ep: …) is a name and a colon; a time of day keeps its colons. */
function wordTokens(word: string): readonly Token[] {
  const variable = /^([A-Za-z]\w*):(.*)$/s.exec(word);
  if (variable === null) return [{ kind: 'word', text: word }];
  const rest = variable[2] ?? '';
  return [
    { kind: 'word', text: variable[1] ?? '' },
    { kind: 'sign', text: ':' },
    ...(rest === '' ? [] : wordTokens(rest)),
  ];
}
