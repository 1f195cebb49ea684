import { unzipSync, zipSync } from 'fflate';
import { measuredTalk, type MeasuringInput } from '../../domain/balance/measuring';
import { speechFromMetadata } from '../../domain/balance/metadata';
import { talkTimeFromVtt } from '../../domain/balance/transcript';
import type { Speech } from '../../domain/balance/types';
import { speechFromVtt } from '../../domain/balance/vtt';
import { speechOfFile } from '../../hosts/talk/reading';
import { paired, type Row } from './clock';

const CUES = 10_000;
const START = Date.UTC(2026, 11, 1, 9);
const EACH = 3000;
const SAID = 'Lo que dijimos de las listas de la feria, y qué hacemos con ellas desde hoy.';

/** A transcript of eight hours, read and measured with its picture, beside JSON of the same cues, which nobody need understand. */
export function talkRows(): readonly Row[] {
  const cues = Array.from({ length: CUES }, (_, nth) => cueOf(nth));
  const json = JSON.stringify(cues);
  const parsed = (): unknown => JSON.parse(json);
  const vtt = `WEBVTT\r\n\r\n${cues
    .map(
      ({ speaker, from, until }, nth) =>
        `5a1d0e2c-1d5b/${nth}-0\r\n${clock(from)} --> ${clock(until)}\r\n<v ${speaker}>${SAID}</v>\r\n`,
    )
    .join('\r\n')}`;
  const metadata = `WEBVTT\n\n${cues
    .map(({ speaker, from, until }) => {
      const told = { startDateTime: stamp(from), endDateTime: stamp(until), speakerName: speaker };
      return `${clock(from)} --> ${clock(until)}\n${JSON.stringify({ ...told, spokenText: SAID })}\n`;
    })
    .join('\n')}`;
  const file = wordFile(cues);
  const archive = new Uint8Array(file);
  const read = speechFromVtt(vtt);
  const size = `${CUES} cues`;
  return [
    paired(`${size} of WebVTT, read and measured`, () => measured(speechFromVtt(vtt)), 'JSON.parse', parsed),
    paired(`${size} of WebVTT, talk time`, () => talkTimeFromVtt(vtt), 'JSON.parse', parsed),
    paired(`${size} of metadata, read`, () => speechFromMetadata(metadata), 'JSON.parse', parsed),
    paired(`${size}, measured`, () => measured(read), 'JSON.parse', parsed),
    paired(
      `${size} of a Word file, read`,
      () => speechOfFile(file),
      'unzipSync',
      () => unzipSync(archive),
    ),
  ];
}

const cueOf = (nth: number) => ({
  speaker: `Peña Soto, Íñigo ${nth % 12}`,
  from: nth * EACH,
  // Some go on while the next one speaks.
  until: nth * EACH + EACH - 120 + (nth % 7) * 90,
  text: SAID,
});

function measured(speech: Speech): unknown {
  const people = Array.from({ length: 12 }, (_, nth) => ({
    ...{ id: `p${nth}`, name: `Íñigo ${nth} Peña Soto`, how: 'panel' as const },
    area: nth % 2 === 0 ? 'marketing' : 'sales',
  }));
  const attended = people.map(({ id }, nth) => ({ name: `Peña Soto, Íñigo ${nth}`, person: id }));
  const input: MeasuringInput = {
    speeches: [{ speech, from: START }],
    session: { from: START, until: START + CUES * EACH },
    ...{ people, attended, names: {}, declined: ['p3'] },
  };
  return measuredTalk(input);
}

const stamp = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

/** As Teams writes it: nothing is padded. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 3600)}:${Math.floor(seconds / 60) % 60}:${seconds % 60}.${milliseconds % 1000}`;
}

function wordFile(cues: readonly ReturnType<typeof cueOf>[]): ArrayBuffer {
  const run = (text: string): string =>
    `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = cues.map(({ speaker, from, text }) => {
    const seconds = Math.floor(from / 1000);
    const at = `   ${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    return `<w:p><w:r><w:br/></w:r>${run(speaker)}${run(at)}<w:r><w:br/></w:r>${run(text)}</w:p>`;
  });
  const xml = `<w:document><w:body>${body.join('')}</w:body></w:document>`;
  const packed = zipSync({ 'word/document.xml': new TextEncoder().encode(xml) });
  const file = new ArrayBuffer(packed.length);
  new Uint8Array(file).set(packed);
  return file;
}
