import { strToU8, zipSync, type ZipOptions } from 'fflate';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const runOf = (line: string): string => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`;

/** A document whose paragraphs have these lines, as Word nests it. */
export function wordXml(paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => {
    const runs = paragraph.split('\n').map(runOf).join('<w:r><w:br/></w:r>');
    return `<w:p w14:paraId="0A"><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>${runs}</w:p>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="x" xmlns:w14="y"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`;
}

/** A Word file with that document, and what Word puts beside it. */
export function wordFile(document: string, options: ZipOptions = {}): ArrayBuffer {
  return zipOf(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/_rels/document.xml.rels': strToU8('<Relationships/>'),
      'word/document.xml': strToU8(document),
      'word/styles.xml': strToU8('<w:styles/>'.repeat(500)),
    },
    options,
  );
}

export function zipOf(files: Record<string, Uint8Array>, options: ZipOptions = {}): ArrayBuffer {
  return copyOf(zipSync(files, options));
}

export function bytesOf(text: string): ArrayBuffer {
  return copyOf(strToU8(text));
}

/** A buffer of its own, exactly as long. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
