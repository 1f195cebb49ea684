import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { TokenRefused } from './refusal';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const TOLERANCE_S = 300;

/** Statements that were used; each is good once. They last minutes, and the tenant as long as its process. */
const used = new Set<string>();

/**
 * Holds a statement of the application's to what Entra wants of it: signed (PS256 or RS256) by the key of a certificate
 * that stands in the registration and that its header names, of the application about itself, for this endpoint, within
 * its time, used once. Refuses with invalid_client.
 */
export async function readClientAssertion(
  statement: string,
  type: string | null,
  rules: {
    /** As PEM. */
    readonly certificates: readonly string[];
    readonly clientId: string;
    /** The endpoint's path; whatever leads to it may be called otherwise inside a machine. */
    readonly path: string;
    readonly now: number;
  },
): Promise<void> {
  if (type !== TYPE) throw refused('AADSTS90014', 'client_assertion_type is wanted');
  const named = thumbprintIn(statement);
  const certificate = rules.certificates
    .map((pem) => new X509Certificate(pem))
    .find(({ raw }) => createHash('sha256').update(raw).digest('base64url') === named);
  if (certificate === undefined) throw refused('AADSTS700027', 'The certificate is not in the registration.');
  const { payload } = await jwtVerify(statement, certificate.publicKey, {
    algorithms: ['PS256', 'RS256'],
    issuer: rules.clientId,
    subject: rules.clientId,
    requiredClaims: ['aud', 'exp', 'jti', 'nbf'],
    clockTolerance: TOLERANCE_S,
    currentDate: new Date(rules.now),
  }).catch(() => {
    throw refused('AADSTS700027', 'Client assertion failed signature validation.');
  });
  const audience = typeof payload.aud === 'string' && URL.canParse(payload.aud) ? new URL(payload.aud) : null;
  if (audience?.pathname !== rules.path) throw refused('AADSTS700023', 'The audience is another one.');
  if (used.has(payload.jti ?? '')) throw refused('AADSTS700027', 'The client assertion was used before.');
  used.add(payload.jti ?? '');
}

function thumbprintIn(statement: string): unknown {
  try {
    return decodeProtectedHeader(statement)['x5t#S256'];
  } catch {
    return undefined;
  }
}

const refused = (code: string, what: string) => new TokenRefused('invalid_client', code, `${code}: ${what}`);
