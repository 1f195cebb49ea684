import { badRequest } from './errors';

export type Json = Readonly<Record<string, unknown>>;

/** The body as an object; anything else is refused in the service's words. */
export function objectOf(body: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  if (!isObject(value)) throw badRequest('Empty Payload. JSON content expected.');
  return value;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads fields of a body strictly: unknown names and wrong kinds are 400, names are compared as they are written. */
export class Reader {
  constructor(
    private readonly value: Json,
    /** The type's name in the service's sentences. */
    private readonly type: string,
    known: readonly string[],
  ) {
    for (const name of Object.keys(value)) {
      if (name.startsWith('@odata.') || name.includes('@odata.') || known.includes(name)) continue;
      throw badRequest(
        `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
        'RequestBodyRead',
      );
    }
  }

  has(name: string): boolean {
    return Object.hasOwn(this.value, name);
  }

  text(name: string): string | undefined {
    return this.of(name, (value): value is string => typeof value === 'string', 'String');
  }

  flag(name: string): boolean | undefined {
    return this.of(name, (value): value is boolean => typeof value === 'boolean', 'Boolean');
  }

  whole(name: string): number | undefined {
    return this.of(name, (value): value is number => Number.isInteger(value), 'Int32');
  }

  object(name: string): Json | undefined {
    return this.of(name, isObject, 'ComplexType');
  }

  list(name: string): readonly unknown[] | undefined {
    return this.of(name, (value): value is readonly unknown[] => Array.isArray(value), 'Collection');
  }

  texts(name: string): readonly string[] | undefined {
    const list = this.list(name);
    if (list?.some((one) => typeof one !== 'string')) throw this.wrong(name, 'String');
    return list as readonly string[] | undefined;
  }

  /** A member of an enumeration in its own spelling, whatever the case it came in. */
  member<T extends string>(name: string, members: readonly T[]): T | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : memberOf(text, members, this.type);
  }

  private of<T>(name: string, is: (value: unknown) => value is T, kind: string): T | undefined {
    const value = this.value[name];
    if (value === undefined || value === null) return undefined;
    if (!is(value)) throw this.wrong(name, kind);
    return value;
  }

  private wrong(name: string, kind: string): Error {
    return badRequest(
      `Cannot convert the literal of property '${name}' to the expected type 'Edm.${kind}'.`,
      'RequestBodyRead',
    );
  }
}

export function memberOf<T extends string>(text: string, members: readonly T[], type: string): T {
  const found = members.find((one) => one.toLowerCase() === text.toLowerCase());
  if (found === undefined)
    throw badRequest(
      `Requested value '${text}' was not found for an enumeration of '${type}'.`,
      'RequestBodyRead',
    );
  return found;
}
