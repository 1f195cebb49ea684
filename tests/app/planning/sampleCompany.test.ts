import { agendaFromHtml } from '../../../src/domain/agenda/html';
import { planSampleWeekly, sampleDesk } from './sampleDesk';

test('PL90 over the sample company the weekly meeting finds its Tuesday, and says why', async () => {
  const desk = sampleDesk();
  const slots = await planSampleWeekly(desk);
  expect(slots.calendars).toMatchObject({
    done: 8,
    of: 8,
    state: 'ready',
    unread: [],
    countries: ['ES', 'CO'],
    without: [],
  });
  const [best] = slots.options;
  expect(best?.slot.pattern).toEqual({ weekday: 2, time: '17:15' });
  expect(best?.of).toBe(25);
  expect(best?.elsewhere.map(({ times }) => times.map(({ time }) => time))).toEqual([['11:15', '10:15']]);
  expect(best?.never).toEqual([]);
  const holiday = slots.sessions.find(({ date }) => date === '2026-12-08');
  expect(holiday?.state).toBe('broken');
  expect(holiday?.label).toMatch(/inmaculada/i);
  expect(slots.warnings).toEqual([]);
  expect(slots.picture?.cells.some(({ held }) => held > 0)).toBe(true);
});

test('PL90 one press fills the invitation with it', async () => {
  const desk = sampleDesk();
  await planSampleWeekly(desk);
  desk.pane.planning.insert();
  const done = await desk.pane.until('done');
  expect(done.moves.attendees).toBe(7);
  const { form } = desk.form;
  expect(form.recurrence).toEqual({ every: 1, times: 25, weekday: 2 });
  expect(form.attendees).toHaveLength(7);
  expect(form.attendees.map(({ name }) => name)).not.toContain('Teresa Múgica Larrañaga');
  expect(agendaFromHtml(form.bodyHtml)?.items.map(({ minutes }) => minutes)).toEqual([5, 5, 10, 5, 5, 5]);
});
