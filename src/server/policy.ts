import { createHash } from 'node:crypto';
import type { ServerConfig } from './config';

/** Hosts that may show our pages in a frame (Teams, Outlook, Microsoft 365), as Microsoft lists them for tabs. */
const MICROSOFT_PARENTS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** teams-js asks this address for the list of valid parents as soon as it is imported. */
const TEAMS_ORIGIN_LIST = 'https://res.cdn.office.net';
/** Office.js cannot start without Microsoft's Ajax library. */
const OFFICE_SCRIPTS = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];
/** Where SharePoint hands out the content of files. */
const FILES = 'https://*.sharepoint.com';
/**
 * Griffel (Fluent's styles) makes empty style elements and fills them through the CSSOM, which no policy governs; but a
 * blocked empty element has no sheet. The hash of the empty text lets in exactly nothing (seen in Chromium 156).
 */
const EMPTY_STYLE = `'sha256-${sha256('')}'`;

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const originOf = (address: string) => new URL(address).origin;
const isAbsolute = (address: string) => /^https?:/.test(address);

/**
 * The Content-Security-Policy of a page: nothing but what this product needs, styles of the page by their hash. A page
 * of our own windows has no host around it; it may stand in a frame of our pages, where a silent sign-in ends.
 */
export function contentSecurityPolicy(
  html: string,
  config: ServerConfig,
  around: 'host' | 'ourselves' = 'host',
): string {
  const styles = [...html.matchAll(STYLE)].map(([, text]) => `'sha256-${sha256(text ?? '')}'`);
  const hostOrigins = around === 'host' ? config.hostScripts.filter(isAbsolute).map(originOf) : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...new Set([...hostOrigins, ...(hostOrigins.length > 0 ? OFFICE_SCRIPTS : [])])],
    'worker-src': ["'self'"],
    'style-src': ["'self'", EMPTY_STYLE, ...styles],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': [
      ...new Set([
        "'self'",
        originOf(config.client.graph),
        originOf(config.client.authority),
        FILES,
        TEAMS_ORIGIN_LIST,
      ]),
      ...config.fileOrigins,
    ],
    // A silent sign-in without a bridge runs in a hidden frame that comes back to a page of ours.
    'frame-src': ["'self'", originOf(config.client.authority)],
    'frame-ancestors': [
      ...(around === 'ourselves' ? ["'self'"] : []),
      ...MICROSOFT_PARENTS,
      ...config.client.parents,
    ],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
