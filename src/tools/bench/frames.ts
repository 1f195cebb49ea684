/** Frames as Hocuspocus' clients write them: the document's name, the number of the message, what it says. */

export const bytes = (data: Uint8Array): Buffer => {
  const length: number[] = [];
  let left = data.length;
  for (; left > 127; left >>>= 7) length.push((left & 127) | 128);
  return Buffer.concat([Buffer.from([...length, left]), data]);
};
export const text = (value: string): Buffer => bytes(Buffer.from(value));

const frame = (name: string, kind: readonly number[], said: Buffer): Buffer =>
  Buffer.concat([text(name), Buffer.from(kind), said]);

export const tokenFrame = (name: string, token: string): Buffer => frame(name, [2, 0], text(token));
export const updateFrame = (name: string, update: Uint8Array): Buffer => frame(name, [0, 2], bytes(update));
/** "This is what I have: nothing." */
export const queryFrame = (name: string): Buffer => frame(name, [0, 0], bytes(Buffer.from([0])));
/** The answer to the server's own query: there is nothing more here. */
export const nothingFrame = (name: string): Buffer => frame(name, [0, 1], bytes(Buffer.from([0, 0])));
export const saidFrame = (name: string, said: unknown): Buffer =>
  frame(name, [5], text(JSON.stringify(said)));
export const PONG = Buffer.from([10]);
