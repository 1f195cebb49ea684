import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fault, FAULT_KINDS, type Faults } from './faults';
import { isObject } from './http/body';
import { readBody } from './http/messages';
import { isForeign } from './http/origin';

/**
 * `POST` adds a fault or a list of them, `DELETE` clears them, `GET` lists them. Answers the list; 400 for what is no
 * fault, 403 for a page of another origin. It is no part of Graph.
 */
export async function handleFaults(
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, body: unknown) => {
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  };
  if (isForeign(request)) return answer(403, { error: 'another origin' });
  switch (request.method) {
    case 'GET':
      return answer(200, faults.list());
    case 'DELETE':
      faults.clear();
      return answer(200, []);
    case 'POST': {
      const wanted = faultsIn(await readBody(request));
      if (wanted === undefined) return answer(400, { error: 'not a fault', kinds: FAULT_KINDS });
      for (const fault of wanted) faults.add(fault);
      return answer(200, faults.list());
    }
    default:
      return answer(405, { error: 'GET, POST or DELETE' });
  }
}

function faultsIn(body: string): readonly Fault[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isFault) ? list : undefined;
}

function isFault(value: unknown): value is Fault {
  if (!isObject(value) || !FAULT_KINDS.some((kind) => kind === value['kind'])) return false;
  const { kind, times, method, path, person } = value;
  const optional = (one: unknown, type: string) => one === undefined || typeof one === type;
  if (
    !optional(times, 'number') ||
    !optional(method, 'string') ||
    !optional(path, 'string') ||
    !optional(person, 'string')
  )
    return false;
  if (typeof path === 'string' && !isPattern(path)) return false;
  switch (kind as Fault['kind']) {
    case 'status':
      return (
        Number.isInteger(value['status']) && Number(value['status']) >= 400 && Number(value['status']) < 600
      );
    case 'latency':
    case 'lateMeeting':
      return typeof value['ms'] === 'number';
    case 'mailbox':
      return isTexts(value['addresses']);
    case 'scope':
      return isTexts(value['scopes']) || typeof value['tier'] === 'string';
    case 'lost':
    case 'expired':
    case 'interaction':
      return true;
  }
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function isPattern(path: string): boolean {
  try {
    new RegExp(path);
    return true;
  } catch {
    return false;
  }
}
