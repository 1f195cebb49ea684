// EM38 and EM41: src/demo/graph/SPEC.md. The demo writes transcripts and the product reads them; neither knows the other.
import fc from 'fast-check';
import type { Transcript } from '../../../src/demo/graph/meetings/artefacts';
import { metadataOf, vttOf } from '../../../src/demo/graph/meetings/teamsVtt';
import { wordFileOf } from '../../../src/demo/meeting/wordFile';
import { speechOfFile } from '../../../src/hosts/talk/reading';
import { speechFromMetadata } from '../../../src/domain/balance/metadata';
import { talkTimeFromVtt } from '../../../src/domain/balance/transcript';
import type { Cue } from '../../../src/domain/balance/types';

const FROM = Date.UTC(2026, 10, 24, 15, 15);
const NAME = fc.constantFrom(
  'Vidal Soto, Irene',
  'Hugo & Gil',
  'Sala <Tajo> "3"',
  'O’Hara, Zoë',
  '日本 太郎',
);
const CUE = fc.record({
  name: NAME,
  from: fc.integer({ min: 0, max: 7_200_000 }),
  length: fc.integer({ min: 1, max: 90_000 }),
  text: fc.constantFrom('Hola', 'uno & dos <tres> --> cuatro', 'a b c d e f g h i j'),
});
const TRANSCRIPT = fc.array(CUE, { minLength: 1, maxLength: 40 }).map((cues): Transcript => ({
  ...{ id: 'T', thread: 't', callId: 'c', correlationId: 'r', language: 'es-es', arrives: 0 },
  from: FROM,
  until: FROM + 8_000_000,
  cues: cues.map(({ name, from, length, text }) => ({
    ...{ name, text, from: FROM + from, until: FROM + from + length },
  })),
}));

/** Milliseconds in which each one spoke, counted by sweeping over borders. */
function spoken(cues: readonly Cue[]): Readonly<Record<string, number>> {
  const names = [...new Set(cues.map(({ speaker }) => speaker ?? ''))];
  return Object.fromEntries(
    names.map((name) => {
      const mine = cues.filter(({ speaker }) => speaker === name).sort((a, b) => a.from - b.from);
      let [sum, until] = [0, -Infinity];
      for (const cue of mine) {
        sum += Math.max(0, cue.until - Math.max(cue.from, until));
        until = Math.max(until, cue.until);
      }
      return [name, sum];
    }),
  );
}
const truth = ({ cues }: Transcript) =>
  spoken(cues.map(({ name, from, until }) => ({ speaker: name, from, until })));

test('EM38 what it writes as text/vtt is read to the millisecond', () => {
  fc.assert(
    fc.property(TRANSCRIPT, (transcript) => {
      expect(talkTimeFromVtt(vttOf(transcript))).toEqual(truth(transcript));
    }),
  );
});

test('EM38 so is its metadataContent', () => {
  fc.assert(
    fc.property(TRANSCRIPT, (transcript) => {
      const { cues, absolute } = speechFromMetadata(metadataOf(transcript));
      expect(absolute).toBe(true);
      expect(spoken(cues)).toEqual(truth(transcript));
    }),
  );
});

test('EM41 its Word file is read as whose turn began in which second', () => {
  fc.assert(
    fc.property(TRANSCRIPT, (transcript) => {
      const file = Uint8Array.from(wordFileOf(transcript, 'Semanal de Marketing & Ventas'));
      const { cues, exact } = speechOfFile(file.buffer);
      expect(exact).toBe(false);
      const second = (from: number) => Math.floor((from - FROM) / 1000) * 1000;
      expect(cues.map(({ speaker, from }) => `${from} ${speaker}`).sort()).toEqual(
        transcript.cues.map(({ name, from }) => `${second(from)} ${name}`).sort(),
      );
    }),
  );
});
