import { hkdfSync } from 'node:crypto';
import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import type { TLSSocket } from 'node:tls';
import { WebSocket, WebSocketServer } from 'ws';
import { LARGEST_FRAME } from '../../room/closeCodes';

/** A person's socket that came in at another process. */
export type Relayed = { readonly socket: WebSocket; readonly address: string; readonly id: string };

export type Peers = {
  /** Where the other processes reach this one. */
  readonly self: string;
  /** Opens a socket to the process there, for somebody at that address. */
  open(peer: string, address: string, id: string): WebSocket;
  /** Who takes the sockets that others send here; before that they are told to come again. */
  answerWith(take: (relayed: Relayed) => void): void;
  close(): void;
};

const PATH = '/relay';
const IDENTITY = 'cadencia';
/** What the owner sends of a room goes through whole. */
const LARGEST_ANSWER = 16 * LARGEST_FRAME;
/**
 * Both sides know one key, and nobody else: it is proven and everything is encrypted by TLS itself, without certificates.
 * Keys of the moment keep what was recorded closed when the key leaks later.
 */
const TLS = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const;

export type PeersOptions = {
  /** 'host:port'; without it a free port at this machine's first address that others can reach. */
  readonly address: string | undefined;
  /** What every process of the installation knows, and nobody else. */
  readonly secret: Uint8Array;
};

/** The door for the other processes of the installation. Fails as `listen` does. */
export async function openPeers({ address, secret }: PeersOptions): Promise<Peers> {
  const psk = Buffer.from(hkdfSync('sha256', secret, '', 'cadencia peers', 32));
  const { host, port } =
    address === undefined ? { host: ownAddress(os.networkInterfaces()), port: 0 } : placeOf(address);
  const server = createServer({
    ...TLS,
    // Whoever does not know the key has no longer.
    handshakeTimeout: 5000,
    pskCallback: (_socket: TLSSocket, identity: string) => (identity === IDENTITY ? psk : null),
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  let take: ((relayed: Relayed) => void) | undefined;
  server.on('request', (_request, response) => response.writeHead(404).end());
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    socket.on('error', () => socket.destroy());
    const { 'x-cadencia-address': from, 'x-cadencia-id': id } = request.headers;
    if (take === undefined || request.url !== PATH || typeof from !== 'string' || typeof id !== 'string')
      return void socket.end(
        'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
      );
    const taking = take;
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => opened.terminate());
      taking({ socket: opened, address: from, id });
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  server.unref();
  // ws hands on what `tls.connect` wants, of which its types know a part.
  const secured: object = {
    ...TLS,
    pskCallback: () => ({ psk, identity: IDENTITY }),
    // The key is the proof; there is no certificate that would name anybody.
    checkServerIdentity: () => undefined,
  };
  const { port: bound } = server.address() as AddressInfo;
  return {
    self: `${host.includes(':') ? `[${host}]` : host}:${bound}`,
    open: (peer, from, id) =>
      new WebSocket(`wss://${peer}${PATH}`, {
        ...secured,
        headers: { 'x-cadencia-address': from, 'x-cadencia-id': id },
        maxPayload: LARGEST_ANSWER,
        perMessageDeflate: false,
        handshakeTimeout: 2000,
      }),
    answerWith: (taking) => void (take = taking),
    close() {
      take = undefined;
      server.close();
      server.closeAllConnections();
    },
  };
}

/** '10.0.0.7:3979', '[fd00::7]:3979', 'cadencia-1:3979'. */
function placeOf(address: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(`wss://${address}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 443 : Number(port) };
}

type Interfaces = NodeJS.Dict<readonly Pick<os.NetworkInterfaceInfo, 'family' | 'internal' | 'address'>[]>;

/** The machine's first address that others can reach, of IPv4 where it has one; one of a single link needs its name, too. */
export function ownAddress(interfaces: Interfaces): string {
  const all = Object.values(interfaces).flatMap((one) => one ?? []);
  const reachable = all.filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address));
  const first = (family: 'IPv4' | 'IPv6') => reachable.find((one) => one.family === family)?.address;
  return first('IPv4') ?? first('IPv6') ?? '127.0.0.1';
}
