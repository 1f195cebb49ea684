import WebSocket from 'ws';
import * as Y from 'yjs';
import type { RoomId } from '../../app/ports/room';
import { addEntry } from '../../room/document';
import { nameOf } from '../../room/wire';
import { nothingFrame, PONG, queryFrame, saidFrame, text, tokenFrame, updateFrame } from '../bench/frames';
import type { Receipts } from './receipts';

/** What the real client asks for while it is open. */
const CLOCK_EVERY_MS = 10_000;

export type RoomClient = {
  /** Writes one problem into the room. */
  write(): void;
  command(body: Readonly<Record<string, unknown>>): Promise<void>;
  leave(): void;
};

/**
 * One panel in one room: the frames of the real client on one socket for both parts, without the cost of drawing, so that
 * one machine can be many of them. Resolves when both parts are in step; refuses when it is sent away before.
 */
export async function enterRoom(
  {
    port,
    id,
    token,
    person,
  }: { readonly port: number; readonly id: RoomId; readonly token: string; readonly person: string },
  receipts: Receipts,
): Promise<RoomClient> {
  const names = { main: nameOf(id, 'main'), internal: nameOf(id, 'internal') };
  const heads = [text(names.main), text(names.internal)];
  const doc = new Y.Doc();
  const me = receipts.newcomer();
  const answers = new Map<string, (refused: unknown) => void>();
  const lacking = new Set(heads);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rooms`, { perMessageDeflate: false });
  let serial = 0;
  let left = false;
  doc.on('update', (update: Uint8Array) => socket.send(updateFrame(names.main, update)));

  await new Promise<void>((done, failed) => {
    socket.on('error', failed);
    socket.on('close', (code) => {
      failed(new Error(`a socket was closed with ${code}`));
      if (!left) receipts.lost(code);
    });
    socket.on('open', () => {
      for (const name of Object.values(names)) {
        socket.send(tokenFrame(name, token));
        socket.send(queryFrame(name));
      }
    });
    socket.on('message', (data: Buffer) => {
      if (data.length === 1) return socket.send(PONG);
      const head = heads.find((one) => data.subarray(0, one.length).equals(one));
      if (head === undefined) return;
      const [kind, step] = data.subarray(head.length);
      if (kind === 2 && step === 1)
        return failed(new Error(`refused: ${data.toString('latin1', head.length)}`));
      if (kind === 0 && step === 0)
        socket.send(nothingFrame(head === heads[0] ? names.main : names.internal));
      if (kind === 0 && step === 1 && lacking.delete(head) && lacking.size === 0) done();
      if (kind === 0 && step === 2) receipts.received(data, me);
      if (kind === 8) receipts.acknowledged(me);
      if (kind === 5) answered(data.toString('utf8', head.length + 1));
    });
  });

  function answered(payload: string): void {
    const said = JSON.parse(payload.slice(payload.indexOf('{'))) as {
      t: string;
      id?: string;
      refused?: unknown;
    };
    if (said.t !== 'answer' || said.id === undefined) return;
    answers.get(said.id)?.(said.refused);
    answers.delete(said.id);
  }
  const ask = () => socket.send(saidFrame(names.main, { t: 'clock', sent: Math.round(performance.now()) }));
  const asking = setInterval(ask, CLOCK_EVERY_MS);
  return {
    write() {
      const entry = {
        id: receipts.sent(me),
        title: 'A problem of some length, as they are written in a meeting',
        by: person,
        area: 'sales',
        readings: [],
      };
      addEntry({ main: doc, internal: NOWHERE }, 'problem', entry);
    },
    command: (body) =>
      new Promise((done, failed) => {
        const command = { ...body, id: `c${me}-${(serial += 1)}` };
        answers.set(command.id, (refused) =>
          refused === undefined ? done() : failed(new Error(`refused: ${JSON.stringify(refused)}`)),
        );
        socket.send(saidFrame(names.main, { t: 'command', command }));
      }),
    leave() {
      left = true;
      clearInterval(asking);
      socket.close();
      doc.destroy();
    },
  };
}
const NOWHERE = new Y.Doc();
