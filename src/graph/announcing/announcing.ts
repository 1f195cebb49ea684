import * as v from 'valibot';
import type { Announcing, Notice, NoticePlace } from '../../app/ports/announcing';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import { type Graph, type Operation, path } from '../client/call';
import { succeed } from '../client/failures';
import { ask } from '../client/json';

/** The service shows no more of it. */
const LONGEST_PREVIEW = 150;

/** Messages and notices as the person who is signed in (GN1 to GN4). `base` is Graph's own: places are named by their address there. */
export function createAnnouncing(graph: Graph, base: string): Announcing {
  const live = (cancel: Cancellation): Operation => ({ tier: 'live', cancel });
  const message = (where: string, html: string, operation: Operation): Promise<unknown> => {
    const body = { body: { contentType: 'html', content: html } };
    // Never repeated once it may have arrived, since everybody would read it twice.
    const call = { method: 'POST', path: where, body, repeatable: false } as const;
    return ask(graph, v.object({}), call, operation).catch(unlessTaken);
  };
  return {
    async post({ team, channel }, html, cancel) {
      await message(path`/teams/${team}/channels/${channel}/messages`, html, live(cancel));
    },
    async say(chat, html, cancel) {
      await message(path`/chats/${chat}/messages`, html, live(cancel));
    },
    async notify(where, to, notice, cancel) {
      const place = placeOf(where);
      const body = noticeBody(base + place, to, notice);
      const call = {
        method: 'POST',
        path: `${place}/sendActivityNotification`,
        body,
        repeatable: false,
      } as const;
      await succeed(graph, call, live(cancel));
    },
  };
}

const placeOf = (where: NoticePlace): string =>
  where.kind === 'chat' ? path`/chats/${where.chat}` : path`/teams/${where.team}`;

function noticeBody(topic: string, userId: string, { kind, preview, parameters }: Notice) {
  return {
    topic: { source: 'entityUrl', value: topic },
    activityType: kind,
    previewText: { content: preview.slice(0, LONGEST_PREVIEW) },
    templateParameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    recipient: { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId },
  };
}

/** It was taken, whatever the answer says of it. */
function unlessTaken(error: unknown): undefined {
  if (error instanceof PortFailure && error.failure.kind === 'malformed') return undefined;
  throw error;
}
