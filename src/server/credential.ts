import { createHash, createPrivateKey, randomUUID, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import type { Credential, ServerIdentity } from '../graph/membership/onBehalfOf';
import type { Mistake } from './config';
import { kindOf, type Log } from './rooms/log';

/** The application's certificate with its key, both from one file. */
export type AppCertificate = {
  readonly key: KeyObject;
  /** SHA-256 over the certificate, as Entra names it. */
  readonly thumbprint: string;
};

/** Entra takes statements of up to ten minutes; each is used within this. */
const LIFETIME_S = 300;

/** Reads the PEM file that holds the certificate and its private key; answers what is wrong with it. */
export function readAppCertificate(file: string, now: number): AppCertificate | Mistake {
  const wrong = (why: Mistake['why']): Mistake => ({ setting: 'CLIENT_CERTIFICATE_FILE', why });
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch {
    return wrong('unreadable');
  }
  try {
    const certificate = new X509Certificate(pem);
    const key = createPrivateKey(pem);
    // Entra takes RSA keys alone.
    if (key.asymmetricKeyType !== 'rsa') return wrong('malformed');
    if (!certificate.checkPrivateKey(key)) return wrong('other-key');
    if (now >= Date.parse(certificate.validTo)) return wrong('expired');
    if (now < Date.parse(certificate.validFrom)) return wrong('not-yet');
    return { key, thumbprint: createHash('sha256').update(certificate.raw).digest('base64url') };
  } catch {
    return wrong('malformed');
  }
}

export const isUsable = (read: AppCertificate | Mistake): read is AppCertificate => 'key' in read;

/** The application's certificate was good when the process started, and is not now. */
class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused';

  constructor(readonly why: Mistake['why']) {
    super(why);
  }
}

/**
 * The application as this server shows itself to Entra. The log hears what it is refused by, and that its certificate is no
 * good any more: people only see that it is tried again.
 */
export function identityOf(
  config: Omit<ServerIdentity, 'onRefused' | keyof Credential> & Credential,
  log: Log,
): ServerIdentity {
  const { tokenEndpoint, clientId, graph } = config;
  const refused = (code: string) => log({ event: 'application', code });
  const onRefused = ([number = 0]: readonly number[]) => refused(`AADSTS${number}`);
  if ('clientSecret' in config)
    return { tokenEndpoint, clientId, graph, onRefused, clientSecret: config.clientSecret };
  const clientAssertion = () =>
    config.clientAssertion().catch((fault: unknown) => {
      refused(fault instanceof CertificateRefused ? `certificate ${fault.why}` : kindOf(fault));
      throw fault;
    });
  return { tokenEndpoint, clientId, graph, onRefused, clientAssertion };
}

/**
 * Says that this server is the application, signed with its certificate's key. The file is read each time, so that a
 * renewed one needs no new start. Throws when it is no good any more.
 */
export async function clientAssertion(
  about: { readonly file: string; readonly clientId: string; readonly tokenEndpoint: string },
  now: number,
): Promise<string> {
  const read = readAppCertificate(about.file, now);
  if (!isUsable(read)) throw new CertificateRefused(read.why);
  const seconds = Math.floor(now / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': read.thumbprint })
    .setIssuer(about.clientId)
    .setSubject(about.clientId)
    .setAudience(about.tokenEndpoint)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + LIFETIME_S)
    .sign(read.key);
}
