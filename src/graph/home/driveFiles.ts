import * as v from 'valibot';
import { PortFailure } from '../../app/ports/failure';
import { type Answer, type Call, type Graph, type Operation, path } from '../client/call';
import { failureOf, orFail } from '../client/failures';
import { ask, askAll } from '../client/json';
import type { Place } from './place';

const DOWNLOAD = '@microsoft.graph.downloadUrl';
const SELECT = { $select: `id,name,eTag,size,file,${DOWNLOAD}` };

/** What a write answers. */
export const WRITTEN = v.object({ id: v.string(), eTag: v.string() });
const ITEM = v.object({
  id: v.string(),
  name: v.string(),
  eTag: v.string(),
  size: v.optional(v.number(), 0),
  /** Present for files, absent for folders. */
  file: v.optional(v.unknown()),
  [DOWNLOAD]: v.optional(v.string()),
});
export type Item = v.InferOutput<typeof ITEM>;

/** More files than anybody has; the rest of such a folder is not ours. */
const MOST_FILES = 1000;
/** SharePoint answers 409 to writes in quick succession although nobody changed anything. */
export const WRITES = 4;

/** The item behind an address, as `itemById` and `Place.file` give it. */
export const itemAt = (graph: Graph, where: string, operation: Operation): Promise<Item> =>
  ask(graph, ITEM, { method: 'GET', path: where, query: SELECT }, operation);

export const itemById = (place: Pick<Place, 'items'>, id: string): string => place.items + path`/${id}`;

/** Files of a folder; none while it does not exist yet. */
export async function filesIn(
  graph: Graph,
  place: Pick<Place, 'children'>,
  operation: Operation,
): Promise<readonly Item[]> {
  const call: Call = { method: 'GET', path: place.children, query: { ...SELECT, $top: 200 } };
  try {
    return (await askAll(graph, ITEM, call, operation, MOST_FILES)).filter(({ file }) => file !== undefined);
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return [];
    throw error;
  }
}

/**
 * The text in a file and the version of which it is, by the address that authorises itself, since a page cannot follow
 * the redirect of /content; such an address lives for minutes, so a refused one is asked for again once. Undefined when
 * it is larger than `most`.
 */
export async function textIn(
  graph: Graph,
  item: Item,
  most: number,
  operation: Operation,
  again: () => Promise<Item>,
): Promise<{ readonly item: Item; readonly text: string } | undefined> {
  if (item.size > most) return undefined;
  let present = item;
  let answer = await downloadOf(graph, present, operation);
  if (answer?.status !== 200) {
    present = await again();
    answer = await downloadOf(graph, present, operation);
  }
  if (answer === undefined) throw new PortFailure({ kind: 'malformed' });
  // Another service with other words: all that counts is whether the text came.
  if (answer.status !== 200)
    throw new PortFailure({ kind: answer.status === 404 ? 'notFound' : 'unavailable' });
  return { item: present, text: answer.text };
}

async function downloadOf(graph: Graph, item: Item, operation: Operation): Promise<Answer | undefined> {
  const url = item[DOWNLOAD];
  return url === undefined ? undefined : graph.download(url, operation);
}

/** Writes a file; a second one meets the first one's version or name, and is then recognised as our own. */
export function writeTo(to: string, body: string, more: Partial<Call>): Call {
  const headers = { 'Content-Type': 'application/json', ...more.headers };
  return { method: 'PUT', path: to, body, repeatable: true, ...more, headers };
}

/** Sends a write whose folders are made, the outermost first, when they are missing. */
export async function sendInto(
  graph: Graph,
  folders: readonly (Call | undefined)[],
  call: Call,
  operation: Operation,
): Promise<Answer> {
  const answer = await graph.send(call, operation);
  const makes = folders.filter((make) => make !== undefined);
  if (answer.status !== 404 || makes.length === 0) return answer;
  for (const make of makes) {
    const made = await graph.send(make, operation);
    // Somebody else made it in the meantime.
    if (made.status !== 409) orFail(made, make, operation);
  }
  return graph.send(call, operation);
}

export const isConflict = (answer: Answer, call: Call): boolean =>
  answer.status >= 300 && failureOf(answer, call, 'followUp').kind === 'conflict';
