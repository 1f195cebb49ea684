import type { Caller, Verified } from '../types';
import { GraphError } from './errors';

/** Who the token of a request speaks for; without a good one it is 401, with the challenge that says where to sign in. */
export async function authorised(
  header: string | undefined,
  verify: (bearer: string) => Promise<Verified>,
): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw unauthorised('Access token is empty.');
  const verified = await verify(token);
  if (verified === 'expired') throw unauthorised('Lifetime validation failed, the token is expired.');
  if (verified === 'invalid') throw unauthorised('CompactToken parsing failed with error code: 80049217');
  return verified;
}

export function unauthorised(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate':
      'Bearer realm="", client_id="00000003-0000-0000-c000-000000000000", error="invalid_token"',
  });
}
