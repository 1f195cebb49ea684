import { Unzip, UnzipInflate } from 'fflate';
import { Refusal } from '../../domain/refusal';

/** Bytes that are pushed at once: deflate makes at most about a thousand of one, and is looked at in between. */
const PIECE = 16 * 1024;
/** Bytes of the document when it is unpacked: a day of Teams' has a few millions. */
export const LONGEST_DOCUMENT = 64 * 1024 * 1024;
/** Teams writes a dozen. */
const MOST_ENTRIES = 1000;
const DOCUMENT = 'word/document.xml';

/**
 * The XML of a Word file (TF3). Nothing else of the archive is unpacked, and no more than the limit, whatever sizes it tells.
 * Refuses talk/too-large, and talk/no-transcript for an archive that is broken or another kind of document.
 */
export function documentIn(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  const text: string[] = [];
  let unpacked = 0;
  let found = false;
  let whole = false;
  let entries = 0;
  const archive = new Unzip((file) => {
    if (++entries > MOST_ENTRIES) throw new Refusal('talk/no-transcript');
    if (file.name !== DOCUMENT || found) return;
    found = true;
    file.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      unpacked += piece.length;
      if (unpacked > LONGEST_DOCUMENT) throw new Refusal('talk/too-large', { longest: LONGEST_DOCUMENT });
      text.push(decoder.decode(piece, { stream: !final }));
      whole ||= final;
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length && !whole; from += PIECE)
      archive.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
  } catch (error) {
    // What fflate says of a broken archive is no more than that.
    throw error instanceof Refusal ? error : new Refusal('talk/no-transcript');
  }
  if (!whole) throw new Refusal('talk/no-transcript');
  return text.join('');
}
