import { agendaFromHtml } from '../../../src/domain/agenda/html';
import { aDesk, amparo, bruno, irene, rodrigo, withAreas } from './desk';

test('PL1 the first time goes from the areas to the slots to an inserted invitation', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  expect(desk.faults).toEqual([]);
  const slots = pane.screen('slots');
  expect(slots.calendars).toMatchObject({ done: 4, of: 4, state: 'ready', unread: [] });
  expect(slots.options.length).toBeGreaterThan(2);
  pane.planning.choose(1);
  const chosen = pane.screen('slots').options[1];
  pane.planning.insert();
  const done = await pane.until('done');
  expect(done).toMatchObject({ how: 'inserted', canUndo: true, teamsLink: false });
  const form = desk.form.now();
  expect(form.subject).toBe('Semanal de Marketing y Ventas');
  expect(form.start).toBe(chosen?.slot.start);
  expect(form.end - form.start).toBe(35 * 60_000);
  expect(form.attendees.map(({ mail, type }) => [mail, type])).toEqual([
    [bruno.mail, 'optional'],
    [rodrigo.mail, 'required'],
    [amparo.mail, 'optional'],
  ]);
  expect(form.recurrence).toEqual({ every: 1, times: 25, weekday: chosen?.slot.pattern?.weekday });
  expect(agendaFromHtml(form.bodyHtml)?.items).toHaveLength(6);
  expect(irene.id).toBe('m01');
});
