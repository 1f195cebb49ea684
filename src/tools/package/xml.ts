/** An element with its attributes and what stands in it: further elements, or a text. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: string | readonly Element[];
};

/** One element; attributes may be left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly Element[]
): Element => ({ name, attributes, inside });

export const textElement = (name: string, text: string): Element => ({ name, attributes: {}, inside: text });

/** A whole file, indented. */
export const xmlFile = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;

function written({ name, attributes, inside }: Element, indent: string): string {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const head = `${indent}<${name}${told.join('')}`;
  if (typeof inside === 'string') return `${head}>${escaped(inside)}</${name}>\n`;
  if (inside.length === 0) return `${head}/>\n`;
  return `${head}>\n${inside.map((one) => written(one, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
