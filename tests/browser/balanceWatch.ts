import * as decoding from 'lib0/decoding';
import type { ConsoleMessage, Frame, Page, Request, Response, WebSocket } from 'playwright-core';
import * as Y from 'yjs';
import { frameOf } from './meetingKeys';
import type { AtMeeting } from './meetingPages';

/** Something that one participant's pages received, sent or kept: where, and its content. */
export type Seen = { readonly where: string; readonly text: string };

/** What travels and stays with one participant, over a whole meeting and after it. */
export type Watch = {
  /** All of it so far; also what the browser keeps now. */
  look(): Promise<readonly Seen[]>;
};

/** Watches the pages of one participant's origin, beginning before they are opened. */
export function watch(page: Page, key: string): Watch {
  const host = `//${key}.localhost`;
  const seen: Seen[] = [];
  const pending: Promise<void>[] = [];
  const isTheirs = (frame: Frame | null): boolean => frame?.url().includes(host) === true;
  const fromThem = (request: Request): boolean => {
    try {
      return request.url().includes(host) || isTheirs(request.frame());
    } catch {
      // Of a worker of theirs, or of a page that has only just begun.
      return request.headers()['origin']?.includes(host) === true;
    }
  };
  // What the product is made of tells nothing of anybody.
  const isProgram = (response: Response): boolean =>
    /javascript|css|font|image|wasm/.test(response.headers()['content-type'] ?? '') ||
    ['script', 'stylesheet', 'font', 'image'].includes(response.request().resourceType());

  page.on('request', (request: Request) => {
    if (!fromThem(request)) return;
    seen.push({
      where: 'http',
      text: `${request.url()}\n${JSON.stringify(request.headers())}`,
    });
    const body = request.postData();
    if (body !== null) seen.push({ where: 'http', text: body });
  });
  page.on('response', (response: Response) => {
    if (!fromThem(response.request()) || isProgram(response)) return;
    pending.push(
      response.text().then(
        (text) => void seen.push({ where: 'http', text }),
        // A redirect, or what was given up: there is no body.
        () => undefined,
      ),
    );
  });
  page.on('websocket', (socket: WebSocket) => {
    if (!socket.url().includes(host)) return;
    const frames = { websocketsent: 'framesent', websocketreceived: 'framereceived' } as const;
    const docs = new Map<string, Y.Doc>();
    for (const [where, event] of Object.entries(frames))
      socket.on(event as 'framesent', ({ payload }: { payload: string | Buffer }) => {
        if (typeof payload === 'string') seen.push({ where, text: payload });
        else for (const text of textsIn(payload, docs)) seen.push({ where, text });
      });
  });
  page.on('console', (message: ConsoleMessage) => {
    if (message.location().url.includes(host)) seen.push({ where: 'console', text: message.text() });
  });

  return {
    async look() {
      await Promise.all(pending);
      seen.push(...(await keptBy({ key, page })));
      return seen;
    },
  };
}

/** What a frame of a room says: a message as JSON, or what the document holds once it has been taken in. */
function textsIn(payload: Buffer, docs: Map<string, Y.Doc>): readonly string[] {
  // The pulse of a connection has no name.
  if (payload.length < 3) return [payload.toString('latin1')];
  const decoder = decoding.createDecoder(new Uint8Array(payload));
  const name = decoding.readVarString(decoder);
  const kind = decoding.readVarUint(decoder);
  // The raw frame is kept too: a message of a kind that nobody knows is read as text.
  const raw = payload.toString('latin1');
  if (kind === 5 || kind === 6) return [decoding.readVarString(decoder)];
  if (kind !== 0 && kind !== 4) return [raw];
  const step = decoding.readVarUint(decoder);
  if (step === 0) return [raw];
  const doc = docs.get(name) ?? new Y.Doc();
  docs.set(name, doc);
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  return [raw, JSON.stringify(contentOf(doc))];
}

/** Everything that the browser keeps for that origin. */
async function keptBy(at: Pick<AtMeeting, 'key' | 'page'>): Promise<readonly Seen[]> {
  const frame = await frameOf(at as AtMeeting);
  return frame.evaluate(async () => {
    const kept: { where: string; text: string }[] = [];
    const keep = (where: string, value: unknown) =>
      kept.push({ where, text: typeof value === 'string' ? value : JSON.stringify(value) });
    for (const [where, store] of [
      ['localStorage', localStorage],
      ['sessionStorage', sessionStorage],
    ] as const)
      for (const key of Object.keys(store)) {
        keep(where, key);
        keep(where, store.getItem(key) ?? '');
      }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        if (!/javascript|css|font|image/.test(response?.headers.get('content-type') ?? ''))
          keep('cache', `${request.url}\n${await response?.text()}`);
      }
    }
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error as Error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of [...database.objectStoreNames]) {
        const of = database.transaction(store).objectStore(store);
        const [keys, values] = [
          await done(of.getAllKeys()),
          await done(of.getAll() as IDBRequest<unknown[]>),
        ];
        keys.forEach((key, at) => {
          // Documents are kept as bytes.
          const bytes = (_: string, value: unknown) =>
            value instanceof Uint8Array ? { bytes: [...value] } : value;
          kept.push({ where: 'indexedDB', text: JSON.stringify({ key, value: values[at] }, bytes) });
        });
      }
      database.close();
    }
    return kept;
  });
}

/** The documents that a device keeps as bytes, in their place. */
export function opened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(opened);
  const { bytes } = value as { bytes?: unknown };
  if (!Array.isArray(bytes))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, opened(one)]));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Uint8Array.from(bytes as number[]));
  return contentOf(doc);
}

const contentOf = (doc: Y.Doc): object =>
  Object.fromEntries([...doc.share.keys()].map((key) => [key, doc.getMap(key).toJSON()]));
