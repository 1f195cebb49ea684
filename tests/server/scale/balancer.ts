import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Balancer = {
  readonly port: number;
  /** Sends whoever comes from now on to these, in turn; one that nobody listens at is passed over. */
  close(): Promise<void>;
};

/** What stands before several servers: each connection goes to the next one that takes it, as bytes. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    turn += 1;
    const targets = ports.map((_, at) => ports[(turn + at) % ports.length] as number);
    held(client);
    // Until somebody has taken it nothing is read.
    client.pause();
    next(client, targets);
  });
  function held(socket: Socket): void {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => open.delete(socket));
  }
  function next(client: Socket, targets: readonly number[]): void {
    const [port, ...others] = targets;
    if (port === undefined || client.destroyed) return void client.destroy();
    const target = connect(port, '127.0.0.1');
    let taken = false;
    held(target);
    target.once('connect', () => {
      taken = true;
      client.pipe(target);
      target.pipe(client);
      client.once('close', () => target.destroy());
    });
    target.once('close', () => (taken ? client.destroy() : next(client, others)));
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      open.forEach((socket) => socket.destroy());
      await new Promise((done) => server.close(done));
    },
  };
}
