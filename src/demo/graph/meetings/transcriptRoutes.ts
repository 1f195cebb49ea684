import { badRequest, GraphError } from '../http/errors';
import { filterOf } from '../odata/filter';
import { selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Params, Reply, Route } from '../types';
import type { Transcript } from './artefacts';
import { type MeetingKeeping, mine } from './meetingRoutes';
import { idOfMeeting } from './onlineMeetings';
import type { Switches } from './switches';
import { metadataOf, unattributedOf, vttOf } from './teamsVtt';

const SCOPES = ['OnlineMeetingTranscript.Read.All'];
const VTT = 'text/vtt';
const PLAIN = 'application/vnd.microsoft.graph.transcript+text';
const FIELDS = [
  'id',
  ...['meetingId', 'callId', 'contentCorrelationId', 'transcriptContentUrl', 'createdDateTime'],
  ...['endDateTime', 'meetingOrganizer'],
];

export type TranscriptKeeping = MeetingKeeping & { readonly switches: Switches };

/** Transcripts of a meeting, under the tenant's two switches (facts/graph.md, section 6). */
export function transcriptRoutes(keeping: TranscriptKeeping): readonly Route[] {
  const { base, meetings, artefacts, switches } = keeping;
  const at = 'users/{user}/onlinemeetings/{meeting}/transcripts';

  const opened = (request: GraphRequest, { user, meeting = '' }: Params) => {
    mine(request, user);
    if (!switches.now().transcripts)
      throw forbidden(
        'GraphAccessToTranscriptsDisabled',
        'Access to transcripts through Microsoft Graph is disabled by the tenant administrator.',
      );
    return meetings.entered(request.caller, meeting);
  };
  const transcriptAt = (request: GraphRequest, params: Params): Transcript => {
    const chat = opened(request, params);
    const found = artefacts.transcriptsOf(chat.id).find(({ id }) => id === params['transcript']);
    if (found === undefined) throw new GraphError(404, 'NotFound', 'The transcript was not found.');
    return found;
  };
  const json = (request: GraphRequest, params: Params, one: Transcript) => {
    const chat = opened(request, params);
    const meetingId = idOfMeeting(chat);
    const whole = {
      id: one.id,
      meetingId,
      callId: one.callId,
      contentCorrelationId: one.correlationId,
      transcriptContentUrl: `${base}/users/${params['user']}/onlineMeetings/${meetingId}/transcripts/${one.id}/content`,
      createdDateTime: new Date(one.from).toISOString(),
      endDateTime: new Date(one.until).toISOString(),
      meetingOrganizer: meetings.organiserOf(chat),
    };
    return selected(whole, selectOf(request.query), FIELDS, 'callTranscript');
  };
  const paidFor = (): void => {
    if (switches.now().metered)
      throw new GraphError(402, 'PaymentRequired', 'The evaluation quota of this metered API is used up.');
  };
  const attributed = (): void => {
    if (!switches.now().attribution)
      throw forbidden(
        'SpeakerAttributionNotAllowed',
        `Speaker attribution is disabled by the tenant administrator. Retry with Accept '${PLAIN}'.`,
      );
  };

  const routes: readonly Pick<Route, 'pattern' | 'handle'>[] = [
    {
      pattern: at,
      handle(request, params) {
        const chat = opened(request, params);
        const filter = request.query.get('$filter');
        const { matches, fields } = filter === undefined ? ALL : filterOf(filter);
        if ([...fields].some((name) => name.toLowerCase() !== 'contentcorrelationid'))
          throw badRequest('Invalid filter clause: only contentCorrelationId is supported.');
        const all = artefacts
          .transcriptsOf(chat.id)
          .filter(({ correlationId }) => matches({ contentCorrelationId: correlationId }));
        const page = pageOf(request, all, { base, size: 10, most: 100, by: '$skiptoken' });
        const value = page.items.map((one) => json(request, params, one));
        const context = `${base}/$metadata#users('${params['user']}')/onlineMeetings('…')/transcripts`;
        return {
          status: 200,
          body: { '@odata.context': context, '@odata.count': value.length, ...page.next, value },
        };
      },
    },
    {
      pattern: `${at}/{transcript}`,
      handle: (request, params) => ({
        status: 200,
        body: {
          '@odata.context': `${base}/$metadata#users('${params['user']}')/onlineMeetings('…')/transcripts/$entity`,
          ...json(request, params, transcriptAt(request, params)),
        },
      }),
    },
    {
      pattern: `${at}/{transcript}/content`,
      handle(request, params) {
        const transcript = transcriptAt(request, params);
        const type = wantedType(request);
        paidFor();
        if (type === VTT) attributed();
        return textReply(type, type === VTT ? vttOf(transcript) : unattributedOf(transcript));
      },
    },
    {
      pattern: `${at}/{transcript}/metadatacontent`,
      handle(request, params) {
        const transcript = transcriptAt(request, params);
        if (wantedType(request) !== VTT) throw formatNotTaken(PLAIN);
        paidFor();
        attributed();
        return textReply(VTT, metadataOf(transcript));
      },
    },
  ];
  return routes.map((route) => ({ ...route, method: 'GET', scopes: SCOPES, denied: 'teams' }));
}

const ALL = { matches: () => true, fields: new Set<string>() };

const forbidden = (inner: string, message: string): GraphError =>
  new GraphError(403, 'Forbidden', message, {}, { code: inner });

const formatNotTaken = (format: string): GraphError => badRequest(`Invalid format '${format}'`);

/** By `$format`, else by Accept; what `fetch` sends by itself, any type at all, is refused. */
function wantedType({ query, headers }: GraphRequest): typeof VTT | typeof PLAIN {
  const wanted = query.get('$format') ?? headers['accept'] ?? '*/*';
  const types = wanted.split(',').map((part) => (part.split(';')[0] ?? '').trim().toLowerCase());
  const found = types.find((type) => type === VTT || type === PLAIN);
  if (found === undefined) throw formatNotTaken(wanted);
  return found as typeof VTT | typeof PLAIN;
}

const textReply = (type: string, text: string): Reply => ({
  status: 200,
  headers: { 'Content-Type': type },
  body: Buffer.from(text, 'utf8'),
});
