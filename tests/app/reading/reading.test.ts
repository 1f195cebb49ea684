// RI1, RI3 to RI9: src/app/SPEC.md
import { createReading, type ReadingPorts } from '../../../src/app/reading/createReading';
import { bringOf, needsAccount, tasksOf } from '../../../src/app/reading/bringing';
import { placesOfItem, placesOfMeeting } from '../../../src/app/reading/places';
import type { ItemView, Reading } from '../../../src/app/reading/readingView';
import type { MeetingView } from '../../../src/app/meeting/meetingView';
import type { PersonalDesk } from '../../../src/app/follow/followDesk';
import type { PersonalView } from '../../../src/app/follow/followView';
import type { MeetingPlace } from '../../../src/app/ports/room';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import type { Series } from '../../../src/domain/rhythm/series';
import { aLink, aSeries } from '../../support/aSeries';
import { fakeReadHost } from '../../support/fakes/fakeReadHost';
import { followDesk } from '../../support/gallery/followDesk';
import { panelDesk } from '../../support/gallery/panelDesk';
import { tick } from '../../support/gallery/panelSample';
import { mineViews } from '../../support/gallery/rhythmViews';
import { tabMeeting, tabViews } from '../../support/gallery/tabViews';
import { settle } from '../meeting/testTime';

const CHAT = '19:meeting_abc@thread.v2';
const JOIN = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(CHAT)}/0?context=1`;
const AGENDA = agendaToHtml(agendaTemplate('weekly', 'es'));
const BODY = `${AGENDA}<p><a href="${JOIN}">Unirse</a></p>`;
const STARTING: MeetingView = { screen: 'starting' };
const MINE = mineViews['mine'] as PersonalView;

async function opened(
  shown: Parameters<typeof fakeReadHost>[0] = { subject: 'Semanal', bodyHtml: BODY },
  ports: Partial<ReadingPorts> = {},
) {
  const meeting = panelDesk(STARTING, tick);
  const mine = followDesk({ screen: 'starting' });
  const asked: { places: MeetingPlace[]; isIt: ((series: Series) => boolean) | undefined; reached: number } =
    {
      places: [],
      isIt: undefined,
      reached: 0,
    };
  const faults: unknown[] = [];
  const host = fakeReadHost(shown);
  const reading = createReading({
    host,
    reach: async () => {
      asked.reached += 1;
      return {
        meetingAt(place) {
          asked.places.push(place);
          return meeting.desk;
        },
        mineOf(isIt) {
          asked.isIt = isIt;
          return mine.desk as unknown as PersonalDesk;
        },
      };
    },
    machineZone: 'Europe/Madrid',
    report: (fault) => void faults.push(fault),
    ...ports,
  });
  await settle();
  return { reading, meeting, mine, asked, faults, host };
}
const itemIn = (reading: Reading): ItemView => {
  const view = reading.view.get();
  if (view.screen !== 'item') throw new Error(`the screen is ${view.screen}`);
  return view;
};
const showMine = (mine: ReturnType<typeof followDesk>, view: PersonalView) =>
  mine.show(view as unknown as Parameters<typeof mine.show>[0]);

test('RI1 what the invitation tells is there without anybody being asked', async () => {
  const { reading, asked } = await opened({
    subject: 'Semanal\n de Marketing',
    place: 'Sala Encina',
    bodyHtml: AGENDA,
    isOrganiser: true,
  });
  expect(itemIn(reading)).toMatchObject({
    ...{ title: 'Semanal de Marketing', place: 'Sala Encina', isOrganiser: true, zone: 'Europe/Madrid' },
    ...{ teams: 'none', link: null, together: null, agenda: { language: 'es' } },
  });
  expect(asked.reached).toBe(0);
});

test('RI1 without an appointment it says so; one that cannot be read is read again by a press', async () => {
  const nobody = await opened({}, { host: undefined });
  expect(nobody.reading.view.get()).toEqual({ screen: 'noItem' });
  const host = fakeReadHost({ bodyHtml: AGENDA });
  host.failNext({ kind: 'unavailable' });
  const { reading } = await opened({}, { host });
  expect(reading.view.get()).toEqual({ screen: 'failed', failure: { kind: 'unavailable' } });
  reading.retry();
  // While it reads there is nothing to press a second time.
  expect(reading.view.get()).toEqual({ screen: 'starting' });
  await settle();
  expect(itemIn(reading).agenda).toMatchObject({ language: 'es' });
});

test.each([
  ['an agenda', `<p>Hola</p><a href="${JOIN}">Unirse</a>`, 'chat'],
  ['a meeting in Teams', AGENDA, 'none'],
  ['a chat', `${AGENDA}<a href="https://teams.microsoft.com/meet/1">Unirse</a>`, 'address'],
])('RI3 without %s nothing is fetched, no room is entered', async (_name, bodyHtml, teams) => {
  const { reading, asked } = await opened({ bodyHtml });
  expect(itemIn(reading)).toMatchObject({ teams, together: null });
  expect(asked).toMatchObject({ reached: 0, places: [] });
});

test('RI4 an agenda in the invitation of a meeting opens its session and what is mine of its series', async () => {
  const { reading, asked, meeting, mine } = await opened();
  const { together, link } = itemIn(reading);
  if (together === null || typeof together === 'string') throw new Error('nothing is together');
  expect(together.meeting === meeting.desk && (together.mine as unknown) === mine.desk).toBe(true);
  expect(link).toBe(`https://teams.microsoft.com/l/chat/${encodeURIComponent(CHAT)}/0`);
  expect(asked.places).toEqual([{ kind: 'chat', chat: CHAT }]);
  const series = (joinUrl: string) =>
    aSeries({ chain: [aLink({ joinUrl: 'https://x.example' }), aLink({ joinUrl })] });
  expect(asked.isIt?.(series(JOIN.replace('context=1', 'context=2')))).toBe(true);
  expect(asked.isIt?.(series(JOIN.replace('abc', 'abd')))).toBe(false);
  reading.retry();
  await settle();
  expect(asked.reached).toBe(1);
});

test('RI4 scripts that do not arrive leave the agenda, and are fetched again by a press', async () => {
  let there = false;
  const { reading } = await opened(undefined, {
    reach: () =>
      there
        ? Promise.resolve({
            meetingAt: () => panelDesk(STARTING, tick).desk,
            mineOf: () => followDesk({ screen: 'starting' }).desk as unknown as PersonalDesk,
          })
        : Promise.reject(new Error('offline')),
  });
  expect(itemIn(reading)).toMatchObject({ together: 'notLoaded', agenda: { language: 'es' } });
  there = true;
  reading.retry();
  await settle();
  expect(typeof itemIn(reading).together).toBe('object');
});

test.each(['running', 'ended'])('RI5 once the meeting is %s the room is left', async (name) => {
  const { meeting } = await opened();
  meeting.show(tabMeeting);
  expect(meeting.calls).toEqual([]);
  meeting.show((tabViews[name] as { view: MeetingView }).view);
  expect(meeting.calls).toEqual([['end']]);
});

test('RI6 one press signs in for the session, and then for what is mine', async () => {
  const { reading, meeting, mine } = await opened();
  const notice = { kind: 'failed', step: 'open', failure: { kind: 'signIn' } } as const;
  meeting.show({ screen: 'signIn', notice });
  showMine(mine, { screen: 'signIn', failure: { kind: 'signIn' } });
  reading.signIn();
  expect([meeting.calls, mine.calls]).toEqual([[['signIn']], []]);
  meeting.show(STARTING);
  expect(mine.calls).toEqual([]);
  meeting.show(tabMeeting);
  expect(mine.calls).toEqual([['signIn']]);
});

test('RI6 whoever closes the window is asked nothing more', async () => {
  const { reading, meeting, mine } = await opened();
  meeting.show({ screen: 'signIn', notice: null });
  showMine(mine, { screen: 'signIn', failure: null });
  reading.signIn();
  meeting.show(STARTING);
  meeting.show({ screen: 'signIn', notice: null });
  meeting.show(tabMeeting);
  expect(mine.calls).toEqual([]);
});

test('RI6 nobody signed in is one state; a permission that is missing is said where it is', () => {
  const failed = (kind: 'signIn' | 'offline') =>
    bringOf({ screen: 'signIn', notice: { kind: 'failed', step: 'open', failure: { kind } } });
  const none = tasksOf({ screen: 'signIn', failure: null });
  const consent = tasksOf({ screen: 'signIn', failure: { kind: 'consent', tier: 'followUp' } });
  expect([needsAccount(failed('signIn'), none), needsAccount(failed('signIn'), consent)]).toEqual([
    true,
    false,
  ]);
  expect([needsAccount(failed('offline'), none), needsAccount(bringOf(tabMeeting), none)]).toEqual([
    false,
    false,
  ]);
});

test('RI7 a problem is brought only to a session that is near and has not begun', () => {
  const state = (view: MeetingView) => bringOf(view).state;
  expect(bringOf(tabMeeting)).toEqual({ state: 'open', meeting: tabMeeting });
  expect(state({ ...tabMeeting, running: null })).toBe('open');
  expect(state({ ...tabMeeting, running: null, unplanned: true })).toBe('notNear');
  expect(state({ screen: 'noMeeting' })).toBe('notNear');
  expect(bringOf({ screen: 'outside', why: 'notItsTime' })).toEqual({ state: 'outside', why: 'notItsTime' });
  expect(bringOf((tabViews['ended'] as { view: MeetingView }).view)).toEqual({ state: 'over', ended: true });
});

test('RI8 of my tasks only those of this series are shown; what keeps them away has a name', () => {
  const tasks = tasksOf(MINE);
  if (tasks.state !== 'tasks' || MINE.screen !== 'mine') throw new Error('no tasks');
  expect(tasks.mine.tasks.length).toBeGreaterThan(0);
  expect(tasks.mine.tasks).toEqual(MINE.tasks.filter(({ series }) => series !== null));
  expect(tasks.mine.tasks.length).toBeLessThan(MINE.tasks.length);
  expect(tasksOf({ screen: 'noSeries', unreadable: [] })).toEqual({ state: 'noSeries' });
  expect(tasksOf({ screen: 'failed', failure: { kind: 'offline' } })).toEqual({
    state: 'failed',
    failure: { kind: 'offline' },
  });
});

test('RI9 the clocks of others are that of the series, and those of its people once they are known', async () => {
  const { reading } = await opened({ bodyHtml: AGENDA, seriesZone: 'America/Bogota' });
  expect(placesOfItem(itemIn(reading))).toEqual([{ city: 'Bogotá', zone: 'America/Bogota' }]);
  expect(placesOfMeeting(STARTING)).toEqual([]);
  expect(placesOfMeeting({ ...tabMeeting, zone: 'Europe/Madrid' })).toEqual([
    ...tabMeeting.cities,
    { city: 'Madrid', zone: 'Europe/Madrid' },
  ]);
});

test('RI10 once ended nothing is shown any more, and both desks have ended', async () => {
  const { reading, meeting, mine } = await opened();
  let told = 0;
  reading.view.subscribe(() => (told += 1));
  reading.end();
  expect([meeting.calls, mine.calls]).toEqual([[['end']], [['end']]]);
  reading.retry();
  await settle();
  expect(told).toBe(0);
});
