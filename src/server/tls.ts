import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Mistake, ServerConfig } from './config';

/** A certificate with its key, as the files have it. */
export type Certificate = {
  readonly cert: string;
  readonly key: string;
  readonly notAfter: number;
};

const DAY = 86_400_000;
/** What renews by itself does so a month before; a fortnight is left for somebody to see that it did not. */
const SOON_MS = 14 * DAY;

/** Reads both files; answers what is wrong when they cannot be served with now. */
export function readCertificate(
  { certFile, keyFile }: NonNullable<ServerConfig['tls']>,
  now: number,
): Certificate | Mistake {
  const cert = textOf(certFile);
  if (cert === undefined) return { setting: 'TLS_CERT_FILE', why: 'unreadable' };
  const key = textOf(keyFile);
  if (key === undefined) return { setting: 'TLS_KEY_FILE', why: 'unreadable' };
  const read = attempt(() => new X509Certificate(cert));
  if (read === undefined) return { setting: 'TLS_CERT_FILE', why: 'malformed' };
  const secret = attempt(() => createPrivateKey(key));
  if (secret === undefined) return { setting: 'TLS_KEY_FILE', why: 'malformed' };
  if (!read.checkPrivateKey(secret)) return { setting: 'TLS_KEY_FILE', why: 'other-key' };
  const notAfter = Date.parse(read.validTo);
  if (now >= notAfter) return { setting: 'TLS_CERT_FILE', why: 'expired' };
  if (now < Date.parse(read.validFrom)) return { setting: 'TLS_CERT_FILE', why: 'not-yet' };
  return { cert, key, notAfter };
}

export const isMistake = (one: Certificate | Mistake): one is Mistake => 'why' in one;

export const daysLeft = ({ notAfter }: Pick<Certificate, 'notAfter'>, now: number): number =>
  Math.floor((notAfter - now) / DAY);
export const endsSoon = ({ notAfter }: Pick<Certificate, 'notAfter'>, now: number): boolean =>
  notAfter - now < SOON_MS;

export type CertificateKeeper = {
  current(): Certificate;
  /** Looks at the files again: 'same', 'taken', or what is wrong with them; then the old one stays. */
  look(now: number): 'same' | 'taken' | Mistake;
};

/** Holds the certificate in use and hands a renewed one on, so that nobody has to start the server anew. */
export function keepCertificate(
  files: NonNullable<ServerConfig['tls']>,
  first: Certificate,
  use: (certificate: Certificate) => void,
): CertificateKeeper {
  let current = first;
  return {
    current: () => current,
    look(now) {
      const read = readCertificate(files, now);
      if (isMistake(read)) return read;
      if (read.cert === current.cert && read.key === current.key) return 'same';
      use(read);
      current = read;
      return 'taken';
    },
  };
}

const textOf = (file: string) => attempt(() => readFileSync(file, 'utf8'));

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
