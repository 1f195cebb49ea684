import ICAL from 'ical.js';
import type { LocalMs } from '../company/wallClock';
import type { ContentLine } from './icsLines';

/** One property of a component: values as text, times not yet in a zone. */
export interface Property {
  readonly name: string;
  readonly line: number;
  readonly value: string;
  parameter(name: string): string | undefined;
}

/** A time as a file writes it. */
export type Stamp =
  | { readonly kind: 'date' | 'floating' | 'utc'; readonly local: LocalMs }
  | { readonly kind: 'zoned'; readonly local: LocalMs; readonly tzid: string };

/** Something in a component that cannot be read, by its line. */
export class BadValue extends Error {
  override readonly name = 'BadValue';
  constructor(readonly line: number) {
    super('a value that cannot be read');
  }
}

// Exchange has written a quoted zone together with the value it belongs to: TZID="Some Zone:20200609T090000".
const SWALLOWED = /^([^":]+=)"([^"]*):([^":]+)"$/;

/** Reads one line; throws BadValue when it is no property. */
export function readProperty({ text, line }: ContentLine): Property {
  const raw = text.replace(SWALLOWED, '$1"$2":$3');
  const read = parsed(raw, line);
  return {
    name: raw.slice(0, raw.search(/[;:]/)).toLowerCase(),
    line,
    value: valueOf(raw),
    parameter: (name) => {
      const value = read.getFirstParameter(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
  };
}

/** The times of DTSTART, EXDATE and the like; throws BadValue for anything that is not a time of the calendar. */
export function stampsOf(property: Property): readonly Stamp[] {
  const tzid = property.parameter('tzid')?.replace(/^"|"$/g, '');
  return property.value.split(',').map((value) => readStamp(value.trim(), tzid, property.line));
}

export function stampOf(property: Property): Stamp {
  const [first] = stampsOf(property);
  if (first === undefined) throw new BadValue(property.line);
  return first;
}

/** Text with its escapes resolved. */
export function textOf(property: Property): string {
  return property.value.replace(/\\([\\;,nN])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char)).trim();
}

function readStamp(value: string, tzid: string | undefined, line: number): Stamp {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) throw new BadValue(line);
  const date = `${year}-${month}-${day}`;
  const local = Date.parse(
    `${date}T${hour ?? '00'}:${minute ?? '00'}:${second === '60' ? '59' : (second ?? '00')}Z`,
  );
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(date)) throw new BadValue(line);
  if (hour === undefined) return { kind: 'date', local };
  if (utc !== undefined) return { kind: 'utc', local };
  return tzid === undefined ? { kind: 'floating', local } : { kind: 'zoned', local, tzid };
}

function parsed(raw: string, line: number): InstanceType<typeof ICAL.Property> {
  try {
    // Only the frame of the line is wanted: values are read here, so that each fault has its line.
    const name = raw.slice(0, raw.search(/[;:]/));
    const frame = raw.slice(name.length, raw.length - valueOf(raw).length);
    return ICAL.Property.fromString(`X-${name}${frame.replace(/;VALUE=[^;:]*/i, '')}`);
  } catch {
    throw new BadValue(line);
  }
}

/** What follows the first colon outside quotes. */
function valueOf(raw: string): string {
  return /^(?:[^":]|"[^"]*")*:(.*)$/s.exec(raw)?.[1] ?? '';
}
