import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRooms, type RoomsConfig } from '../../../src/server/rooms/createRooms';
import { openShared } from '../../../src/server/scale/shared';

// A server that can be killed: started by `startProcess`.
const { config, port } = JSON.parse(process.env['ROOMS'] ?? '{}') as { config: RoomsConfig; port: number };
const deps = { now: () => Date.now(), log: () => undefined };

async function main(): Promise<void> {
  const shared = config.shared && (await openShared(config.shared, deps));
  const rooms = createRooms(config, { ...deps, shared });
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.on('upgrade', rooms.upgrade);
  server.listen(port, '127.0.0.1', () => {
    process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`);
  });
  process.on('SIGTERM', () => void rooms.close().then(() => process.exit(0)));
}
void main();
