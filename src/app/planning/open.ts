import type { Series } from '../../domain/rhythm/series';
import { agendaTemplate } from '../../domain/agenda/templates';
import { Refusal } from '../../domain/refusal';
import { isZone } from '../../domain/time/calendarDays';
import { cancellable } from '../cancel';
import type { AppointmentForm, ComposeHost } from '../ports/composeHost';
import type { Found } from '../ports/directory';
import { PortFailure } from '../ports/failure';
import type { StoredSeries } from '../ports/seriesHome';
import { agendaMark } from './agendaMark';
import { attempt } from './attempt';
import { loadCalendars, readHolidays } from './calendars';
import { findPeople } from './finding';
import { areaOf, firstSeries } from './firstSeries';
import { firstWeek } from './firstWeek';
import { readProperty } from './itemProperty';
import { isClosedToUs } from './keeping';
import { type Plan, seriesOf } from './planState';

/** The first steps of the pane: who I am, what stands in the form, and which areas are known. */
export async function open(plan: Plan, interactive = false): Promise<void> {
  const { host, identity } = plan.ports;
  if (host === undefined) return plan.change({ screen: 'noForm' });
  plan.change({ screen: 'starting', notice: undefined, signInFailure: undefined });
  try {
    await identity.token('plan', { interactive });
  } catch (error) {
    if (!(error instanceof PortFailure)) throw error;
    return plan.change({ screen: 'signIn', signInFailure: error.failure });
  }
  const again = (): void => void open(plan, true);
  const read = await attempt(
    plan,
    'start',
    async () => {
      const cancel = cancellable();
      const [me, form, property, savedId, found, countries] = await Promise.all([
        plan.ports.directory.me(cancel),
        host.read(),
        remembered(plan, host),
        host.savedId(),
        findSeries(plan),
        plan.ports.holidays.countries(cancel),
      ]);
      const { unreadable, ...series } = found;
      plan.change({ me, form, property: readProperty(property), savedId, countries, ...series });
      if (unreadable.length > 0) plan.change({ notice: { kind: 'unreadable', files: unreadable } });
      await choose(plan);
    },
    again,
  );
  if (!read) return notStarted(plan);
  if (plan.state.get().screen === 'slots') return loadCalendars(plan);
  await readHolidays(plan, seriesOf(plan.state.get()), cancellable());
}

/** What this form of the add-in wrote; where it wrote nothing, what another one did (platform facts 5.4). */
async function remembered({ ports }: Plan, host: ComposeHost): Promise<string | undefined> {
  const own = await host.readProperty();
  if (own !== undefined || ports.memory === undefined) return own;
  const savedId = await host.savedId();
  if (savedId === undefined) return undefined;
  try {
    return await ports.memory.of(savedId, cancellable());
  } catch (error) {
    // A memory that does not answer is none: the pane then asks what it would have known.
    if (error instanceof PortFailure) return undefined;
    throw error;
  }
}

/** Without a start there is no screen to carry the notice: the one for signing in does, with the failure itself. */
function notStarted(plan: Plan): void {
  const { notice } = plan.state.get();
  const signInFailure = notice?.kind === 'failed' ? notice.failure : ({ kind: 'malformed' } as const);
  plan.change({ screen: 'signIn', signInFailure });
}

type FoundSeries = {
  readonly home: number;
  readonly place: 'site' | 'appFolder' | 'mailbox';
  readonly known: readonly StoredSeries[];
  readonly unreadable: readonly string[];
};

/** The first home that holds series; else the first that lets us in. A home that does not let us in is no fault. */
async function findSeries(plan: Plan): Promise<FoundSeries> {
  let open: FoundSeries | undefined;
  for (const [index, home] of plan.ports.homes.entries()) {
    try {
      const { series, unreadable } = await home.list(cancellable());
      const found = { home: index, place: home.place, known: series, unreadable };
      if (series.length > 0 || unreadable.length > 0) return found;
      open ??= found;
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
    }
  }
  if (open === undefined) throw new PortFailure({ kind: 'denied' });
  return open;
}

async function choose(plan: Plan): Promise<void> {
  const { ports, state } = plan;
  const { known, property, me, form } = state.get();
  if (me === undefined || form === undefined) throw new Error('planning opened without a form');
  const mine = known.filter(({ series }) =>
    series.people.some(({ id, mail }) => id === me.id || mail === me.mail),
  );
  const stored = known.find(({ series }) => series.id === property.series) ?? newest(mine);
  const interrupted = property.under !== undefined && {
    notice: { kind: 'interrupted' as const, what: property.under },
  };
  if (stored !== undefined) {
    await useSeries(plan, stored.series, form);
    return plan.change({ first: false, screen: 'slots', ...interrupted });
  }
  const zone = zoneOf(plan);
  const met = await found(plan, '');
  const others = form.attendees.filter(({ mail }) => !met.some((one) => one.mail === mail.toLowerCase()));
  const invited = await Promise.all(others.slice(0, MOST_LOOKED_UP).map(({ mail }) => found(plan, mail)));
  const series = firstSeries({
    id: ports.ids.next(),
    me,
    zone,
    attendees: form.attendees,
    met: [...met, ...invited.flat()],
    countries: state.get().countries,
    wording: ports.wording,
  });
  await useSeries(plan, series, form);
  const offered = met.filter(({ mail }) => !series.people.some((one) => one.mail === mail));
  plan.change({
    first: true,
    screen: 'areas',
    draft: series,
    offered: { text: '', people: sortedByArea(offered), searching: false },
    ...interrupted,
  });
}

/** More people than this make no meeting of key people; the rest keep the name of their address. */
const MOST_LOOKED_UP = 20;

/** A directory that does not answer leaves fewer offers and a notice; names can be typed. */
async function found(plan: Plan, text: string): Promise<readonly Found[]> {
  let people: readonly Found[] = [];
  await attempt(
    plan,
    'people',
    async () => void (people = await plan.ports.directory.find(text, cancellable())),
    () => void findPeople(plan, ''),
  );
  return people;
}

/** People whose job tells an area come first: they are the ones to add. */
function sortedByArea(people: readonly Found[]): readonly Found[] {
  return [...people.filter((one) => areaOf(one)), ...people.filter((one) => !areaOf(one))];
}

/** The one planned last; of those never planned, any. */
function newest(known: readonly StoredSeries[]): StoredSeries | undefined {
  const last = ({ series }: StoredSeries): number => Math.max(0, ...(series.chain.at(-1)?.starts ?? []));
  return [...known].sort((a, b) => last(b) - last(a))[0];
}

/** Makes a series the one being planned: first week, and the agenda of the invitation when somebody changed it by hand. */
async function useSeries(plan: Plan, series: Series, form: AppointmentForm): Promise<void> {
  const { property } = plan.state.get();
  const { agendaFromHtml } = await import('../../domain/agenda/html');
  const inBody = readable(() => agendaFromHtml(form.bodyHtml));
  const byHand = inBody !== undefined && agendaMark(inBody) !== property.agenda;
  const from = firstWeek(plan.ports.clock.now(), form.start, series.zone);
  plan.change({
    series,
    from,
    draftFrom: from,
    agenda: byHand ? inBody : agendaTemplate(series.kind, series.language, series.minutes),
    agendaOwn: byHand,
    agendaFromInvitation: byHand,
    agendaSeen: byHand ? agendaMark(inBody) : undefined,
  });
}

/** A body too large to read holds no agenda that we could offer; inserting will say so. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The host's zone, when this machine knows it; else the machine's own, which the person sees and can correct. */
function zoneOf({ ports }: Plan): string {
  const zone = ports.host?.zone;
  return zone !== undefined && isZone(zone) ? zone : ports.machineZone;
}
