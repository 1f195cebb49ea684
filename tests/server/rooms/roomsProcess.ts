import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRooms, type RoomsConfig } from '../../../src/server/rooms/createRooms';

// A server that can be killed: started by `startProcess`.
const { config, port } = JSON.parse(process.env['ROOMS'] ?? '{}') as { config: RoomsConfig; port: number };
const rooms = createRooms(config, { now: () => Date.now(), log: () => undefined });
const server = createServer((_request, response) => response.writeHead(404).end());
server.on('upgrade', rooms.upgrade);
server.listen(port, '127.0.0.1', () => {
  process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => void rooms.close().then(() => process.exit(0)));
