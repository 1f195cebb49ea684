import { createPlanning } from '../../../src/app/planning/createPlanning';
import type { PlanningPorts } from '../../../src/app/planning/planningPorts';
import type { PlanView } from '../../../src/app/planning/planView';
import type { Cancellation } from '../../../src/app/ports/cancellation';
import type { Found, Me } from '../../../src/app/ports/directory';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type { SlotSearch } from '../../../src/app/ports/slotSearch';
import { weekPicture } from '../../../src/domain/slots/picture';
import { searchSlots } from '../../../src/domain/slots/search';
import { createLocale } from '../../../src/locale/createLocale';
import { fakeCalendar, type FakeMailbox } from '../../support/fakes/fakeCalendar';
import { fakeComposeHost } from '../../support/fakes/fakeComposeHost';
import { fakeDirectory } from '../../support/fakes/fakeDirectory';
import { fakeHolidays } from '../../support/fakes/fakeHolidays';
import { fakeIdentity } from '../../support/fakes/fakeIdentity';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';

export const NOW = Date.UTC(2026, 10, 23, 9, 0);

const found = (id: string, name: string, department: string, job: string): Found => ({
  id,
  name,
  mail: `${id}@valdeolmo.example`,
  department,
  job,
});

export const EMPTY_BODY = '<html><body><div><br></div></body></html>';

export const irene: Me = {
  ...found('m01', 'Irene Valcárcel Soto', 'Marketing', 'Directora de marketing'),
  city: 'Madrid',
  country: 'ES',
};
export const bruno = found('m02', 'Bruno Aldaz Peña', 'Marketing', 'Generación de demanda');
export const catalina = found('m07', 'Catalina Ospina Rueda', 'Marketing', 'Marketing Latinoamérica');
export const rodrigo = found('s01', 'Rodrigo Beltrán Ayuso', 'Ventas', 'Director de ventas');
export const amparo = found('s02', 'Amparo Lledó Gisbert', 'Ventas', 'Jefa de ventas España');
export const camilo = found('s09', 'Camilo Restrepo Vélez', 'Ventas', 'Ejecutivo de cuentas');

const madrid = {
  busy: [],
  hours: {
    zone: 'Europe/Madrid',
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '18:00' })),
  },
} satisfies FakeMailbox;
const bogota: FakeMailbox = {
  busy: [],
  hours: {
    zone: 'America/Bogota',
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', until: '17:00' })),
  },
};

/** domain's search in this thread, with a switch for what a worker can do wrong. */
export function searchHere(): SlotSearch & {
  failNext(failure: Failure): void;
  hold(until: Promise<void>): void;
} {
  let next: Failure | undefined;
  let held: Promise<void> = Promise.resolve();
  const begin = async (cancel: Cancellation): Promise<void> => {
    await held;
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
  };
  return {
    failNext: (failure) => void (next = failure),
    hold: (until) => void (held = until),
    async search(request, cancel) {
      await begin(cancel);
      const failure = next;
      next = undefined;
      if (failure !== undefined) throw new PortFailure(failure);
      return searchSlots(request);
    },
    async picture(request, cancel) {
      await begin(cancel);
      return weekPicture(request);
    },
  };
}

/** A desk with everything planning needs, in memory; `open` opens the pane on it, as often as wanted. */
export function aDesk(form = fakeComposeHost({ bodyHtml: EMPTY_BODY })) {
  const people = [irene, bruno, catalina, rodrigo, amparo, camilo];
  const calendar = fakeCalendar(
    {
      [irene.mail]: madrid,
      [bruno.mail]: madrid,
      [catalina.mail]: bogota,
      [rodrigo.mail]: madrid,
      [amparo.mail]: madrid,
      [camilo.mail]: 'failed',
    },
    irene.mail,
  );
  const folder = fakeFolder();
  const home = fakeSeriesHome(folder);
  const directory = fakeDirectory({
    me: irene,
    people,
    met: [bruno, rodrigo, amparo].map(({ mail }) => mail),
  });
  const identity = fakeIdentity();
  const search = searchHere();
  const faults: unknown[] = [];
  let id = 0;
  let now = NOW;
  const ports: PlanningPorts = {
    host: form,
    identity,
    calendar,
    directory,
    homes: [home],
    search,
    holidays: fakeHolidays({
      ES: [
        { date: '2026-12-08', name: 'Inmaculada' },
        { date: '2026-12-25', name: 'Navidad' },
        { date: '2027-01-01', name: 'Año Nuevo' },
      ],
      CO: [{ date: '2026-12-08', name: 'Inmaculada' }],
    }),
    clock: { now: () => now },
    ids: { next: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}` },
    wording: createLocale('es-ES').wording,
    machineZone: 'Europe/Madrid',
    report: (fault) => void faults.push(fault),
  };
  return {
    form,
    calendar,
    folder,
    home,
    directory,
    identity,
    search,
    ports,
    /** Faults of ours; a test that expects none asks. */
    faults,
    at: (instant: number) => void (now = instant),
    open: (change: Partial<PlanningPorts> = {}) => drive(createPlanning({ ...ports, ...change })),
  };
}

export type Desk = ReturnType<typeof aDesk>;
export type Driven = ReturnType<typeof drive>;

/** A pane that a test drives: it waits for screens and reads them by their name. */
export function drive(planning: ReturnType<typeof createPlanning>) {
  const seen: PlanView[] = [planning.view.get()];
  planning.view.subscribe(() => seen.push(planning.view.get()));
  const screen = <Name extends PlanView['screen']>(name: Name): Extract<PlanView, { screen: Name }> => {
    const view = planning.view.get();
    if (view.screen !== name)
      throw new Error(`${name} expected, ${JSON.stringify(view).slice(0, 400)} shown`);
    return view as Extract<PlanView, { screen: Name }>;
  };
  return {
    planning,
    /** Every view since the pane was opened. */
    seen,
    screen,
    /** Lets everything that can happen happen. */
    settle,
    async until<Name extends PlanView['screen']>(name: Name) {
      await settle();
      return screen(name);
    },
  };
}

/** Until nothing moves any more: every port here answers in microtasks. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A key person is away for most of a week: whatever weekday is chosen but Friday, one session breaks and has an alternative. */
export function awayForDays(desk: Desk): void {
  const from = Date.UTC(2026, 11, 14);
  desk.calendar.mailboxes.set(rodrigo.mail, {
    ...madrid,
    busy: [{ from, until: from + 4 * 86_400_000, status: 'oof' }],
  });
}

/** Takes the alternative of the first session of the chosen option that has one. */
export function chooseMove({ planning, screen }: Driven) {
  const { options } = screen('slots');
  planning.choose(
    options.findIndex(({ slot }) => slot.occurrences.some(({ repair }) => repair !== undefined)),
  );
  const session = screen('slots').sessions.find(({ repair }) => repair !== undefined);
  if (typeof session?.start !== 'number' || session.repair === undefined) throw new Error('nothing to move');
  planning.openSessions();
  planning.sessions.toggle(session.start);
  planning.back();
  return { original: session.start, start: session.repair.start };
}

/** The areas of four people, saved through the pane; one of sales is enough. */
export async function withAreas(desk: Desk): Promise<Driven> {
  const pane = desk.open();
  await pane.until('areas');
  pane.planning.areas.add(bruno, 'marketing');
  pane.planning.areas.add(rodrigo, 'sales');
  pane.planning.areas.setRole(rodrigo.id, 'key');
  pane.planning.areas.add(amparo, 'sales');
  pane.planning.areas.setQuorum('sales', 1);
  pane.planning.areas.save();
  await pane.until('slots');
  return pane;
}
