import { insertAgenda, agendaFromHtml, agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { aDesk, awayForDays, bruno, chooseMove, type Desk, EMPTY_BODY, settle, withAreas } from './desk';

const JOIN =
  '<div>________________________________________________________________________________</div>' +
  '<div><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc">Unirse a la reunión ahora</a></div>';
const property = (desk: Desk) => JSON.parse(desk.form.property ?? '{}') as Record<string, unknown>;

test('PL40 people typed by hand who are in no roster stay, informed ones are not invited', async () => {
  const form = fakeComposeHost({
    bodyHtml: EMPTY_BODY,
    attendees: [{ mail: 'Visita@fuera.example', name: 'Visita', type: 'optional' }],
  });
  const desk = aDesk(form);
  const pane = await withAreas(desk);
  pane.planning.openAreas();
  pane.planning.areas.setRole(bruno.id, 'informed');
  pane.planning.areas.save();
  await pane.until('slots');
  pane.planning.insert();
  await pane.until('done');
  const mails = form.form.attendees.map(({ mail }) => mail);
  expect(mails).toContain('Visita@fuera.example');
  expect(mails).not.toContain(bruno.mail);
});

test('PL41 what was typed by hand goes only with a yes', async () => {
  const agenda = agendaTemplate('weekly', 'es');
  const own = { ...agenda, items: agenda.items.map((item) => ({ ...item, title: `Mío ${item.title}` })) };
  const form = fakeComposeHost({
    subject: 'Comida',
    bodyHtml: EMPTY_BODY,
    recurrence: 'other',
  });
  const desk = aDesk(form);
  const pane = await withAreas(desk);
  form.type({ bodyHtml: insertAgenda(EMPTY_BODY, agendaToHtml(own)) });
  const before = form.form;
  pane.planning.insert();
  await settle();
  const { question } = pane.screen('slots');
  expect(question).toEqual({
    then: 'insert',
    fields: ['subject', 'recurrence', 'agenda'],
    subject: 'Comida',
  });
  pane.planning.answer(false);
  await settle();
  expect(pane.screen('slots').question).toBeUndefined();
  expect(form.form).toBe(before);
  expect(form.property).toBeUndefined();
  pane.planning.insert();
  await settle();
  pane.planning.answer(true);
  await pane.until('done');
  expect(form.form.subject).toBe('Semanal de Marketing y Ventas');
  expect(agendaFromHtml(form.form.bodyHtml)).toEqual(agenda);
});

test('PL41 what we wrote ourselves, or what says the same, is not asked about', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.insert();
  await pane.until('done');
  pane.planning.back();
  pane.planning.choose(1);
  pane.planning.openSeries();
  pane.planning.series.change({ title: 'Otro título' });
  pane.planning.series.save();
  await pane.until('slots');
  pane.planning.insert();
  await pane.until('done');
  expect(desk.form.form.subject).toBe('Otro título');
});

test('PL42 a form that cannot be filled stays as it was, and so does its memory', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const before = desk.form.form;
  desk.form.failNext('write', { kind: 'refused', code: '9002' });
  pane.planning.insert();
  await settle();
  const slots = pane.screen('slots');
  expect(slots.notice).toMatchObject({ kind: 'failed', during: 'insert' });
  expect(slots.working).toBeUndefined();
  expect(desk.form.form).toBe(before);
  expect(property(desk)).toEqual({ v: 1 });
  pane.planning.retry();
  await pane.until('done');
});

test('PL43 undo brings back the form as it was, and the series forgets the dates', async () => {
  const form = fakeComposeHost({
    subject: 'Semanal de Marketing y Ventas',
    bodyHtml: `<html><body><p>Hola</p>${JOIN}</body></html>`,
    attendees: [{ mail: bruno.mail, name: bruno.name, type: 'required' }],
  });
  const desk = aDesk(form);
  const pane = await withAreas(desk);
  const before = form.form;
  const file = () => [...desk.folder.files.values()][0]?.content ?? '';
  pane.planning.insert();
  await pane.until('done');
  expect(JSON.parse(file()).series?.chain ?? JSON.parse(file()).chain).toHaveLength(1);
  pane.planning.undo();
  const slots = await pane.until('slots');
  expect(form.form).toEqual(before);
  expect(slots).toMatchObject({ canUndo: false, notice: { kind: 'undone' } });
  expect(property(desk)).toEqual({ v: 1 });
  expect(slots.series.chain).toEqual([]);
});

test('PL44 undo keeps what a person wrote after inserting', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.insert();
  await pane.until('done');
  const guest = { mail: 'elena@tramontana.example', name: 'Elena', type: 'optional' } as const;
  desk.form.type({
    bodyHtml: desk.form.form.bodyHtml.replace('</body>', '<p>Traer las cifras</p></body>'),
    attendees: [...desk.form.form.attendees, guest],
  });
  pane.planning.undo();
  await pane.until('slots');
  expect(desk.form.form.bodyHtml).toContain('Traer las cifras');
  expect(agendaFromHtml(desk.form.form.bodyHtml)).toBeUndefined();
  expect(desk.form.form.attendees).toEqual([guest]);
});

test('PL45 a pane closed in mid-insert is noticed by the next one, and inserting again is safe', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  const form = desk.form.form;
  const stuck = Object.assign(Object.create(desk.form) as typeof desk.form, {
    write: () => new Promise<void>(() => undefined),
  });
  const closed = desk.open({ host: stuck });
  await closed.until('slots');
  closed.planning.insert();
  await settle();
  expect(closed.screen('slots').working).toBe('inserting');
  closed.planning.end();
  expect(desk.form.form).toBe(form);
  const pane = desk.open();
  expect((await pane.until('slots')).notice).toEqual({ kind: 'interrupted', what: 'inserting' });
  pane.planning.insert();
  await pane.until('done');
  expect(property(desk)['under']).toBeUndefined();
});

test('PL46 two presses insert once', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.insert();
  pane.planning.insert();
  pane.planning.createInTeams();
  await pane.until('done');
  expect(desk.form.written).toHaveLength(1);
  expect(desk.calendar.events.size).toBe(0);
});

test('PL47 the Teams link is told before anything is written, also when it is switched on meanwhile', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  expect(pane.screen('slots').teamsLink).toBe(false);
  desk.form.type({
    bodyHtml: `<html><body>${JOIN}</body></html>`,
    attendees: [{ mail: bruno.mail, name: bruno.name, type: 'optional' }],
  });
  expect((await pane.until('slots')).teamsLink).toBe(true);
  pane.planning.insert();
  expect((await pane.until('done')).teamsLink).toBe(true);
  expect(desk.form.form.bodyHtml).toContain(JOIN);
});

test('PL48 an agenda edited by hand in the invitation is the one to start with', async () => {
  const agenda = agendaTemplate('weekly', 'es');
  const own = { ...agenda, items: agenda.items.map((item) => ({ ...item, title: `Mío ${item.title}` })) };
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  desk.form.type({ bodyHtml: insertAgenda(EMPTY_BODY, agendaToHtml(own)) });
  const pane = desk.open();
  await pane.until('slots');
  pane.planning.openAgenda();
  expect(pane.screen('agenda')).toMatchObject({ fromInvitation: true, agenda: own });
});

test('PL48 one whose minutes no longer fit is shown, not inserted, and fitted by saving it', async () => {
  const { items } = agendaTemplate('weekly', 'es');
  const long = { language: 'es' as const, items: items.map((item) => ({ ...item, minutes: 8 })) };
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  desk.form.type({ bodyHtml: insertAgenda(EMPTY_BODY, agendaToHtml(long)) });
  const pane = desk.open();
  expect((await pane.until('slots')).agenda).toEqual({ items: 6, minutes: 48, of: 35 });
  pane.planning.insert();
  await settle();
  expect(pane.screen('slots').notice).toMatchObject({ kind: 'refused', code: 'agenda/sum' });
  expect(desk.form.written).toEqual([]);
  pane.planning.openAgenda();
  pane.planning.agenda.save();
  expect(pane.screen('slots').agenda).toEqual({ items: 6, minutes: 35, of: 35 });
  pane.planning.insert();
  await pane.until('done');
});

test('PL49 alternatives chosen before sending are kept, and offered when the organiser opens the series again', async () => {
  const desk = aDesk();
  awayForDays(desk);
  const first = await withAreas(desk);
  const moved = chooseMove(first);
  expect(first.screen('slots').mails).toEqual({ moves: 1, attendees: 3 });
  first.planning.insert();
  expect((await first.until('done')).moves).toEqual({ applied: 0, waiting: 1, failed: 0, attendees: 3 });
  first.planning.back();
  expect(first.screen('slots').waiting).toEqual([]);
  first.planning.end();
  // The organiser sends it; the service makes the series.
  const { start, end, attendees, bodyHtml, subject, recurrence } = desk.form.form;
  const event = await desk.calendar.create(
    {
      subject,
      bodyHtml,
      start,
      minutes: (end - start) / 60_000,
      zone: 'Europe/Madrid',
      attendees,
      ...(recurrence !== undefined && recurrence !== 'other' && { recurrence }),
      teamsMeeting: false,
    },
    'sent-by-hand',
    { cancelled: false, onCancel: () => () => undefined },
  );
  desk.form.save(event.id);
  const pane = desk.open();
  const slots = await pane.until('slots');
  expect(slots.waiting).toEqual([{ ...moved, state: 'chosen' }]);
  expect(slots.waitingMails).toEqual({ moves: 1, attendees: 3 });
  pane.planning.sessions.applyWaiting();
  expect((await pane.until('slots')).waiting).toEqual([]);
  const there = desk.calendar.events
    .get(event.id)
    ?.occurrences.find(({ original }) => original === moved.original);
  expect(there?.start).toBe(moved.start);
  expect(desk.faults).toEqual([]);
});

test('PL49 what cannot be moved stays waiting and is told; forgetting it is one press', async () => {
  const desk = aDesk();
  awayForDays(desk);
  const first = await withAreas(desk);
  chooseMove(first);
  first.planning.insert();
  await first.until('done');
  first.planning.end();
  desk.form.save('gone');
  const pane = desk.open();
  await pane.until('slots');
  pane.planning.sessions.applyWaiting();
  const slots = await pane.until('slots');
  expect(slots.notice).toMatchObject({ kind: 'failed', during: 'move' });
  expect(slots.waiting).toHaveLength(1);
  pane.planning.sessions.dropWaiting();
  expect((await pane.until('slots')).waiting).toEqual([]);
});

test('PL50 the form is filled although the dates could not be kept; the retry keeps them and writes no more', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  desk.home.failNext({ kind: 'offline' });
  pane.planning.insert();
  const done = await pane.until('done');
  expect(done.notice).toMatchObject({ kind: 'failed', during: 'keep' });
  pane.planning.retry();
  expect((await pane.until('done')).notice).toBeUndefined();
  expect(desk.form.written).toHaveLength(1);
  expect(done.series.chain).toEqual([]);
  expect([...desk.folder.files.values()][0]?.content).toContain('"starts"');
});
