import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Nothing of these is used; a page that was broken into should not be able to either. */
const NEVER = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
];
const YEAR_S = 31_536_000;

/** What every answer carries. There is no X-Frame-Options: it knows no list, and the pages' policy has one. */
export const COMMON: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': NEVER.map((name) => `${name}=()`).join(', '),
};

/** Only where this process knows that it is reached by TLS: on a machine of its own it would lock plain http out. */
export const HSTS = ['Strict-Transport-Security', `max-age=${YEAR_S}`] as const;

/** The id of a request, in its answer and in the log. A trusted proxy's own is taken, so that both logs meet. */
export function requestId(trusted: (address: string) => boolean): (request: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const told = headers['x-request-id'];
    const taken = typeof told === 'string' && /^[\w-]{8,64}$/.test(told);
    return taken && trusted(socket.remoteAddress ?? '') ? told : randomUUID();
  };
}
