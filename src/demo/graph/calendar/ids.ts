import { badRequest } from '../http/errors';

const PREFIX = 'AAMkAG';
const SUFFIX = 'AAA=';
const DAY_MS = 86_400_000;

/** The opaque id of a copy, or of one date of it. */
export function idOf(key: string, day?: number): string {
  const bytes = Buffer.alloc(day === undefined ? 16 : 20);
  bytes.write(key, 'hex');
  if (day !== undefined) bytes.writeUInt32BE(Math.round(day / DAY_MS), 16);
  return PREFIX + bytes.toString('base64url') + SUFFIX;
}

/** What an id names; undefined for an id that nobody gave out. Refuses what can be no id at all. */
export function namedBy(id: string): { readonly key: string; readonly day?: number } | undefined {
  if (!/^[\w-]{1,600}={0,2}$/.test(id)) throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed');
  if (!id.startsWith(PREFIX) || !id.endsWith(SUFFIX)) return undefined;
  const bytes = Buffer.from(id.slice(PREFIX.length, -SUFFIX.length), 'base64url');
  if (idOfBytes(bytes) !== id) return undefined;
  const key = bytes.subarray(0, 16).toString('hex');
  return bytes.length === 16 ? { key } : { key, day: bytes.readUInt32BE(16) * DAY_MS };
}

function idOfBytes(bytes: Buffer): string | undefined {
  return [16, 20].includes(bytes.length) ? PREFIX + bytes.toString('base64url') + SUFFIX : undefined;
}

const GLOBAL_ID = '040000008200E00074C5B7101A82E008';

/** The same for all copies of a meeting; each date of a series carries its date inside. */
export function iCalUidOf(key: string, day?: number): string {
  const date = day === undefined ? undefined : new Date(day);
  const part = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const inside =
    date === undefined
      ? '00000000'
      : part(date.getUTCFullYear(), 4) + part(date.getUTCMonth() + 1, 2) + part(date.getUTCDate(), 2);
  return `${GLOBAL_ID}${inside}${key}00000010`.toUpperCase();
}
