import { agendaFromHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { aDesk, amparo, awayForDays, bruno, chooseMove, type Desk, rodrigo, settle, withAreas } from './desk';

const property = (desk: Desk) => JSON.parse(desk.form.property ?? '{}') as Record<string, unknown>;
const only = (desk: Desk) => {
  const events = [...desk.calendar.events.values()];
  expect(events).toHaveLength(1);
  return events[0] as NonNullable<(typeof events)[0]>;
};

test('PL60 the event is made as a Teams meeting with everything in it, and the form is closed unsent', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { slot } = pane.screen('slots').options[0] ?? {};
  pane.planning.createInTeams();
  const done = await pane.until('done');
  expect(done).toMatchObject({ how: 'created', teamsLink: true, canUndo: false });
  expect(done.webLink).toBe('https://outlook.example/event-1');
  const { event, occurrences, mails } = only(desk);
  expect(event).toMatchObject({
    subject: 'Semanal de Marketing y Ventas',
    start: slot?.start,
    minutes: 35,
    zone: 'Europe/Madrid',
    teamsMeeting: true,
    recurrence: { every: 1, times: 25, weekday: slot?.pattern?.weekday },
  });
  expect(event.attendees.map(({ mail }) => mail)).toEqual([bruno.mail, rodrigo.mail, amparo.mail]);
  expect(agendaFromHtml(event.bodyHtml)).toEqual(agendaTemplate('weekly', 'es'));
  expect(occurrences.map(({ start }) => start)).toEqual(slot?.occurrences.map(({ start }) => start));
  expect(mails).toBe(1);
  expect(desk.form.written).toEqual([]);
  expect(desk.form.discarded).toBe(true);
  expect([...desk.folder.files.values()][0]?.content).toContain('"event-1"');
  expect(desk.faults).toEqual([]);
});

test('PL61 the intent is kept first: repeated after no answer, it is the same event', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { create } = desk.calendar;
  let under: unknown;
  desk.calendar.create = async (event, transaction, cancel) => {
    under = property(desk)['under'];
    await create(event, transaction, cancel);
    desk.calendar.failNext({ kind: 'offline' });
    return create(event, transaction, cancel);
  };
  pane.planning.createInTeams();
  const slots = await pane.until('slots');
  expect(under).toBe('creating');
  expect(slots.notice).toMatchObject({ kind: 'failed', failure: { kind: 'offline' }, during: 'create' });
  expect(desk.form.discarded).toBe(false);
  desk.calendar.create = create;
  pane.planning.retry();
  await pane.until('done');
  only(desk);
});

test('PL61 a pane closed in mid-creation is noticed by the next one, which makes no second event', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  const { create } = desk.calendar;
  const closed = desk.open({
    calendar: {
      ...desk.calendar,
      create: async (...values) => {
        await create(...values);
        return new Promise(() => undefined);
      },
    },
  });
  await closed.until('slots');
  closed.planning.createInTeams();
  await settle();
  closed.planning.end();
  const pane = desk.open();
  expect((await pane.until('slots')).notice).toEqual({ kind: 'interrupted', what: 'creating' });
  // The organiser's own calendar holds the event already: another time comes first now, and creating finds the event.
  pane.planning.createInTeams();
  expect((await pane.until('slots')).notice).toEqual({ kind: 'earlier' });
  only(desk);
});

test('PL62 an unanswered creation that had gone through with another time is told, not doubled', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { create } = desk.calendar;
  desk.calendar.create = async (event, transaction, cancel) => {
    await create(event, transaction, cancel);
    desk.calendar.failNext({ kind: 'unavailable' });
    return create(event, transaction, cancel);
  };
  pane.planning.createInTeams();
  await pane.until('slots');
  desk.calendar.create = create;
  pane.planning.choose(2);
  pane.planning.createInTeams();
  expect((await pane.until('slots')).notice).toEqual({ kind: 'earlier' });
  only(desk);
  expect(desk.form.discarded).toBe(false);
});

test('PL63 chosen alternatives are moved right after, one mail each to each attendee, as the pane had said', async () => {
  const desk = aDesk();
  awayForDays(desk);
  const pane = await withAreas(desk);
  const moved = chooseMove(pane);
  expect(pane.screen('slots').mails).toEqual({ moves: 1, attendees: 3 });
  pane.planning.createInTeams();
  const done = await pane.until('done');
  expect(done.moves).toEqual({ applied: 1, waiting: 0, failed: 0, attendees: 3 });
  const { occurrences, mails } = only(desk);
  expect(occurrences.find(({ original }) => original === moved.original)?.start).toBe(moved.start);
  expect(mails).toBe(2);
  pane.planning.end();
  const again = desk.open();
  expect((await again.until('slots')).waiting).toEqual([]);
});

test('PL63 an alternative that cannot be moved does not spoil the rest; it waits for the next opening', async () => {
  const desk = aDesk();
  awayForDays(desk);
  const pane = await withAreas(desk);
  chooseMove(pane);
  desk.calendar.moveOccurrence = async () => {
    desk.calendar.failNext({ kind: 'unavailable' });
    await desk.calendar.read('event-1', { cancelled: false, onCancel: () => () => undefined });
  };
  pane.planning.createInTeams();
  expect((await pane.until('done')).moves).toMatchObject({ applied: 0, failed: 1 });
  expect(desk.form.discarded).toBe(true);
  pane.planning.end();
  expect((await desk.open().until('slots')).waiting).toHaveLength(1);
});

test('PL64 a form that will not close is told: the event is there, and only the closing is repeated', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  desk.form.failNext('discard', { kind: 'unavailable' });
  pane.planning.createInTeams();
  const done = await pane.until('done');
  expect(done.notice).toMatchObject({ kind: 'failed', during: 'close' });
  expect(property(desk)['under']).toBeUndefined();
  pane.planning.retry();
  await settle();
  expect(desk.form.discarded).toBe(true);
  only(desk);
});

test('PL65 something typed by hand is asked about before creating too', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  desk.form.type({ subject: 'Comida' });
  pane.planning.createInTeams();
  await settle();
  expect(pane.screen('slots').question).toMatchObject({ then: 'create', fields: ['subject'] });
  expect(desk.calendar.events.size).toBe(0);
  pane.planning.answer(true);
  await pane.until('done');
  only(desk);
});

test.each([
  ['consent', { kind: 'consent', tier: 'plan' }],
  ['ten minutes', { kind: 'throttled', retryAfterMs: 600_000 }],
  ['refused', { kind: 'refused', code: 'ErrorInvalidRequest' }],
] as const)('PL66 a creation that fails (%s) leaves form and calendar as they were', async (_, failure) => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { form } = desk.form;
  const { create } = desk.calendar;
  let once = true;
  desk.calendar.create = (...values) => {
    if (once) desk.calendar.failNext(failure);
    once = false;
    return create(...values);
  };
  pane.planning.createInTeams();
  const slots = await pane.until('slots');
  expect(slots.notice).toEqual({ kind: 'failed', failure, during: 'create' });
  expect(slots.working).toBeUndefined();
  expect(desk.form.form).toBe(form);
  expect(desk.calendar.events.size).toBe(0);
  pane.planning.retry();
  await pane.until('done');
  only(desk);
});

test('PL67 after inserting, creating in Teams is still one press, and makes one event', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.insert();
  await pane.until('done');
  pane.planning.createInTeams();
  expect(await pane.until('done')).toMatchObject({ how: 'created', canUndo: false });
  only(desk);
  expect(desk.form.discarded).toBe(true);
});

test('PL68 a form that is on the calendar already is told before a second event is made', async () => {
  const desk = aDesk();
  desk.form.save('event-of-outlook');
  const pane = await withAreas(desk);
  pane.planning.createInTeams();
  await settle();
  expect(pane.screen('slots').question).toEqual({ then: 'create', fields: [], again: true });
  expect(desk.calendar.events.size).toBe(0);
  pane.planning.answer(false);
  await settle();
  expect(desk.calendar.events.size).toBe(0);
  pane.planning.createInTeams();
  await settle();
  pane.planning.answer(true);
  await pane.until('done');
  only(desk);
});
