import * as v from 'valibot';
import type { Cancellation } from '../../app/ports/cancellation';
import { PortFailure } from '../../app/ports/failure';
import type { TranscriptFile, Transcripts, TranscriptText } from '../../app/ports/transcripts';
import type { Interval } from '../../domain/time/types';
import { type Call, type Graph, type Operation, path } from '../client/call';
import { attendanceOf } from './attendance';
import { instantIn, overlap } from './instants';
import { listed } from './listing';
import { meetingIdOf } from './onlineMeeting';
import { succeedAt } from './refusals';

const TRANSCRIPT = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  createdDateTime: instantIn,
  endDateTime: v.nullish(instantIn),
});
/** Ten years of weeklies, each stopped and started twice. */
const MOST_TRANSCRIPTS = 2000;
const AS_VTT = { Accept: 'text/vtt' };

/** Transcripts and attendance over Graph (GT1 to GT6). `me` is the signed-in person's id, once it is known. */
export function createTranscripts(graph: Graph, me: () => string | undefined): Transcripts {
  const operationOf = (cancel: Cancellation): Operation => ({ tier: 'transcripts', cancel });
  const meetingOf = (joinUrl: string, operation: Operation) => meetingIdOf(graph, joinUrl, me(), operation);

  return {
    async list(joinUrl, time, cancel) {
      const operation = operationOf(cancel);
      const meeting = await meetingOf(joinUrl, operation);
      const call: Call = {
        method: 'GET',
        path: path`/me/onlineMeetings/${meeting}/transcripts`,
        query: { $select: 'id,createdDateTime,endDateTime' },
      };
      const all = await listed(graph, TRANSCRIPT, call, operation, MOST_TRANSCRIPTS);
      return all
        .map(({ id, createdDateTime: from, endDateTime }): TranscriptFile => {
          const until = endDateTime ?? time.until;
          return { id, meeting, from, until: Math.max(from + 1, until) };
        })
        .filter((file) => overlap(file, time))
        .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    },

    async read({ id, meeting, from }, cancel) {
      const operation = operationOf(cancel);
      const at = path`/me/onlineMeetings/${meeting}/transcripts/${id}`;
      const text = async (part: string): Promise<string> =>
        (await succeedAt(graph, { method: 'GET', path: at + part, headers: AS_VTT }, operation)).text;
      const metadata = await text('/metadataContent').catch(orOtherwise);
      if (metadata !== undefined && NAMES.test(metadata)) return { kind: 'metadata', text: metadata, from };
      return { kind: 'vtt', text: await text('/content'), from } satisfies TranscriptText;
    },

    attendance: (joinUrl, time: Interval, cancel) =>
      attendanceOf(graph, () => meetingOf(joinUrl, operationOf(cancel)), time, operationOf(cancel)),
  };
}

/** Without any, the other text tells whether there are none or whether the tenant keeps them back. */
const NAMES = /"speakerName"\s*:\s*"[^"]/;

/** A service that does not have, or does not give, this text may give the other one. */
function orOtherwise(error: unknown): undefined {
  if (!(error instanceof PortFailure)) throw error;
  const { failure } = error;
  const own =
    failure.kind === 'refused' && ['transcriptsOff', 'attributionOff', 'metered'].includes(failure.code);
  if (!own && (failure.kind === 'notFound' || failure.kind === 'refused')) return undefined;
  throw error;
}
