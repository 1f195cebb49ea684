// GM1 to GM9: src/graph/SPEC.md
import type { MeetingPlace } from '../../../src/app/ports/room';
import { createMeetings } from '../../../src/graph/meetings/meetings';
import { linkKeyOf, nearestOf } from '../../../src/graph/meetings/nearest';
import { failureOf, NEVER } from '../../contracts/outcome';
import { BASE, graphError, json, type Script, type Seen } from '../../support/scriptedFetch';
import { bed } from '../client/bed';

const CHAT = '19:meeting_Ym8@thread.v2';
const PLACE: MeetingPlace = { kind: 'chat', chat: CHAT };
const CHANNEL: MeetingPlace = { kind: 'channel', team: 'T', channel: '19:c@thread.tacv2', message: '17' };
const URL_ =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Ym8%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d';
const NOW = Date.UTC(2026, 10, 26, 9, 5);
const MINUTE = 60_000;
const APP = { graph: BASE, teamsApp: 'A P P', tabAddress: 'https://cadencia.example/meeting' };

function open(script: Script, app: Partial<typeof APP> = APP, zone = 'Europe/Madrid') {
  const { graph, fetch, timing, identity } = bed(script);
  const { teamsApp, tabAddress } = app;
  const meetings = createMeetings(graph, identity, { graph: BASE, teamsApp, tabAddress }, zone);
  const sent = () => fetch.seen.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
  return { meetings, fetch, timing, sent };
}
const bodyOf = (seen: Seen | undefined) => JSON.parse(seen?.body ?? 'null') as Record<string, unknown>;

const member = (id: string | null, more = {}) => ({
  userId: id,
  displayName: `Persona ${id}`,
  email: `${id}@Valdeolmo.example`,
  tenantId: 'T1',
  roles: ['owner'],
  ...more,
});

describe('GM1 a chat', () => {
  test('GM1 people, those from outside, and nobody who is none', async () => {
    const members = [
      member('m01'),
      member('g01', { roles: ['guest'], email: null }),
      member('x01', { tenantId: 'T2', displayName: 'Eve\u202Egpj\n<b>' }),
      member('y01', { tenantId: null }),
      member(null, { displayName: '+34 600 000 000' }),
    ];
    const onlineMeetingInfo = { joinWebUrl: URL_, organizer: { id: 'm01' } };
    const { meetings, timing, sent } = open(() =>
      json({ topic: 'Semanal', tenantId: 't1', onlineMeetingInfo, members }),
    );
    const about = await timing.settle(meetings.about(PLACE, NEVER));
    expect(sent()).toEqual([`GET /chats/${CHAT}`]);
    expect(about).toMatchObject({ topic: 'Semanal', organiser: 'm01', joinUrl: URL_, wholeTeam: false });
    expect(about.members).toEqual([
      { id: 'm01', name: 'Persona m01', mail: 'm01@valdeolmo.example', outsider: false },
      { id: 'g01', name: 'Persona g01', mail: '', outsider: true },
      { id: 'x01', name: 'Evegpj <b>', mail: 'x01@valdeolmo.example', outsider: true },
      { id: 'y01', name: 'Persona y01', mail: 'y01@valdeolmo.example', outsider: true },
    ]);
  });

  test('GM1 a list that may be cut is read by itself, page by page', async () => {
    const some = Array.from({ length: 25 }, (_, at) => member(`p${at}`));
    const { meetings, timing } = open(({ path }) => {
      if (!path.includes('/members')) return json({ topic: null, members: some });
      if (path.includes('skip')) return json({ value: [member('last')] });
      return json({ value: some, '@odata.nextLink': `${BASE}/chats/x/members?skip=25` });
    });
    const about = await timing.settle(meetings.about(PLACE, NEVER));
    expect(about.members).toHaveLength(26);
    expect(about).toMatchObject({ topic: '', organiser: undefined, joinUrl: undefined });
  });

  test.each([
    [403, 'Forbidden', { kind: 'denied' }],
    [404, 'NotFound', { kind: 'notFound' }],
  ])('GM1 whoever is not in it: %i', async (status, code, failure) => {
    const { meetings, timing } = open(() => graphError(status, code));
    expect(await failureOf(timing.settle(meetings.about(PLACE, NEVER)))).toEqual(failure);
  });
});

test('GM2 of a channel only its name is asked for', async () => {
  const { meetings, timing, fetch } = open(() => json({ id: 'c', displayName: 'General' }));
  const about = await timing.settle(meetings.about(CHANNEL, NEVER));
  expect(fetch.seen.map(({ path }) => path)).toEqual([
    '/teams/T/channels/19:c@thread.tacv2?$select=id,displayName',
  ]);
  expect(about).toEqual({
    topic: 'General',
    organiser: undefined,
    joinUrl: undefined,
    members: [],
    wholeTeam: true,
  });
});

const utc = (instant: number) => ({
  dateTime: new Date(instant).toISOString().slice(0, 19),
  timeZone: 'UTC',
});
const listed = (id: string, from: number, more = {}) => ({
  id,
  start: utc(from),
  end: utc(from + 35 * MINUTE),
  onlineMeeting: { joinUrl: URL_ },
  ...more,
});
const whole = (more = {}) => ({
  ...listed('e1', NOW),
  type: 'exception',
  originalStart: '2026-11-25T09:00:00Z',
  originalStartTimeZone: 'Romance Standard Time',
  seriesMasterId: 'S',
  subject: 'Semanal',
  isOrganizer: true,
  organizer: { emailAddress: { address: 'M01@valdeolmo.example' } },
  location: { displayName: 'Sala 3' },
  body: { contentType: 'html', content: '<p>Hola</p>' },
  attendees: [],
  ...more,
});
/** A calendar, and the event that is read whole. */
const calendar =
  (events: readonly object[], event: object = whole()): Script =>
  ({ path }) =>
    path.startsWith('/me/calendarView') ? json({ value: events }) : json(event);

describe('GM3 the occurrence at hand', () => {
  test('GM3 the calendar is read without bodies, and the event that counts again by itself', async () => {
    const events = [
      listed('other', NOW, { onlineMeeting: { joinUrl: URL_.replace('Ym8', 'x') } }),
      listed('cancelled', NOW - MINUTE, { isCancelled: true }),
      listed('no-teams', NOW - MINUTE, { onlineMeeting: null }),
      listed('e/1', NOW - 5 * MINUTE),
    ];
    const { meetings, timing, fetch } = open(calendar(events));
    const found = await timing.settle(meetings.occurrence(URL_, NOW, NEVER));
    expect(found).toMatchObject({
      original: Date.UTC(2026, 10, 25, 9),
      seriesEventId: 'S',
      place: 'Sala 3',
      organiserMail: 'm01@valdeolmo.example',
    });
    const [view, event] = fetch.seen;
    expect(view?.path).toContain(
      'startDateTime=2026-11-25T09:05:00.000Z&endDateTime=2026-12-03T09:05:00.000Z',
    );
    expect(view?.path).not.toContain('body');
    expect(event?.url).toContain('/me/events/e%2F1?');
    expect(event?.headers.get('prefer')).toContain('outlook.body-content-type="html"');
  });

  test('GM3 a body of two megabytes is read to its first', async () => {
    const body = { contentType: 'html', content: 'x'.repeat(2 * 1024 * 1024) };
    const { meetings, timing } = open(calendar([listed('e1', NOW)], whole({ body })));
    expect((await timing.settle(meetings.occurrence(URL_, NOW, NEVER)))?.bodyHtml).toHaveLength(1024 * 1024);
  });

  test('GM3 attendees, their answers and rooms', async () => {
    const at = (address: string | null, type: string, response: string | null) => ({
      type,
      status: response === null ? null : { response },
      emailAddress: { address, name: null },
    });
    const attendees = [
      at('A@v.example', 'required', 'accepted'),
      at('b@v.example', 'Optional', 'tentativelyAccepted'),
      at('c@v.example', 'required', 'Declined'),
      at('sala@v.example', 'resource', null),
      at(null, 'required', 'none'),
    ];
    const { meetings, timing } = open(calendar([listed('e1', NOW)], whole({ attendees })));
    expect((await timing.settle(meetings.occurrence(URL_, NOW, NEVER)))?.attendees).toEqual([
      { mail: 'a@v.example', name: 'a@v.example', type: 'required', answer: 'accepted' },
      { mail: 'b@v.example', name: 'b@v.example', type: 'optional', answer: 'tentative' },
      { mail: 'c@v.example', name: 'c@v.example', type: 'required', answer: 'declined' },
      { mail: 'sala@v.example', name: 'sala@v.example', type: 'room', answer: 'none' },
    ]);
  });

  test('GM3 addresses of one meeting are one, others and broken ones are not', () => {
    const key = linkKeyOf(URL_);
    for (const same of [
      URL_.toUpperCase(),
      encodeURIComponent(URL_),
      decodeURIComponent(URL_),
      ` ${URL_.split('?')[0]} `,
    ])
      expect(linkKeyOf(same)).toBe(key);
    for (const other of [URL_.replace('Ym8', 'Ym9'), '', '%', 'https://teams.microsoft.com/meet/123?p=a'])
      expect(linkKeyOf(other)).not.toBe(key);
    expect(linkKeyOf('https://teams.microsoft.com/meet/123?p=a')).not.toBe(
      linkKeyOf('https://teams.microsoft.com/meet/123?p=b'),
    );
  });
});

test('GM4 nearest to now', () => {
  const at = (from: number, minutes = 35) => ({
    time: { from: NOW + from * MINUTE, until: NOW + (from + minutes) * MINUTE },
  });
  const [over, soon, nextWeek] = [at(-45), at(20), at(7 * 24 * 60 - 45)];
  expect(nearestOf([at(-40, 60), over, at(-10)], NOW)).toEqual(at(-10));
  expect(nearestOf([over, nextWeek], NOW)).toBe(over);
  expect(nearestOf([at(-55), soon], NOW)).toBe(soon);
  expect(nearestOf([at(-200), soon], NOW)).toBe(soon);
  expect(nearestOf([at(-200), at(7 * 24 * 60 + 1)], NOW)).toEqual(at(-200));
  expect(nearestOf([at(-24 * 60 - 36)], NOW)).toBeUndefined();
  expect(nearestOf([], NOW)).toBeUndefined();
});

test.each([
  ['Romance Standard Time', 'Europe/Madrid', 'Europe/Madrid'],
  ['SA Pacific Standard Time', 'Europe/Madrid', 'America/Bogota'],
  ['America/Mexico_City', 'Europe/Madrid', 'America/Mexico_City'],
  ['tzone://Microsoft/Custom', 'America/Bogota', 'America/Bogota'],
  [null, 'Europe/Madrid', 'Europe/Madrid'],
])('GM4 the zone of %s on a machine in %s is %s', async (named, machine, zone) => {
  const { meetings, timing } = open(
    calendar([listed('e1', NOW)], whole({ originalStartTimeZone: named })),
    APP,
    machine,
  );
  expect((await timing.settle(meetings.occurrence(URL_, NOW, NEVER)))?.zone).toBe(zone);
});

test('GM4 a moved occurrence that does not tell where it was is malformed; one in its place is its start', async () => {
  const moved = open(calendar([listed('e1', NOW)], whole({ originalStart: null })));
  expect(await failureOf(moved.timing.settle(moved.meetings.occurrence(URL_, NOW, NEVER)))).toEqual({
    kind: 'malformed',
  });
  const placed = open(
    calendar(
      [listed('e1', NOW)],
      whole({ originalStart: null, type: 'singleInstance', seriesMasterId: null }),
    ),
  );
  const found = await placed.timing.settle(placed.meetings.occurrence(URL_, NOW, NEVER));
  expect(found?.original).toBe(NOW);
  expect(found).not.toHaveProperty('seriesEventId');
});

const tabs = (...ids: readonly string[]) => json({ value: ids.map((id) => ({ teamsApp: { id } })) });

describe('GM5 GM6 GM7 the panel', () => {
  test('GM5 a tab of our app is the panel, whoever added it; other apps’ are none', async () => {
    const ours = open(() => tabs('x', 'a p p'));
    expect(await ours.timing.settle(ours.meetings.hasPanel(PLACE, NEVER))).toBe(true);
    const others = open(() => tabs('x'));
    expect(await others.timing.settle(others.meetings.hasPanel(PLACE, NEVER))).toBe(false);
  });

  test('GM5 a channel is asked nothing; without catalogue or page it is not found', async () => {
    const { meetings, timing, sent } = open(() => tabs());
    expect(await timing.settle(meetings.hasPanel(CHANNEL, NEVER))).toBe(false);
    expect(await failureOf(timing.settle(meetings.addPanel(CHANNEL, 'C', NEVER)))).toEqual({
      kind: 'refused',
      code: 'channel',
    });
    expect(sent()).toEqual([]);
    const none = open(() => tabs(), {});
    expect(await failureOf(none.timing.settle(none.meetings.hasPanel(PLACE, NEVER)))).toEqual({
      kind: 'notFound',
    });
    expect(await failureOf(none.timing.settle(none.meetings.addPanel(PLACE, 'C', NEVER)))).toEqual({
      kind: 'notFound',
    });
  });

  test('GM6 the app with its permissions, then the tab', async () => {
    const { meetings, timing, fetch, sent } = open(({ method, path }) =>
      method === 'GET' ? tabs() : path.endsWith('Apps') ? new Response(null, { status: 201 }) : json({}, 201),
    );
    await timing.settle(meetings.addPanel(PLACE, 'Cadencia', NEVER));
    expect(sent()).toEqual([
      `POST /chats/${CHAT}/installedApps`,
      `GET /chats/${CHAT}/tabs`,
      `POST /chats/${CHAT}/tabs`,
    ]);
    const bind = { 'teamsApp@odata.bind': `${BASE}/appCatalogs/teamsApps/A%20P%20P` };
    expect(bodyOf(fetch.seen[0])).toEqual({
      ...bind,
      consentedPermissionSet: {
        resourceSpecificPermissions: [
          { permissionValue: 'OnlineMeetingIncomingAudio.Detect.Chat', permissionType: 'delegated' },
          { permissionValue: 'MeetingStage.Write.Chat', permissionType: 'delegated' },
        ],
      },
    });
    expect(bodyOf(fetch.seen[2])).toEqual({
      ...bind,
      displayName: 'Cadencia',
      configuration: { entityId: 'cadencia-meeting', contentUrl: APP.tabAddress, websiteUrl: APP.tabAddress },
    });
  });

  test('GM6 what is there already is no mistake and stays once', async () => {
    const { meetings, timing, sent } = open(({ method }) =>
      method === 'GET' ? tabs('A P P') : graphError(409, 'Conflict'),
    );
    await timing.settle(meetings.addPanel(PLACE, 'Cadencia', NEVER));
    expect(sent().filter((line) => line === `POST /chats/${CHAT}/tabs`)).toEqual([]);
    const attendee = open(() => graphError(403, 'Forbidden'));
    expect(await failureOf(attendee.timing.settle(attendee.meetings.addPanel(PLACE, 'C', NEVER)))).toEqual({
      kind: 'denied',
    });
  });

  test('GM7 a tab whose answer was lost is looked for, and never added twice', async () => {
    for (const arrived of [true, false]) {
      let asked = 0;
      const { meetings, timing, sent } = open(({ method, path }) => {
        if (method === 'GET') return asked++ > 0 && arrived ? tabs('A P P') : tabs();
        return path.endsWith('Apps') ? new Response(null, { status: 201 }) : 'cut';
      });
      const work = timing.settle(meetings.addPanel(PLACE, 'Cadencia', NEVER));
      if (arrived) await work;
      else expect(await failureOf(work)).toEqual({ kind: 'offline' });
      expect(sent().filter((line) => line === `POST /chats/${CHAT}/tabs`)).toHaveLength(1);
    }
  });
});

describe('GM8 saying something', () => {
  test.each([
    [PLACE, `/chats/${CHAT}/messages`],
    [CHANNEL, '/teams/T/channels/19:c@thread.tacv2/messages/17/replies'],
  ])('GM8 it goes where it belongs', async (place, path) => {
    const { meetings, timing, fetch } = open(() => json({ id: '1' }, 201));
    await timing.settle(meetings.say(place, '<p>Acta</p>', NEVER));
    expect(fetch.seen.map((seen) => `${seen.method} ${seen.path}`)).toEqual([`POST ${path}`]);
    expect(bodyOf(fetch.seen[0])).toEqual({ body: { contentType: 'html', content: '<p>Acta</p>' } });
  });

  test.each<[string, Script, object | undefined, number]>([
    ['a lost answer', () => 'cut', { kind: 'offline' }, 1],
    ['a broken service', () => graphError(503, 'serviceNotAvailable'), { kind: 'unavailable' }, 1],
    ['an answer that nobody can read', () => new Response('<html>', { status: 201 }), undefined, 1],
    [
      'patience asked for',
      (_, nth) => (nth === 1 ? graphError(429, 'TooManyRequests', { 'retry-after': '1' }) : json({}, 201)),
      undefined,
      2,
    ],
  ])('GM8 nothing is said twice: %s', async (_, script, failure, requests) => {
    const { meetings, timing, fetch } = open(script);
    const work = timing.settle(meetings.say(PLACE, '<p>Acta</p>', NEVER));
    if (failure === undefined) await work;
    else expect(await failureOf(work)).toEqual(failure);
    expect(fetch.seen).toHaveLength(requests);
  });
});

describe('GM9 a mail', () => {
  const TO = [
    { name: 'Noelia Quirós', mail: 'noelia@valdeolmo.example' },
    { name: 'Gonzalo "Gon" Cifuentes', mail: 'gonzalo@valdeolmo.example' },
  ];
  const send = (script: Script) => {
    const { meetings, timing, fetch } = open(script);
    return { work: timing.settle(meetings.mail(TO, 'Acta', '<p>Acta</p>', NEVER)), fetch };
  };

  test('GM9 one for all of them, kept among what was sent', async () => {
    const { work, fetch } = send(() => new Response(null, { status: 202 }));
    await work;
    expect(fetch.seen.map((seen) => `${seen.method} ${seen.path}`)).toEqual(['POST /me/sendMail']);
    expect(bodyOf(fetch.seen[0])).toEqual({
      message: {
        subject: 'Acta',
        body: { contentType: 'html', content: '<p>Acta</p>' },
        toRecipients: TO.map(({ name, mail }) => ({ emailAddress: { name, address: mail } })),
      },
      saveToSentItems: true,
    });
  });

  test.each<[string, Script, object | undefined, number]>([
    ['a lost answer', () => 'cut', { kind: 'offline' }, 1],
    ['a broken service', () => graphError(503, 'serviceNotAvailable'), { kind: 'unavailable' }, 1],
    ['no consent', () => graphError(403, 'ErrorAccessDenied'), { kind: 'consent', tier: 'mail' }, 1],
    [
      'patience asked for',
      (_, nth) =>
        nth === 1
          ? graphError(429, 'ApplicationThrottled', { 'retry-after': '1' })
          : new Response(null, { status: 202 }),
      undefined,
      2,
    ],
  ])('GM9 nothing is sent twice: %s', async (_, script, failure, requests) => {
    const { work, fetch } = send(script);
    if (failure === undefined) await work;
    else expect(await failureOf(work)).toEqual(failure);
    expect(fetch.seen).toHaveLength(requests);
  });
});
