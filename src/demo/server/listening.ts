import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { DemoRefused } from './options';

export type Listening = { readonly server: Server; readonly port: number };

/**
 * Listens on loopback before anything else is made, because addresses with the port in them are wanted everywhere;
 * requests are answered once `answerWith` was called. Port 0 takes a free one.
 */
export async function listenOn(
  port: number,
  secure: { readonly key: string; readonly cert: string } | undefined,
  language: 'es' | 'en',
): Promise<Listening & { answerWith(listener: RequestListener): void }> {
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const answer: RequestListener = (request, response) => listener(request, response);
  const server = secure === undefined ? createPlain(answer) : createSecure(secure, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const es = `El puerto ${port} está ocupado. Con otro: PORT=${port + 10} npm start`;
      const en = `Port ${port} is taken. With another one: PORT=${port + 10} npm start`;
      reject(new DemoRefused(language === 'es' ? es : en));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    server: server as Server,
    port: (server.address() as AddressInfo).port,
    answerWith: (next) => void (listener = next),
  };
}

/** A certificate of this run for localhost; browsers ask once whether to trust it. */
export async function ownCertificate(now: number): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    notBeforeDate: new Date(now - 86_400_000),
    notAfterDate: new Date(now + 30 * 86_400_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 2, value: '*.localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
