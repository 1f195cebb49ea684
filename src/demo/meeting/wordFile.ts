import { deflateRawSync } from 'node:zlib';
import type { Transcript } from '../graph/meetings/artefacts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The Word file that Teams offers: a title, the date, how long, and each turn under its speaker and its beginning. */
export function wordFileOf(transcript: Transcript, title: string): Buffer {
  const spanish = !transcript.language.startsWith('en');
  const seconds = Math.round((transcript.until - transcript.from) / 1000);
  const head = [
    `${title}-${spanish ? 'Transcripción de la reunión' : 'Meeting Transcript'}`,
    dateOf(transcript.from, spanish),
    `${Math.floor(seconds / 60)}m ${seconds % 60}s`,
  ];
  const inOrder = [...transcript.cues].sort((a, b) => a.from - b.from);
  const turns = inOrder.map(({ name, from, text }) => [
    `${name ?? (spanish ? 'Altavoz 1' : 'Speaker 1')}   ${clock(from - transcript.from)}`,
    text,
  ]);
  const paragraphs = [...head.map((line) => [line]), ...turns];
  const body = paragraphs.map((lines) => `<w:p>${lines.map(run).join('<w:r><w:br/></w:r>')}</w:p>`).join('');
  return zipOf([
    ['[Content_Types].xml', `${XML}<Types xmlns="${TYPES}/content-types">${CONTENT_TYPES}</Types>`],
    ['_rels/.rels', `${XML}<Relationships xmlns="${TYPES}/relationships">${RELATION}</Relationships>`],
    ['word/document.xml', `${XML}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`],
  ]);
}

const CONTENT_TYPES =
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>';
const RELATION =
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>';

const run = (text: string): string =>
  `<w:r><w:t xml:space="preserve">${text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')}</w:t></w:r>`;

const MONTHS = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  en: 'January February March April May June July August September October November December',
};

/** In UTC, as Teams writes it. */
function dateOf(instant: number, spanish: boolean): string {
  const date = new Date(instant);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const [hours, minutes] = [date.getUTCHours(), String(date.getUTCMinutes()).padStart(2, '0')];
  const name = MONTHS[spanish ? 'es' : 'en'].split(' ')[month] ?? '';
  return spanish
    ? `${day} de ${name} de ${year}, ${hours}:${minutes}`
    : `${name} ${day}, ${year}, ${hours % 12 || 12}:${minutes}${hours < 12 ? 'AM' : 'PM'}`;
}

/** `0:03`, `1:02:03` */
function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A zip of these files, deflated, without dates. */
export function zipOf(files: readonly (readonly [name: string, content: string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const data = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(data);
    const named = Buffer.from(name, 'utf8');
    // Version 2.0, no flags, deflated, no time, then sum and lengths: alike in both places.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(named.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, named, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, named);
    at += 30 + named.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}

function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
