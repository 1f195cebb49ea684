// The desk over the product's own Graph, keeper and words, on the demo tenant's Graph over HTTP.
import { testReach } from './testReach';
import { createMeetingDesk } from '../../../src/app/meeting/createMeetingDesk';
import type { MeetingScreen } from '../../../src/app/meeting/meetingView';
import { TEAMS_APP_ID } from '../../../src/demo/graph/teams/apps';
import { agendaFromHtml, agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { forOutsiders } from '../../../src/domain/meeting/captured';
import type { Member } from '../../../src/domain/rhythm/series';
import { createMicrosoft365 } from '../../../src/graph/microsoft365';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingWording } from '../../../src/locale/meeting/meetingWording';
import { createMemoryRooms } from '../../support/fakes/memoryRooms';
import { ALL_SCOPES, type Bed, type Json, openBed } from '../../demo/graph/bed';
import { LOG, schemaCheck } from '../../demo/graph/schemaCheck';
import { live, meetingWithChat, TEAMS_SCOPES, valuesOf } from '../../demo/graph/teamsBed';
import { aLink, aSeries } from '../../support/aSeries';
import { fakeMeetingHost } from '../../support/fakes/fakeMeetingHost';
import { eventually } from '../../support/eventually';

const START = Date.UTC(2026, 10, 24, 15, 15);
const ASK = { cancelled: false, onCancel: () => () => undefined };
const wording = createMeetingWording(createLocale('es-ES'), { agendaTemplate, forOutsiders });

async function opened(bed: Bed) {
  bed.clock.now = START - 120_000;
  const { event, chat } = await meetingWithChat(bed);
  const { content } = event['body'] as { readonly content: string };
  await live(bed, 'm01', 'PATCH', `/me/events/${String(event['id'])}`, {
    body: { contentType: 'html', content: agendaToHtml(agendaTemplate('weekly', 'es')) + content },
  });
  const joinUrl = String((event['onlineMeeting'] as Json)['joinUrl']);
  const member = (short: string, area: string, role: Member['role']): Member => {
    const { id, name, mail } = bed.person(short);
    return { id, name, mail, area, role, site: 'madrid' };
  };
  const series = aSeries({
    people: [
      member('m01', 'marketing', 'key'),
      member('m02', 'marketing', 'optional'),
      member('s01', 'sales', 'key'),
      { ...member('g01', 'sales', 'optional'), id: bed.person('g01').mail, outsider: true },
    ],
    chain: [aLink({ joinUrl, organiser: bed.person('m01').id, starts: [START] })],
  });
  const homeSite = bed.company.team?.siteId ?? '';
  const graphOf = (as: string) =>
    createMicrosoft365({
      graph: bed.base,
      identity: bed.identity(as, [...ALL_SCOPES, ...TEAMS_SCOPES]),
      clock: { now: () => bed.clock.now },
      random: () => 0,
      fetch: (url, init) => fetch(url, init),
      teamsApp: TEAMS_APP_ID,
      tabAddress: 'https://cadencia.example/meeting.html',
      homeSite,
    });
  await graphOf('m01').homes[0]?.create(series, ASK);
  let ids = 0;
  const next = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const rooms = createMemoryRooms({
    clock: { now: () => bed.clock.now },
    ids: { next },
    organiser: bed.person('m01').id,
    member: (id) => ({
      id,
      name: bed.company.people.find((one) => one.id === id)?.name ?? '',
      outsider: id === bed.person('g01').id,
    }),
  });
  const desks: { end(): void }[] = [];
  const faults: unknown[] = [];
  const place = { kind: 'chat', chat: decodeURIComponent(chat.replace('/chats/', '')) } as const;
  const open = (as: string) => {
    const { board, calendar, directory, meetings, homes, records, tasks } = graphOf(as);
    const desk = createMeetingDesk({
      ...{
        board,
        calendar,
        directory,
        meetings,
        homes,
        records,
        tasks,
        rooms,
        wording,
        reach: async () => testReach(),
        balanceCap: 'persons',
        told: { has: async () => true, add: async () => undefined },
      },
      host: fakeMeetingHost({ place, surface: 'tab' }),
      identity: bed.identity(as, [...ALL_SCOPES, ...TEAMS_SCOPES]),
      clock: { now: () => bed.clock.now },
      ids: { next },
      machineZone: 'Europe/Madrid',
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      report: (fault) => void faults.push(fault),
    });
    desks.push(desk);
    const screen = (): MeetingScreen => {
      const view = desk.view.get();
      if (view.screen !== 'meeting') throw new Error(JSON.stringify(view));
      return view;
    };
    return { desk, screen };
  };
  const enters = (as: string) => rooms.open({ place, start: START }, bed.person(as).id);
  return { open, chat, faults, series, enters, end: () => desks.forEach((desk) => desk.end()) };
}

/** Until it is so; what is over HTTP takes its time. */
async function until(isSo: () => boolean): Promise<void> {
  let is = false;
  await eventually(() => {
    try {
      is = isSo();
    } catch {
      // Not shown yet.
    }
    return is;
  });
  if (!is) throw new Error(`never so: ${isSo.toString()}`);
}

/** What the invitations of three weeks say. */
async function invitations(bed: Bed): Promise<readonly string[]> {
  const day = (weeks: number) => new Date(START + weeks * 7 * 86_400_000 - 43_200_000).toISOString();
  const { body } = await live(
    bed,
    'm01',
    'GET',
    `/me/calendarView?startDateTime=${day(0)}&endDateTime=${day(3)}&$top=200`,
  );
  return valuesOf(body)
    .map((event) => String((event['body'] as Json | undefined)?.['content'] ?? ''))
    .filter((html) => agendaFromHtml(html) !== undefined);
}

test('MD3 MD42 MD46 MD50 MD57 MD59 a meeting over the real Graph adapters, from the invitation to the minutes', async () => {
  const bed = await openBed({ log: LOG });
  const meeting = await opened(bed);
  try {
    const irene = meeting.open('m01');
    await until(() => irene.screen().running !== null && irene.screen().before.hasPanel !== null);
    expect(irene.screen()).toMatchObject({
      title: meeting.series.title,
      start: START,
      end: START + 35 * 60_000,
    });
    expect(irene.screen().areas.map(({ id, of }) => [id, of])).toEqual([
      ['marketing', 2],
      ['sales', 1],
    ]);
    // A guest is invited under an address; who comes in is one and the same.
    const guests = () => irene.screen().people.filter(({ outsider }) => outsider);
    expect(guests()).toMatchObject([{ id: bed.person('g01').mail, area: 'sales' }]);
    meeting.enters('g01');
    await until(() => guests()[0]?.id === bed.person('g01').id);
    expect(guests()).toMatchObject([{ area: 'sales', how: 'panel' }]);
    expect(irene.screen().before).toMatchObject({ hasPanel: false, mayAddPanel: true, isOrganiser: true });
    irene.desk.before.addPanel();
    await until(() => irene.screen().before.hasPanel === true);

    const rodrigo = meeting.open('s01');
    await until(() => rodrigo.screen().running !== null);
    bed.clock.now = START;
    irene.desk.command({ kind: 'start' });
    await until(() => rodrigo.screen().running?.phase === 'running');
    rodrigo.desk.capture.type(`${bed.person('m02').name}: enviar la lista antes del viernes`);
    rodrigo.desk.capture.save();
    await until(() => irene.screen().problems[0]?.tasks.length === 1);
    expect(irene.screen().problems[0]?.tasks).toMatchObject([
      { text: 'enviar la lista', owner: bed.person('m02').id, due: '2026-11-27' },
    ]);

    bed.clock.now = START + 34 * 60_000;
    irene.desk.command({ kind: 'end' });
    await until(() => rodrigo.screen().running?.phase === 'ended');
    rodrigo.desk.after.pushTasks();
    await until(() => rodrigo.screen().after.tasks.state !== 'working');
    expect(rodrigo.screen().after.tasks).toEqual({ state: 'done', failure: null, waiting: 0, done: 1 });
    irene.desk.after.keepRecord();
    await until(() => irene.screen().after.record.state !== 'working');
    expect(irene.screen().after.record).toEqual({ state: 'done', failure: null, place: 'site' });
    irene.desk.after.sendMinutes();
    await until(() => irene.screen().after.minutes.state !== 'working');
    expect(irene.screen().after.minutes).toMatchObject({ state: 'done', outsiders: 1 });
    const { body } = await live(bed, 'm01', 'GET', `${meeting.chat}/messages`);
    expect(JSON.stringify(valuesOf(body))).toContain('enviar la lista');

    // Next week the task that was left comes with the agenda, and is not sent again.
    meeting.end();
    bed.clock.now = START + 7 * 86_400_000 - 60_000;
    const again = meeting.open('m01');
    await until(() => again.screen().running !== null);
    expect(again.screen().before.left).toMatchObject([
      { text: 'enviar la lista', carried: 1, overdue: true },
    ]);
    expect(again.screen().chair.id).toBe(bed.person('s01').id);
    // Into this session's own invitation, and no other; the link stays.
    again.desk.before.putReview();
    again.desk.answer(true);
    await until(() => again.screen().before.review?.state === 'done');
    const bodies = await invitations(bed);
    expect(bodies.map((html) => html.includes('enviar la lista'))).toEqual([false, true, false]);
    const [first = '', second = ''] = bodies;
    expect(agendaFromHtml(second)).toEqual(agendaFromHtml(first));
    expect(second).toContain('meetup-join');
    again.desk.after.pushTasks();
    await until(() => again.screen().after.tasks.state === 'done');
    const group = bed.company.team?.groupId ?? '';
    const { body: plans } = await live(bed, 'm01', 'GET', `/groups/${group}/planner/plans`);
    const { body: listed } = await live(
      bed,
      'm01',
      'GET',
      `/planner/plans/${String(valuesOf(plans)[0]?.['id'])}/tasks`,
    );
    expect(valuesOf(listed).map((one) => one['title'])).toEqual(['enviar la lista']);
    expect(meeting.faults).toEqual([]);
  } finally {
    meeting.end();
    await bed.close();
  }
}, 30_000);

schemaCheck();
