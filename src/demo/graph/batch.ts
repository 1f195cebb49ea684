import { isObject, type Json, objectOf, Reader } from './http/body';
import { isOfMailbox } from './http/concurrency';
import { badRequest } from './http/errors';
import type { Reply } from './types';

const MOST_REQUESTS = 20;
/** What Outlook takes at a time; it lets further readers wait and refuses further writers. */
const AT_A_TIME = 4;

type Inner = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly dependsOn: readonly string[];
};

export type RunInner = (request: Pick<Inner, 'method' | 'url' | 'headers' | 'body'>) => Promise<Reply>;

/** POST /$batch: up to twenty requests in one, each answered for itself and in whatever order. */
export async function runBatch(body: string, run: RunInner): Promise<Reply> {
  const requests = requestsOf(objectOf(body));
  const refused = new Set(
    requests
      .filter(
        ({ method, url, dependsOn }) =>
          method !== 'GET' && isOfMailbox(url) && !/getschedule/i.test(url) && dependsOn.length === 0,
      )
      .slice(AT_A_TIME)
      .map(({ id }) => id),
  );
  const replies = new Map<string, Promise<Reply>>();
  const places = new Places();
  for (const inner of requests) {
    replies.set(
      inner.id.toLowerCase(),
      (async () => {
        const before = await Promise.all(inner.dependsOn.map((id) => replies.get(id.toLowerCase())));
        if (before.some((reply) => (reply?.status ?? 500) >= 400)) return FAILED_DEPENDENCY;
        if (refused.has(inner.id)) return THROTTLED;
        return places.within(() => run(inner));
      })(),
    );
  }
  const responses = await Promise.all(
    requests.map(async ({ id }) => {
      const reply = (await replies.get(id.toLowerCase())) ?? FAILED_DEPENDENCY;
      const type = reply.body === undefined ? {} : { 'Content-Type': 'application/json' };
      return {
        id,
        status: reply.status,
        headers: { 'Cache-Control': 'private', ...type, ...reply.headers },
        ...(reply.body !== undefined && { body: reply.body }),
      };
    }),
  );
  // Nobody may rely on the order.
  return { status: 200, body: { responses: responses.reverse() } };
}

const FAILED_DEPENDENCY: Reply = {
  status: 424,
  body: {
    error: {
      code: 'FailedDependency',
      message: 'This request failed because a request that it depends on failed.',
    },
  },
};
const THROTTLED: Reply = {
  status: 429,
  headers: { 'Retry-After': '1' },
  body: {
    error: { code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.' },
  },
};

function requestsOf(body: Json): readonly Inner[] {
  const list = new Reader(body, 'batch', ['requests']).list('requests');
  if (list === undefined || list.length === 0)
    throw badRequest("Invalid batch payload format: 'requests' is missing or empty.");
  if (list.length > MOST_REQUESTS)
    throw badRequest(
      `Number of batch request steps exceeds the maximum value of ${MOST_REQUESTS}.`,
      'MaximumValueExceeded',
    );
  const seen = new Set<string>();
  return list.map((value) => {
    if (!isObject(value)) throw badRequest('Invalid batch payload format.');
    const inner = innerOf(value);
    if (seen.has(inner.id.toLowerCase()))
      throw badRequest(`Request Id ${inner.id} has to be unique in a batch.`);
    if (inner.dependsOn.some((id) => !seen.has(id.toLowerCase())))
      throw badRequest(`Request Id ${inner.id} depends on a request that does not stand before it.`);
    seen.add(inner.id.toLowerCase());
    return inner;
  });
}

function innerOf(value: Json): Inner {
  const reader = new Reader(value, 'batchRequest', ['id', 'method', 'url', 'headers', 'body', 'dependsOn']);
  const id = reader.text('id');
  const method = reader.text('method');
  const url = reader.text('url');
  if (id === undefined || id === '' || method === undefined || url === undefined)
    throw badRequest('A request of a batch needs id, method and url.');
  if (/^https?:/i.test(url) || /^\/?\$batch/i.test(url))
    throw badRequest(`The url of request ${id} must be relative and no batch.`);
  const headers = Object.fromEntries(
    Object.entries(reader.object('headers') ?? {}).map(([name, header]) => [
      name.toLowerCase(),
      String(header),
    ]),
  );
  const content = value['body'];
  if (content !== undefined && headers['content-type'] === undefined)
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers,
    body: content === undefined ? '' : typeof content === 'string' ? content : JSON.stringify(content),
    dependsOn: reader.texts('dependsOn') ?? [],
  };
}

/** Lets four in at a time, the others wait. */
class Places {
  private free = AT_A_TIME;
  private readonly waiting: (() => void)[] = [];

  async within<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((go) => this.waiting.push(go));
    else this.free--;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free++;
      else next();
    }
  }
}
