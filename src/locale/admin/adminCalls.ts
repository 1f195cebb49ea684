import type { ProbeId } from '../../app/ports/probes';

/** The calls behind the tests, as whoever reads a log or Microsoft's reference knows them; the same in every language. */
export const ADMIN_CALLS: Readonly<Record<ProbeId, string>> = {
  profile: 'GET /me',
  people: 'GET /users?$filter=startswith(…)',
  calendar: 'POST /me/calendar/getSchedule',
  chat: 'GET /chats/{id}?$expand=members',
  panel: 'GET /chats/{id}/tabs',
  rooms: 'POST /rooms/near',
  tasks: 'GET /me/planner/tasks',
  folder: 'GET /me/drive/special/approot/children',
  site: 'GET /sites/{id}/drive',
  department: 'GET /users?$filter=department eq …',
  transcripts: 'GET /me/onlineMeetings/{id}/transcripts',
  speakers: 'GET …/transcripts/{id}/metadataContent',
};

const SWITCH = 'Set-CsTeamsMeetingConfiguration -Identity Global';

/** Lines that do what their name says, as they are copied. */
export const ADMIN_LINES = {
  access: `${SWITCH} -EnableGraphTranscriptAccess $true`,
  names: `${SWITCH} -EnableAttributedTranscripts $true`,
  catalogue: 'TEAMS_APP=…',
  cap: (mode: string) => `BALANCE_CAP=${mode}`,
} as const;

/** Where the policies of apps are. */
export const TEAMS_ADMIN = 'https://admin.teams.microsoft.com/policies/manage-apps';
