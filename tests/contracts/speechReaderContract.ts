import { cancellable } from '../../src/app/cancel';
import type { SpeechReader } from '../../src/app/ports/speechReader';
import { Refusal } from '../../src/domain/refusal';
import { bytesOf, wordFile, wordXml } from '../support/talk/wordFile';
import { failureOf, NEVER } from './outcome';

export const VTT = 'WEBVTT\n\na/1-0\n0:0:1.90 --> 0:0:3.0\n<v García, Ana>Hola</v>\n';
const SPEECH = {
  cues: [{ speaker: 'García, Ana', from: 1090, until: 3000 }],
  absolute: false,
  exact: true,
};
const STAMPED = JSON.stringify({
  startDateTime: '2026-12-01T09:00:01.5Z',
  endDateTime: '2026-12-01T09:00:03Z',
  speakerName: 'Luis Peña',
});
export const METADATA = `WEBVTT\n\n0:0:1.5 --> 0:0:3.0\n${STAMPED}\n`;
const NINE = Date.UTC(2026, 11, 1, 9);
const STAMPED_SPEECH = {
  cues: [{ speaker: 'Luis Peña', from: NINE + 1500, until: NINE + 3000 }],
  absolute: true,
  exact: true,
};
const WORDS = ['Alineación', 'Ana García   0:03\nHola a todos', 'Luis Peña   0:09\nBuenos días'];

/** What every reader of transcripts holds to, wherever it runs (TF1 to TF6). */
export function speechReaderContract(title: string, open: () => SpeechReader): void {
  const file = (bytes: ArrayBuffer, name = 'transcript.vtt') => open().file({ name, bytes }, NEVER);
  const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
    const thrown: unknown = await work.catch((error: unknown) => error);
    return thrown instanceof Refusal ? [thrown.code, thrown.data] : thrown;
  };

  describe(`reader of transcripts: ${title}`, () => {
    test('TF1 both kinds of text are read', async () => {
      expect(await open().text({ kind: 'vtt', text: VTT }, NEVER)).toEqual(SPEECH);
      expect(await open().text({ kind: 'metadata', text: METADATA }, NEVER)).toEqual(STAMPED_SPEECH);
    });

    test('TF1 texts asked at once are each answered', async () => {
      const reader = open();
      const names = ['Ana', 'Luis', 'Eva', 'Noa'];
      const texts = names.map((name) => `0:0:1.0 --> 0:0:2.0\n<v ${name}>x`);
      const read = await Promise.all(texts.map((text) => reader.text({ kind: 'vtt', text }, NEVER)));
      expect(read.map(({ cues }) => cues[0]?.speaker)).toEqual(names);
    });

    test('TF2 a file is what it holds, whatever it is called', async () => {
      const document = wordFile(wordXml(WORDS));
      for (const name of ['a.docx', 'a.vtt', 'a'])
        expect((await file(document, name)).cues.map(({ speaker, from }) => [speaker, from])).toEqual([
          ['Ana García', 3000],
          ['Luis Peña', 9000],
        ]);
      for (const name of ['a.vtt', 'a.docx', '']) expect(await file(bytesOf(VTT), name)).toEqual(SPEECH);
      expect(await file(bytesOf(METADATA))).toEqual(STAMPED_SPEECH);
      expect(await file(bytesOf(`\uFEFF${VTT}`))).toEqual(SPEECH);
      const wide = Uint16Array.from(`\uFEFF${VTT}`, (letter) => letter.charCodeAt(0));
      expect(await file(wide.buffer)).toEqual(SPEECH);
    });

    test('TF5 what is no transcript is refused as itself, and the next one is read', async () => {
      const reader = open();
      const dropped = (bytes: ArrayBuffer) => refusalOf(reader.file({ name: 'a.vtt', bytes }, NEVER));
      expect(await dropped(new ArrayBuffer(0))).toEqual(['talk/empty', {}]);
      expect(await dropped(bytesOf('Lista de la compra'))).toEqual(['talk/no-transcript', {}]);
      expect(await dropped(bytesOf('1\n00:00:01,0 --> 00:00:02,0\nHola'))).toEqual(['talk/no-speakers', {}]);
      expect(await dropped(new ArrayBuffer(16 * 1024 * 1024 + 1))).toEqual([
        'talk/too-large',
        { longest: 16 * 1024 * 1024 },
      ]);
      const long = 'x'.repeat(16 * 1024 * 1024 + 1);
      expect(await refusalOf(reader.text({ kind: 'vtt', text: long }, NEVER))).toEqual([
        'talk/too-large',
        { longest: 16 * 1024 * 1024 },
      ]);
      expect(await reader.text({ kind: 'vtt', text: VTT }, NEVER)).toEqual(SPEECH);
    });

    test('TF6 a cancelled reading fails as cancelled, also before it was asked; others go on', async () => {
      const reader = open();
      const cancel = cancellable();
      const running = failureOf(reader.text({ kind: 'vtt', text: VTT.repeat(50_000) }, cancel));
      const dropped = failureOf(reader.file({ name: 'a', bytes: bytesOf(VTT.repeat(50_000)) }, cancel));
      const other = reader.text({ kind: 'vtt', text: VTT }, NEVER);
      cancel.cancel();
      expect(await running).toEqual({ kind: 'cancelled' });
      expect(await dropped).toEqual({ kind: 'cancelled' });
      expect(await other).toEqual(SPEECH);
      expect(await failureOf(reader.text({ kind: 'vtt', text: VTT }, cancel))).toEqual({ kind: 'cancelled' });
    });

    test('TF1 what is read is not changed', async () => {
      const bytes = bytesOf(VTT);
      await file(bytes);
      expect(new TextDecoder().decode(bytes)).toBe(VTT);
    });
  });
}
