import type { Cancellation } from '../app/ports/cancellation';
import { PortFailure } from '../app/ports/failure';
import type { OwnTalk, OwnTalkStore, StoredOwnTalk } from '../app/ports/ownTalk';
import { same } from '../domain/rhythm/threeWay';
import { pause } from './client/abort';
import type { Answer, Graph, Operation } from './client/call';
import { orFail, succeed } from './client/failures';
import { parseAs } from './client/json';
import { backOffMs } from './client/retryAfter';
import type { Timing } from './client/timing';
import { isConflict, type Item, itemAt, itemById, textIn, WRITES, WRITTEN, writeTo } from './home/driveFiles';
import type { FindPlace, Place } from './home/place';
import { MAX_OWN_TALK_LENGTH, OWN_TALK_NAME, readOwnTalkFile, writeOwnTalkFile } from './ownTalkFile';

/** My own shares, in one file of the app's folder in my own drive (GO1 to GO4). */
export function createOwnTalk(graph: Graph, timing: Timing, findPlace: FindPlace): OwnTalkStore {
  const operationOf = (cancel: Cancellation): Operation => ({ tier: 'followUp', cancel });
  const itemIn = (place: Place, operation: Operation): Promise<Item | undefined> =>
    orNothing(itemAt(graph, place.file(OWN_TALK_NAME), operation));

  const readFrom = async (place: Place, operation: Operation): Promise<StoredOwnTalk | null> => {
    const item = await itemIn(place, operation);
    if (item === undefined) return null;
    const again = () => itemAt(graph, itemById(place, item.id), operation);
    const read = await orNothing(
      textIn(graph, item, MAX_OWN_TALK_LENGTH, operation, again).then(orUnreadable),
    );
    if (read === undefined) return null;
    const content = readOwnTalkFile(read.text);
    if (content.kind !== 'talk') throw unreadable();
    return { talk: content.talk, version: versionOf(read.item) };
  };

  /** After a write that met a conflict: it may have been our own earlier try. */
  const ours = async (
    talk: OwnTalk,
    place: Place,
    operation: Operation,
  ): Promise<StoredOwnTalk | undefined> => {
    try {
      const stored = await readFrom(place, operation);
      return stored !== null && same(stored.talk, talk) ? stored : undefined;
    } catch (error) {
      if (error instanceof PortFailure && error.failure.kind === 'malformed') return undefined;
      throw error;
    }
  };

  const create = async (talk: OwnTalk, body: string, place: Place, operation: Operation) => {
    const call = writeTo(`${place.file(OWN_TALK_NAME)}:/content`, body, {
      query: { '@microsoft.graph.conflictBehavior': 'fail' },
    });
    const answer = await graph.send(call, operation);
    const stored = answer.status === 409 && answer.uncertain ? await ours(talk, place, operation) : undefined;
    return stored ?? written(talk, orFail(answer, call, operation));
  };

  return {
    async read(cancel) {
      const operation = operationOf(cancel);
      return readFrom(await findPlace(operation), operation);
    },

    async write(talk, version, cancel) {
      const operation = operationOf(cancel);
      const body = writeOwnTalkFile(talk);
      const place = await findPlace(operation);
      if (version === null) return create(talk, body, place, operation);
      const [item = '', eTag = ''] = version.split(SEPARATOR);
      const call = writeTo(`${itemById(place, item)}/content`, body, { headers: { 'If-Match': eTag } });
      for (let failures = 0; ; failures++) {
        const answer = await graph.send(call, operation);
        // Another device took the file away.
        if (answer.status === 404) throw new PortFailure({ kind: 'conflict' });
        if (!isConflict(answer, call)) return written(talk, orFail(answer, call, operation));
        const stored = await ours(talk, place, operation);
        if (stored !== undefined) return stored;
        const now = await itemIn(place, operation);
        const unchanged = now?.id === item && now.eTag === eTag;
        if (!unchanged || failures + 1 >= WRITES) throw new PortFailure({ kind: 'conflict' });
        await pause(
          backOffMs(failures, 500, () => timing.random()),
          operation.cancel,
          timing,
        );
      }
    },

    async remove(cancel) {
      const operation = operationOf(cancel);
      const place = await findPlace(operation);
      const item = await itemIn(place, operation);
      if (item === undefined) return;
      const call = { method: 'DELETE', path: itemById(place, item.id), repeatable: true } as const;
      await orNothing(succeed(graph, call, operation));
    },
  };
}

const SEPARATOR = '\n';
const versionOf = ({ id, eTag }: { readonly id: string; readonly eTag: string }): string =>
  `${id}${SEPARATOR}${eTag}`;

const written = (talk: OwnTalk, answer: Answer): StoredOwnTalk => ({
  talk,
  version: versionOf(parseAs(WRITTEN, answer.text)),
});

const unreadable = (): PortFailure => new PortFailure({ kind: 'malformed', file: OWN_TALK_NAME });

function orUnreadable<T>(read: T | undefined): T {
  if (read === undefined) throw unreadable();
  return read;
}

/** What is not there, or went meanwhile, is nothing. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PortFailure && error.failure.kind === 'notFound') return undefined;
    throw error;
  }
}
