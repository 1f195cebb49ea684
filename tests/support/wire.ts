import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The network between the browsers and the product: a test can cut one participant off. */
export type Wire = {
  readonly port: number;
  /** Ends what this participant's pages have open, and lets nothing new through until `mend`. */
  cut(key: string): void;
  mend(key: string): void;
  close(): Promise<void>;
};

/**
 * Hands bytes on as they are; whose connection it is, the host name of its first request tells. A browser told to be
 * offline keeps the sockets that are open, which no lost network does.
 */
export async function layWire(to: number): Promise<Wire> {
  const cut = new Set<string>();
  const open = new Map<Socket, string>();
  const server: Server = createServer((near) => {
    near.on('error', () => near.destroy());
    near.once('data', (first: Buffer) => {
      const key = /\r\nhost: ([a-z0-9-]+)\.localhost/i.exec(first.toString('latin1'))?.[1] ?? '';
      if (cut.has(key)) return void near.destroy();
      open.set(near, key);
      const far = connect(to, '127.0.0.1');
      far.on('error', () => near.destroy());
      far.on('close', () => near.destroy());
      near.on('close', () => {
        open.delete(near);
        far.destroy();
      });
      far.write(first);
      near.pipe(far).pipe(near);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut(key) {
      cut.add(key);
      for (const [socket, of] of open) if (of === key) socket.destroy();
    },
    mend: (key) => void cut.delete(key),
    close: () =>
      new Promise((resolve) => {
        for (const socket of open.keys()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
