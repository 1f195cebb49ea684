import { badRequest } from '../http/errors';
import { deniedBy } from '../http/router';
import { filterOf } from '../odata/filter';
import { expandOf, selected, selectOf } from '../odata/options';
import { pageOf } from '../odata/page';
import type { GraphRequest, Route } from '../types';
import type { Artefacts, AttendanceReport } from './artefacts';
import type { OnlineMeetings } from './onlineMeetings';

const READ = ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'];
const ARTEFACTS = ['OnlineMeetingArtifact.Read.All'];
const FIELDS = [
  'id',
  ...['creationDateTime', 'startDateTime', 'endDateTime', 'joinWebUrl', 'subject', 'isBroadcast'],
  ...['allowTranscription', 'allowedPresenters', 'participants', 'chatInfo'],
];

export type MeetingKeeping = {
  readonly base: string;
  readonly meetings: OnlineMeetings;
  readonly artefacts: Artefacts;
};

/** The meeting behind an address, and who was in its calls (facts/graph.md, sections 3 and 6). */
export function meetingRoutes({ base, meetings, artefacts }: MeetingKeeping): readonly Route[] {
  const at = 'users/{user}/onlinemeetings';
  const routes: readonly Omit<Route, 'method' | 'denied'>[] = [
    {
      pattern: at,
      scopes: READ,
      handle(request, { user }) {
        mine(request, user);
        const filter = request.query.get('$filter');
        if (filter === undefined) throw badRequest('Filter expression expected - /onlineMeetings?$filter=…');
        const { matches, fields } = filterOf(filter);
        if ([...fields].some((name) => name.toLowerCase() !== 'joinweburl') || !/\beq\b/i.test(filter))
          throw badRequest('Invalid filter expression: only JoinWebUrl eq is supported.');
        const chat = meetings.found(request.caller, (joinWebUrl) => matches({ joinWebUrl }));
        const value = chat === undefined ? [] : [meetings.json(chat)];
        const select = selectOf(request.query);
        return {
          status: 200,
          body: {
            '@odata.context': `${base}/$metadata#users('${user}')/onlineMeetings`,
            value: value.map((one) => selected(one, select, FIELDS, 'onlineMeeting')),
          },
        };
      },
    },
    {
      pattern: `${at}/{meeting}`,
      scopes: READ,
      handle(request, { user, meeting = '' }) {
        mine(request, user);
        const chat = meetings.entered(request.caller, meeting);
        return {
          status: 200,
          body: {
            '@odata.context': `${base}/$metadata#users('${user}')/onlineMeetings/$entity`,
            ...selected(meetings.json(chat), selectOf(request.query), FIELDS, 'onlineMeeting'),
          },
        };
      },
    },
    {
      pattern: `${at}/{meeting}/attendancereports`,
      scopes: ARTEFACTS,
      handle(request, { user, meeting = '' }) {
        mine(request, user);
        const chat = meetings.entered(request.caller, meeting);
        const all = artefacts.reportsOf(chat.id).map(reportJson);
        const page = pageOf(request, all, { base, size: 10, most: 100, by: '$skiptoken' });
        // The records are in the report alone.
        const value = page.items.map((one) => ({ ...one, attendanceRecords: [] }));
        const context = `${base}/$metadata#users('${user}')/onlineMeetings('…')/attendanceReports`;
        return { status: 200, body: { '@odata.context': context, ...page.next, value } };
      },
    },
    {
      pattern: `${at}/{meeting}/attendancereports/{report}`,
      scopes: ARTEFACTS,
      handle(request, { user, meeting = '', report: id }) {
        mine(request, user);
        const chat = meetings.entered(request.caller, meeting);
        const report = artefacts.reportsOf(chat.id).find((one) => one.id === id);
        if (report === undefined) throw badRequest('Bad report id.', 'BadRequest');
        const expanded = expandOf(request.query, ['attendanceRecords']).length > 0;
        return {
          status: 200,
          body: {
            '@odata.context': `${base}/$metadata#users('${user}')/onlineMeetings('…')/attendanceReports(attendanceRecords())/$entity`,
            ...reportJson(report),
            ...(expanded && { attendanceRecords: recordsOf(report) }),
          },
        };
      },
    },
  ];
  return routes.map((route) => ({ ...route, method: 'GET', denied: 'teams' }));
}

/** Somebody else's meetings are nobody's to read with a delegated token. */
export function mine({ caller }: GraphRequest, user: string | undefined): void {
  if (user !== caller.personId) throw deniedBy('teams');
}

const date = (instant: number): string => new Date(instant).toISOString();

const reportJson = ({ id, from, until, attendees }: AttendanceReport) => ({
  id,
  totalParticipantCount: attendees.length,
  meetingStartDateTime: date(from),
  meetingEndDateTime: date(until),
});

const recordsOf = ({ id, attendees }: AttendanceReport) =>
  attendees.map(({ name, personId, mail, role, spans }, nth) => ({
    id: personId ?? `${id}-${nth}`,
    emailAddress: mail ?? null,
    role,
    identity: { id: personId ?? null, displayName: name },
    totalAttendanceInSeconds: spans.reduce((sum, span) => sum + secondsOf(span), 0),
    attendanceIntervals: spans.map((span) => ({
      joinDateTime: date(span.from),
      leaveDateTime: date(span.until),
      durationInSeconds: secondsOf(span),
    })),
  }));

const secondsOf = ({ from, until }: { readonly from: number; readonly until: number }): number =>
  Math.round((until - from) / 1000);
