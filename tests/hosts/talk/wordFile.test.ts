import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Refusal } from '../../../src/domain/refusal';
import { documentIn, LONGEST_DOCUMENT } from '../../../src/hosts/talk/docxText';
import { speechOfFile } from '../../../src/hosts/talk/reading';
import { paragraphsOf } from '../../../src/hosts/talk/wordXml';
import { wordFile, wordXml, zipOf } from '../../support/talk/wordFile';

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const document = (archive: ArrayBuffer) => documentIn(new Uint8Array(archive));

test('TF3 the document is unpacked, stored or deflated, wherever it stands', () => {
  const xml = wordXml(['Ana   0:03\nHola, «señora» 🎉']);
  for (const level of [0, 1, 9] as const) expect(document(wordFile(xml, { level }))).toBe(xml);
  const large = wordXml(Array.from({ length: 20_000 }, (_, nth) => `Ana ${nth}   0:03\nñ €`));
  expect(document(wordFile(large))).toBe(large);
});

test('TF3 of an archive nothing else is unpacked', () => {
  const xml = wordXml(['Ana   0:03\nHola']);
  const archive = zipOf({ 'word/media/a.bin': strToU8('a'), 'word/document.xml': strToU8(xml) });
  // Packed in a way that nobody knows.
  new DataView(archive).setUint16(8, 99, true);
  expect(document(archive)).toBe(xml);
  const unknown = zipOf({ 'word/document.xml': strToU8(xml) });
  new DataView(unknown).setUint16(8, 99, true);
  expect(codeOf(() => document(unknown))).toBe('talk/no-transcript');
});

test('TF3 a document that would unpack beyond the limit is refused before it does, whatever size it tells', () => {
  const archive = zipSync({ 'word/document.xml': new Uint8Array(LONGEST_DOCUMENT + 1) }, { level: 1 });
  expect(codeOf(() => documentIn(archive))).toBe('talk/too-large');
  // The archive says that it holds ten bytes.
  const lying = new Uint8Array(archive);
  new DataView(lying.buffer).setUint32(22, 10, true);
  expect(codeOf(() => documentIn(lying))).toBe('talk/too-large');
});

test('TF3 an archive of very many entries, without a document, or broken is no transcript', () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, nth) => [`${nth}`, new Uint8Array(0)]));
  const xml = strToU8(wordXml(['Ana   0:03\nHola']));
  expect(codeOf(() => document(zipOf({ ...many, 'word/document.xml': xml })))).toBe('talk/no-transcript');
  for (const name of ['document.xml', 'word/document.xml/a', 'xl/workbook.xml', '../word/document.xml'])
    expect(codeOf(() => document(zipOf({ [name]: xml })))).toBe('talk/no-transcript');
  const whole = new Uint8Array(wordFile(wordXml(['Ana   0:03\nHola'.repeat(500)])));
  // Cut within the document.
  for (const length of [4, 30, 200, 400])
    expect(codeOf(() => documentIn(whole.slice(0, length)))).toBe('talk/no-transcript');
});

test('TF3 whatever bytes come after the sign of an archive, it is read or refused', () => {
  const good = new Uint8Array(wordFile(wordXml(['Ana   0:03\nHola'])));
  const broken = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    .map((changes) => {
      const bytes = good.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  const any = fc.uint8Array({ maxLength: 400 }).map((rest) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest));
  fc.assert(
    fc.property(fc.oneof(broken, any), (bytes) => {
      const outcome = codeOf(() => speechOfFile(bytes.slice().buffer));
      if (typeof outcome === 'string') expect(outcome).toMatch(/^talk\//);
      else expect(outcome).toHaveProperty('cues');
    }),
    { numRuns: 400 },
  );
});

const paragraphs = (body: string): readonly string[] =>
  paragraphsOf(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`);

test('TF4 paragraphs are what stands in text elements, with breaks and tabs', () => {
  const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  expect(
    paragraphs(
      `<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr>${run('Ana ')}${run('  0:03')}<w:r><w:br/></w:r>${run('Hola')}</w:p>` +
        `<w:p/><w:p><w:r><w:t>uno</w:t><w:tab/><w:t>dos</w:t><w:cr/><w:t/><w:t>tres</w:t></w:r></w:p>` +
        `<w:p><w:del><w:r><w:delText>fuera</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>` +
        `<w:p><w:r><a:t>dibujo</a:t><w:txbxContent><w:p><w:r><w:t>marco</w:t></w:r></w:p></w:txbxContent></w:r></w:p>` +
        `suelto<!-- <w:p><w:t>oculto</w:t></w:p> --><w:tbl><w:tr><w:tc><w:p>${run('celda')}</w:p></w:tc></w:tr></w:tbl>`,
    ),
  ).toEqual(['Ana   0:03\nHola', 'uno\tdos\ntres', 'marco', 'celda']);
});

test('TF4 the prefix is the document’s own', () => {
  expect(paragraphsOf('<document><p><t>a</t></p><w:p><w:t>b</w:t></w:p></document>')).toEqual(['a']);
  expect(paragraphsOf('<ns0:document><ns0:p><ns0:t>a</ns0:t></ns0:p></ns0:document>')).toEqual(['a']);
});

test('TF4 references are XML’s own and numbers, resolved once; markup in a name is text', () => {
  const text = (raw: string) => paragraphs(`<w:p><w:t>${raw}</w:t></w:p>`)[0];
  expect(text('A &amp; B &lt;b&gt; &quot;&apos; &#241;&#xF1; &amp;lt;')).toBe('A & B <b> "\' ññ &lt;');
  expect(text('&otra; &#0;&#x110000; & &#;')).toBe('&otra; \uFFFD\uFFFD & &#;');
});

test('TF4 a document type is refused, so nothing it defines is ever expanded', () => {
  const laughs = '<!DOCTYPE d [<!ENTITY a "ja"><!ENTITY b "&a;&a;">]>';
  expect(codeOf(() => paragraphsOf(`${laughs}<w:document><w:p><w:t>&b;</w:t></w:p></w:document>`))).toBe(
    'talk/no-transcript',
  );
  // Nor is it taken for a comment.
  const read = () => paragraphsOf(`${laughs}<!-- --><w:document><w:p><w:t>&b;</w:t></w:p></w:document>`);
  expect(codeOf(read)).toBe('talk/no-transcript');
  for (const xml of ['', 'texto', '<html><p>hola</p></html>', '<w:document'.slice(0, 5)])
    expect(codeOf(() => paragraphsOf(xml))).toBe('talk/no-transcript');
});

test('TF4 documents made to take long are read in time that grows with their length', () => {
  for (const hostile of ['<', '<w:t>', '<w:p>', '<w:t>&', '<w:br/>', '<!--', '</', '< '])
    expect(codeOf(() => paragraphs(hostile.repeat(2_000_000 / hostile.length)))).toBeDefined();
});
