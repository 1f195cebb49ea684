import { instantOf } from '../../../src/domain/time/calendarDays';
import { PortFailure } from '../../../src/app/ports/failure';
import { aDesk, bruno, camilo, catalina, irene, rodrigo, settle, withAreas } from './desk';

/** Busy for all the planned weeks. */
const ALWAYS = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2028, 0, 1), status: 'busy' as const };

test('PL20 a mailbox that cannot be read is told by name, counts as unknown, and the rest goes on', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.openAreas();
  pane.planning.areas.add(camilo, 'sales');
  pane.planning.areas.add({ id: 'x99', name: 'Nadie Conocida', mail: 'x99@valdeolmo.example' }, 'sales');
  pane.planning.areas.save();
  const { calendars, options } = await pane.until('slots');
  expect(calendars.unread.map(({ name }) => name)).toEqual(['Camilo Restrepo Vélez', 'Nadie Conocida']);
  expect(options.length).toBeGreaterThan(0);
  for (const { slot } of options)
    for (const { missing } of slot.occurrences)
      expect(missing).toContainEqual({ person: camilo.id, why: 'unknown' });
});

test('PL21 reading costs one question for all mailboxes; an edit asks only for whom it does not know', async () => {
  const desk = aDesk();
  const asked: (readonly string[])[] = [];
  const { schedules } = desk.calendar;
  desk.calendar.schedules = (mails, ...rest) => {
    asked.push(mails);
    return schedules(mails, ...rest);
  };
  const pane = await withAreas(desk);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toHaveLength(4);
  pane.planning.openAreas();
  pane.planning.areas.add(catalina, 'marketing');
  pane.planning.areas.save();
  await pane.until('slots');
  expect(asked.slice(1)).toEqual([[catalina.mail]]);
});

test('PL22 who keeps another clock goes to a site of that clock, made when there is none; who was placed stays', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.openAreas();
  pane.planning.areas.add(catalina, 'marketing');
  pane.planning.areas.save();
  const { series, options } = await pane.until('slots');
  const site = series.sites.find(({ zone }) => zone === 'America/Bogota');
  expect(series.people.find(({ id }) => id === catalina.id)?.site).toBe(site?.id);
  expect(site?.country).toBe('CO');
  expect(options[0]?.elsewhere.map(({ city }) => city)).toEqual(['Bogotá']);
  pane.planning.openAreas();
  pane.planning.areas.setSite(catalina.id, 'site-1');
  pane.planning.areas.save();
  const after = await pane.until('slots');
  expect(after.series.people.find(({ id }) => id === catalina.id)?.site).toBe('site-1');
});

test('PL23 Esc keeps what arrived: an answer over it, the missing ones by name, and a way to go on', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  const pane = desk.open();
  const { schedules } = desk.calendar;
  // Half of the mailboxes arrive, the other half never does.
  desk.calendar.schedules = async (mails, window, zone, arrived, cancel) => {
    arrived(await schedules(mails.slice(0, 3), window, zone, () => undefined, cancel));
    return new Promise((_, reject) =>
      cancel.onCancel(() => void schedules([], window, zone, arrived, cancel).catch(reject)),
    );
  };
  expect((await pane.until('slots')).calendars).toMatchObject({ state: 'loading', done: 3, of: 4 });
  pane.planning.cancel();
  const stopped = await pane.until('slots');
  expect(stopped.calendars).toMatchObject({ state: 'cancelled', done: 3, of: 4 });
  expect(stopped.calendars.unread).toHaveLength(1);
  expect(stopped.options.length).toBeGreaterThan(0);
  expect(stopped.notice).toBeUndefined();
  desk.calendar.schedules = schedules;
  pane.planning.retry();
  expect((await pane.until('slots')).calendars).toMatchObject({ state: 'ready', done: 4, unread: [] });
});

test('PL24 a search can be stopped too; a newer question takes the place of an older one', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  let go: () => void = () => undefined;
  desk.search.hold(new Promise((resolve) => (go = resolve)));
  const pane = desk.open();
  expect((await pane.until('slots')).calendars.state).toBe('searching');
  pane.planning.cancel();
  go();
  expect((await pane.until('slots')).calendars.state).toBe('cancelled');
  pane.planning.retry();
  pane.planning.openAreas();
  pane.planning.areas.save();
  const slots = await pane.until('slots');
  expect(slots.calendars.state).toBe('ready');
  expect(slots.options.length).toBeGreaterThan(0);
});

test.each([
  ['consent', { kind: 'consent', tier: 'plan' }],
  ['ten minutes', { kind: 'throttled', retryAfterMs: 600_000 }],
  ['network', { kind: 'offline' }],
  ['service', { kind: 'unavailable' }],
  ['nonsense', { kind: 'malformed' }],
] as const)(
  'PL25 calendars that cannot be read (%s): told, nothing lost, and a press tries again',
  async (_, failure) => {
    const desk = aDesk();
    (await withAreas(desk)).planning.end();
    const form = desk.form.form;
    desk.calendar.failNext(failure);
    const pane = desk.open();
    const slots = await pane.until('slots');
    expect(slots.calendars.state).toBe('failed');
    expect(slots.notice).toEqual({ kind: 'failed', failure, during: 'calendars' });
    expect(slots.options).toEqual([]);
    expect(desk.form.form).toBe(form);
    pane.planning.retry();
    const after = await pane.until('slots');
    expect(after.calendars.state).toBe('ready');
    expect(after.notice).toBeUndefined();
    const interactive = desk.identity.asked.length;
    expect(interactive).toBe(failure.kind === 'consent' ? 3 : 2);
  },
);

test('PL26 the network gone in mid-reading keeps what arrived, and answers over it', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  const { schedules } = desk.calendar;
  desk.calendar.schedules = async (mails, window, zone, arrived, cancel) => {
    arrived(await schedules(mails.slice(0, 3), window, zone, () => undefined, cancel));
    desk.calendar.failNext({ kind: 'offline' });
    return schedules(mails, window, zone, arrived, cancel);
  };
  const pane = desk.open();
  const slots = await pane.until('slots');
  expect(slots.calendars).toMatchObject({ state: 'failed', done: 3, of: 4 });
  expect(slots.calendars.unread).toHaveLength(1);
  expect(slots.options.length).toBeGreaterThan(0);
  expect(slots.notice).toMatchObject({ kind: 'failed', failure: { kind: 'offline' } });
});

test('PL26 the search gone in the middle is told, and a press tries again', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  desk.search.failNext({ kind: 'unavailable' });
  const pane = desk.open();
  const slots = await pane.until('slots');
  expect(slots.notice).toEqual({ kind: 'failed', failure: { kind: 'unavailable' }, during: 'search' });
  pane.planning.retry();
  expect((await pane.until('slots')).options.length).toBeGreaterThan(0);
});

test('PL27 holidays that cannot be read stop no search, and are told', async () => {
  const desk = aDesk();
  (await withAreas(desk)).planning.end();
  let broken = true;
  const { holidays } = desk.ports;
  const pane = desk.open({
    holidays: {
      countries: holidays.countries,
      of: (...values) => {
        if (!broken) return holidays.of(...values);
        broken = false;
        return Promise.reject(new PortFailure({ kind: 'offline' }));
      },
    },
  });
  const slots = await pane.until('slots');
  expect(slots.notice).toMatchObject({ kind: 'failed', during: 'holidays' });
  expect(slots.options.length).toBeGreaterThan(0);
});

test('PL28 nobody in an area: the warning says which, and the search says that nobody can', async () => {
  const desk = aDesk();
  const pane = desk.open();
  await pane.until('areas');
  pane.planning.areas.save();
  const slots = await pane.until('slots');
  expect(slots.warnings).toContainEqual({ kind: 'missingSide', area: 'sales' });
  expect(slots.options).toEqual([]);
  expect(slots.nobody ?? slots.notice).toBeDefined();
  expect(desk.faults).toEqual([]);
});

test('PL28 nobody at all is refused in words', async () => {
  const desk = aDesk();
  const pane = desk.open();
  await pane.until('areas');
  pane.planning.areas.remove(irene.id);
  pane.planning.areas.save();
  expect((await pane.until('slots')).notice).toMatchObject({ kind: 'refused', code: 'slots/no-people' });
});

test('PL29 no common hours: no option, and why', async () => {
  const desk = aDesk();
  desk.calendar.mailboxes.set(rodrigo.mail, { busy: [ALWAYS] });
  const pane = await withAreas(desk);
  const slots = pane.screen('slots');
  expect(slots.options).toEqual([]);
  expect(slots.nobody).toBeDefined();
  expect(slots.sessions).toEqual([]);
  pane.planning.insert();
  await settle();
  expect(pane.screen('slots').notice).toBeUndefined();
  expect(desk.form.written).toEqual([]);
});

test('PL30 the first week is next Monday’s, or that of a later form', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const first = pane.screen('slots').options[0]?.slot.start ?? 0;
  expect(first).toBeGreaterThanOrEqual(instantOf('2026-11-30', '00:00', 'Europe/Madrid'));
  expect(first).toBeLessThan(instantOf('2026-12-07', '00:00', 'Europe/Madrid'));
  pane.planning.end();
  desk.form.type({ start: Date.UTC(2027, 1, 10, 9), end: Date.UTC(2027, 1, 10, 10) });
  const later = (await desk.open().until('slots')).options[0]?.slot.start ?? 0;
  expect(later).toBeGreaterThanOrEqual(instantOf('2027-02-08', '00:00', 'Europe/Madrid'));
});

test('PL31 the series’ own dates are no obstacle to planning it anew', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const before = pane.screen('slots').options[0]?.slot;
  pane.planning.createInTeams();
  await pane.until('done');
  pane.planning.end();
  const again = await desk.open().until('slots');
  expect(again.options[0]?.slot.start).toBe(before?.start);
  expect(again.options[0]?.slot.held).toBe(before?.held);
});

test('PL31 nor when it becomes longer: what stands on the calendars has the length it had then', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.createInTeams();
  await pane.until('done');
  pane.planning.end();
  const again = desk.open();
  const { options } = await again.until('slots');
  again.planning.openSeries();
  again.planning.series.change({ minutes: 50 });
  again.planning.series.save();
  const longer = await again.until('slots');
  expect(longer.options[0]?.slot.pattern).toEqual(options[0]?.slot.pattern);
  expect(longer.options[0]?.slot.held).toBe(options[0]?.slot.held);
});

test('PL32 a session on a holiday is told with its name', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  const { sessions, options } = pane.screen('slots');
  const tuesday = options.findIndex(({ slot }) => slot.pattern?.weekday === 2);
  expect(sessions).toHaveLength(25);
  if (tuesday < 0) return;
  pane.planning.choose(tuesday);
  const broken = pane.screen('slots').sessions.find(({ date }) => date === '2026-12-08');
  expect(broken).toMatchObject({ state: 'broken', label: 'Inmaculada' });
  expect(broken?.missing.every(({ why }) => why === 'holiday')).toBe(true);
  expect(broken?.missing.map(({ name }) => name)).toContain(bruno.name);
});

test('PL33 one press takes over what would help, and the calendars are not read again for it', async () => {
  const desk = aDesk();
  desk.calendar.mailboxes.set(rodrigo.mail, { busy: [ALWAYS] });
  const pane = await withAreas(desk);
  let asked = 0;
  const { schedules } = desk.calendar;
  desk.calendar.schedules = (...question) => {
    asked += 1;
    return schedules(...question);
  };
  const { nobody } = pane.screen('slots');
  const help = nobody?.relax[0];
  if (help === undefined) throw new Error('nothing would help');
  pane.planning.relax(help.relax);
  const slots = await pane.until('slots');
  expect(slots.nobody).toBeUndefined();
  expect(slots.options[0]?.slot.held).toBe(help.wins);
  expect(asked).toBe(0);
});

test('PL20 somebody without a calendar is no data in every option, not somebody who can never come', async () => {
  const desk = aDesk();
  const pane = await withAreas(desk);
  pane.planning.openAreas();
  pane.planning.areas.add({ mail: 'carla@cliente.example', name: 'Carla' }, 'sales');
  pane.planning.areas.save();
  await pane.until('slots');
  const slots = pane.screen('slots');
  expect(slots.options[0]?.noData.map(({ name }) => name)).toEqual(['Carla']);
  expect(slots.options[0]?.never).toEqual([]);
  expect(slots.options[0]?.reasons.map(({ kind }) => kind)).not.toContain('never');
});
