import { inflateSync } from 'node:zlib';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, 0 to 255; undefined for the kinds of PNG that none of our icons has. */
  readonly pixels?: Uint8Array;
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** An icon is at most this large; what claims more is none. */
const LONGEST_SIDE = 1024;
/** Bytes for each pixel, by the number of PNG's colour type: grey, colour, grey and opacity, colour and opacity. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** A PNG by its bytes; undefined when it is none. */
export function readPng(bytes: Buffer): Picture | undefined {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ kind }) => kind === 'IHDR')?.data;
  if (header === undefined || header.length < 13) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (width === 0 || height === 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) return undefined;
  const [depth, colour, interlaced] = [header[8], header[9] ?? -1, header[12]];
  const channels = CHANNELS[colour];
  if (depth !== 8 || channels === undefined || interlaced !== 0) return { width, height };
  try {
    const packed = Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data));
    const rows = inflateSync(packed, { maxOutputLength: (width * channels + 1) * height });
    const plain = unfiltered(rows, width * channels, height, channels);
    return plain === undefined ? undefined : { width, height, pixels: rgba(plain, channels) };
  } catch {
    return undefined;
  }
}

function chunksOf(bytes: Buffer): readonly { readonly kind: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ kind, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Rows are stored as differences to what stands left and above (PNG, section 9). */
function unfiltered(rows: Buffer, stride: number, height: number, step: number): Uint8Array | undefined {
  if (rows.length !== (stride + 1) * height) return undefined;
  const plain = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= step ? (plain[at - step] ?? 0) : 0;
      const above = y > 0 ? (plain[at - stride] ?? 0) : 0;
      const corner = y > 0 && x >= step ? (plain[at - stride - step] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter];
      if (guess === undefined) return undefined;
      plain[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return plain;
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function rgba(plain: Uint8Array, channels: number): Uint8Array {
  const pixels = new Uint8Array((plain.length / channels) * 4);
  for (let pixel = 0; pixel * channels < plain.length; pixel++) {
    const of = (channel: number) => plain[pixel * channels + channel] ?? 0;
    const grey = channels < 3;
    pixels.set(
      [of(0), of(grey ? 0 : 1), of(grey ? 0 : 2), channels % 2 === 0 ? of(channels - 1) : 255],
      pixel * 4,
    );
  }
  return pixels;
}
