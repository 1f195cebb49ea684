import { createElement, type ReactNode } from 'react';

const KEPT = new Set(['P', 'UL', 'OL', 'LI', 'B', 'STRONG', 'I', 'EM', 'BR', 'TABLE', 'TBODY', 'TR', 'TD']);
/** The preview stands inside of a screen that has its own headings. */
const BOLD = new Set(['H1', 'H2', 'H3', 'H4', 'TH']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'NOSCRIPT']);
const DEEPEST = 30;

/** Shows what a piece of HTML says: a few harmless elements without their attributes, of everything else the text alone. */
export function SafeHtml({ html }: { readonly html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return <>{childrenOf(body, 0)}</>;
}

const childrenOf = (element: Element, depth: number): readonly ReactNode[] =>
  [...element.childNodes].map((node, at) => shown(node, at, depth));

function shown(node: ChildNode, key: number, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || DROPPED.has(node.tagName) || depth > DEEPEST) return null;
  if (node.tagName === 'BR') return <br key={key} />;
  const inner = childrenOf(node, depth + 1);
  if (BOLD.has(node.tagName)) return createElement('p', { key }, createElement('strong', {}, ...inner));
  if (KEPT.has(node.tagName)) return createElement(node.tagName.toLowerCase(), { key }, ...inner);
  return createElement('span', { key }, ...inner);
}
