import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Asked = {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What a door of the demo answers to each of these, over HTTP. */
export async function answerOf(
  door: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  asked: readonly Asked[],
): Promise<readonly { readonly status: number; readonly body: unknown }[]> {
  const server = createServer((request, response) => void door(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answers: { readonly status: number; readonly body: unknown }[] = [];
  for (const { path, body, headers = {} } of asked) {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${origin}${path}`, init);
    answers.push({ status: answer.status, body: await answer.json() });
  }
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  return answers;
}
