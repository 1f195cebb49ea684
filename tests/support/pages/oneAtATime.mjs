// One process at a time does a piece of work; the others wait until it is done, or its process is.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const addressOf = (name) => {
  const id = `cadencia-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : path.join(os.tmpdir(), `${id}.sock`);
};

/** Undefined when somebody else listens there, or nobody any more. */
const listenAt = (address) =>
  new Promise((resolve, reject) => {
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => undefined).on('close', () => waiting.delete(socket));
    });
    const stop = () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    };
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(stop));
  });

/** Until whoever listens there stops; answers whether nobody does. */
const waitAt = (address) =>
  new Promise((resolve) => {
    let refused = false;
    const socket = connect(address);
    socket.on('error', (error) => (refused = error.code === 'ECONNREFUSED'));
    socket.on('close', () => resolve(refused));
    socket.resume();
  });

/** Waits for the one who works; what a killed one left behind is taken away. */
async function wait(address) {
  if (!(await waitAt(address))) return;
  // One that has only just come is refused for a moment too.
  await new Promise((done) => setTimeout(done, 100));
  if (await waitAt(address)) rmSync(address, { force: true });
}

/**
 * The lock is a socket, because the system itself takes it from a process that is killed. Two that find the same dead
 * one may both go on: whoever works under this lock must leave a whole result even then, it only saves work.
 */
export async function oneAtATime(name, work) {
  const address = addressOf(name);
  for (;;) {
    const stop = await listenAt(address);
    if (stop === undefined) {
      await wait(address);
      continue;
    }
    try {
      return await work();
    } finally {
      stop();
    }
  }
}
