import type { TranscriptText } from '../../app/ports/transcripts';
import { speechFromMetadata } from '../../domain/balance/metadata';
import type { Speech } from '../../domain/balance/types';
import { speechFromVtt } from '../../domain/balance/vtt';
import { speechFromLines } from '../../domain/balance/wordLines';
import { Refusal } from '../../domain/refusal';
import { documentIn } from './docxText';
import { LONGEST_FILE } from './limits';
import { paragraphsOf } from './wordXml';

export function speechOfText({ kind, text }: Pick<TranscriptText, 'kind' | 'text'>): Speech {
  return kind === 'vtt' ? speechFromVtt(text) : speechFromMetadata(text);
}

/** Told apart by what stands in it, whatever the file is called (TF2). */
export function speechOfFile(file: ArrayBuffer): Speech {
  if (file.byteLength > LONGEST_FILE) throw new Refusal('talk/too-large', { longest: LONGEST_FILE });
  const bytes = new Uint8Array(file);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return speechFromLines(paragraphsOf(documentIn(bytes)));
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  try {
    return speechFromVtt(text);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'talk/no-speakers') throw error;
    // Graph's metadata is a WebVTT too: one in which nobody speaks.
    return speechFromMetadata(text);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
}

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);
