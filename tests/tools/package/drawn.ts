import { crc32, deflateSync } from 'node:zlib';

type Kind = 'colour' | 'opacity' | 'grey' | 'greyOpacity';
const TYPES: Readonly<Record<Kind, readonly [type: number, channels: number]>> = {
  ...{ grey: [0, 1], colour: [2, 3], greyOpacity: [4, 2], opacity: [6, 4] },
};

/** A PNG of its own, row by row with the given filter; `at` gives the channels of a pixel. */
export function drawn(
  side: number,
  kind: Kind,
  at: (x: number, y: number) => readonly number[],
  filter: 0 | 1 | 2 | 3 | 4,
): Buffer {
  const [type, channels] = TYPES[kind];
  const stride = side * channels;
  const plain = Buffer.alloc(stride * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) plain.set(at(x, y).slice(0, channels), y * stride + x * channels);
  const rows = Buffer.alloc((stride + 1) * side);
  for (let y = 0; y < side; y++) {
    rows[y * (stride + 1)] = filter;
    for (let x = 0; x < stride; x++) {
      const here = (dx: number, dy: number) =>
        x - dx < 0 || y - dy < 0 ? 0 : (plain[(y - dy) * stride + x - dx] ?? 0);
      const [a, b, c] = [here(channels, 0), here(0, 1), here(channels, 1)];
      const guess = [0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)][filter] ?? 0;
      rows[y * (stride + 1) + 1 + x] = (here(0, 0) - guess) & 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, type, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** As the standard writes it down, word for word another way than the reader. */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const pa = Math.abs(p - a);
  const pb = Math.abs(p - b);
  const pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
