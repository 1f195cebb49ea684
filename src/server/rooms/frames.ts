/** What a client may say on its socket; `name` is the document it is about. */
export type Frame =
  | { readonly kind: 'pong' }
  | { readonly kind: 'token'; readonly name: string; readonly token: string }
  /** "This is what I have; send me the rest." */
  | { readonly kind: 'query'; readonly name: string }
  | { readonly kind: 'update'; readonly name: string; readonly update: Uint8Array }
  | { readonly kind: 'stateless'; readonly name: string; readonly text: string }
  | { readonly kind: 'leave'; readonly name: string }
  /** Cursors and the like, of which a room has none. */
  | { readonly kind: 'presence'; readonly name: string };

/** Hocuspocus' numbers of messages, and Yjs' below them. */
const SYNC = 0;
const PRESENCE = 1;
const AUTH = 2;
const QUERY_PRESENCE = 3;
const SYNC_REPLY = 4;
const STATELESS = 5;
const LEAVE = 7;
const PONG = 10;

/**
 * Reads a frame before Hocuspocus sees it, so that what is no message, or more than a client may say, never gets
 * there. Undefined for everything else.
 */
export function frameOf(data: Uint8Array): Frame | undefined {
  if (data.length === 1 && data[0] === PONG) return { kind: 'pong' };
  try {
    const read = reader(data);
    const name = read.text();
    switch (read.number()) {
      case SYNC:
      case SYNC_REPLY: {
        const step = read.number();
        const update = read.bytes();
        if (step === 0) return isVector(update) ? { kind: 'query', name } : undefined;
        return step <= 2 ? { kind: 'update', name, update } : undefined;
      }
      case AUTH:
        return read.number() === 0 ? { kind: 'token', name, token: read.text() } : undefined;
      case STATELESS:
        return { kind: 'stateless', name, text: read.text() };
      case LEAVE:
        return { kind: 'leave', name };
      case PRESENCE:
      case QUERY_PRESENCE:
        return { kind: 'presence', name };
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

/** What somebody has, as Yjs says it: how many machines wrote, and up to where each did. */
function isVector(data: Uint8Array): boolean {
  const read = reader(data);
  for (let left = read.number(); left > 0; left--) {
    read.number();
    read.number();
  }
  return read.ended();
}

/** lib0's encoding: numbers in groups of seven bits, the lowest first; texts and bytes behind their length. */
function reader(data: Uint8Array) {
  let at = 0;
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const number = (): number => {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = data[at++];
      if (byte === undefined) throw new RangeError();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError();
  };
  const bytes = (): Uint8Array => {
    const length = number();
    if (length > data.length - at) throw new RangeError();
    at += length;
    return data.subarray(at - length, at);
  };
  return { number, bytes, text: () => utf8.decode(bytes()), ended: () => at === data.length };
}
