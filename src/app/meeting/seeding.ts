import { addItem, LONGEST_MINUTES, resizeAgenda, sumOf } from '../../domain/agenda/edit';
import { plainText } from '../../domain/agenda/plainText';
import type { Agenda, AgendaItem } from '../../domain/agenda/types';
import { LONGEST_TITLE } from '../../domain/meeting/captured';
import type { About, Seed } from '../../domain/meeting/room';
import { firstChair } from '../../domain/meeting/rotation';
import { MINUTE } from '../../domain/meeting/timer';
import type { PersonId } from '../../domain/meeting/types';
import { plainName, unturned } from '../../domain/plainName';
import { FOLLOW_UP } from '../../domain/rhythm/followUp';
import { balanceToSeed } from './agreed';
import { attempt } from './attempt';
import { chairsOf } from './chairView';
import { type Desk, type DeskState, meIn, type Opened } from './deskState';
import { type Brought, broughtTo } from './leftBefore';
import { declinedIn } from './invited';
import { planNow } from './planNow';
import { toDecideId } from './toDecide';

/** No agenda has more items than an hour has minutes, nor an area more than one table of them. */
const MOST_ITEMS = LONGEST_MINUTES;
const MOST_AREAS = 20;
/** Minutes for one thing to decide, and for all of them. */
const MINUTES_TO_DECIDE = 5;
const MOST_TO_DECIDE = 15;

/** Sends the agenda of my own invitation as soon as the room is known to have none: once, and never over a proposal. */
export function seedOnce(desk: Desk): void {
  const { room, known, opened } = desk.state.get();
  const kind = room?.connection.kind;
  if ((kind !== 'live' && kind !== 'alone') || !known.read || opened === null || room === null) return;
  if (desk.seeded === 'live' || desk.seeded === kind) return;
  const { occurrence } = opened;
  if (room.state === null || room.state.meeting !== null || occurrence === null) return;
  if (room.state.proposed !== null && room.state.organiser !== opened.me.id) return;
  desk.seeded = kind;
  const seed = (): void =>
    void attempt(
      desk,
      'open',
      async () => {
        const { agendaFromHtml } = await import('../../domain/agenda/html');
        const agenda = agendaFromHtml(occurrence.bodyHtml);
        if (agenda !== undefined) await bring(desk, agenda);
      },
      seed,
    );
  seed();
}

/** The usual agenda, as long as the invitation is; for whoever is not the organiser a proposal. */
export function useTemplate(desk: Desk): void {
  const { known, opened } = desk.state.get();
  if (!known.read) return;
  const template = desk.ports.wording.template(known.series?.kind ?? 'weekly');
  const time = opened?.occurrence?.time;
  const minutes = time === undefined ? undefined : Math.round((time.until - time.from) / MINUTE);
  const fits = minutes !== undefined && minutes >= template.items.length && minutes <= LONGEST_MINUTES;
  const agenda = fits ? resizeAgenda(template, minutes) : template;
  const send = (): void => void attempt(desk, 'command', () => bring(desk, agenda), send);
  send();
}

/** Sends an agenda with what is left from before, and says what of that could not be read. */
async function bring(desk: Desk, agenda: Agenda): Promise<void> {
  const { known, room, opened } = desk.state.get();
  const records = known.records ?? [];
  const { planned, failure } = await planNow(desk, [...records, ...known.weeklies.flat()]);
  // Somebody else may have been quicker while it was read.
  if (desk.ended || desk.state.get().room?.state?.meeting !== null) return;
  const brought = broughtTo(records, known.weeklies, planned);
  await desk.room?.command({ kind: 'seed', seed: seedOf(desk, agenda, brought) });
  if (room?.state?.organiser !== opened?.me.id) return;
  // What the last meetings left, or what became of it, is not in the room now.
  if (known.series !== null && known.records === null)
    desk.change({ notice: { kind: 'failed', step: 'record', failure: { kind: 'unavailable' } } });
  else if (failure !== null) desk.change({ notice: { kind: 'failed', step: 'plan', failure } });
}

/** A monthly meeting opens with what the weekly ones could not decide; null where there is nothing, or no minute for it. */
function firstItem(desk: Desk, { items }: Agenda, { toDecide }: Brought): AgendaItem | null {
  const [first] = toDecide;
  const spare = sumOf(items) - items.length;
  if (first === undefined || spare < 1 || items.length >= MOST_ITEMS) return null;
  const { people, series } = desk.state.get().known;
  const areas = new Set(series?.areas.map(({ id }) => id));
  const deciders = people
    .filter(({ role, area, outsider }) => role === 'key' && areas.has(area) && outsider !== true)
    .map(({ name }) => name);
  const title = desk.ports.wording.toDecide(first.text, toDecide.length - 1, deciders);
  const minutes = Math.min(spare, toDecide.length * MINUTES_TO_DECIDE, MOST_TO_DECIDE);
  const internal = toDecide.some((task) => task.internal === true);
  return { kind: 'decision', title, minutes, ...(internal && { internal }) };
}

/** What an agenda of ours brings into the room, with what is left from before. */
function seedOf(desk: Desk, agenda: Agenda, brought: Brought): Seed {
  const state = desk.state.get();
  const { opened, known } = state;
  if (opened === null) throw new Error('an agenda before a meeting');
  const first = firstItem(desk, agenda, brought);
  // Its minutes come from the others: the meeting is as long as it was invited for.
  const { items } = first === null ? agenda : addItem(agenda, first, 0);
  const balance = balanceToSeed(known, opened, desk.ports.balanceCap);
  return {
    about: aboutOf(desk, opened, agenda),
    start: opened.occurrence?.time.from ?? Math.floor(desk.now() / MINUTE) * MINUTE,
    chair: chairOf(state),
    people: known.people,
    items: items.slice(0, MOST_ITEMS).map((item, at) => ({
      ...item,
      id: first !== null && at === 0 ? toDecideId(desk.ports.ids.next()) : desk.ports.ids.next(),
      title: titled(item.title),
      ...(item.owner !== undefined && { owner: plainName(item.owner) }),
    })),
    problems: brought.problems,
    tasks: brought.tasks,
    ...(balance !== undefined && { balance }),
  };
}

function aboutOf(desk: Desk, { about, occurrence }: Opened, { language }: Agenda): About {
  const { series } = desk.state.get().known;
  return {
    title: titled(series?.title ?? occurrence?.subject ?? about.topic),
    kind: series?.kind ?? 'adHoc',
    language,
    zone: series?.zone ?? occurrence?.zone ?? desk.ports.machineZone,
    series: series?.id ?? null,
    areas: (series?.areas ?? [])
      .slice(0, MOST_AREAS)
      .map(({ id, name, quorum }) => ({ id, name: plainName(name), quorum })),
  };
}

/** As the series says: whoever organises, one person, or by turns; the first of these is its organiser's. */
function chairOf(state: DeskState): PersonId | null {
  const { opened, known } = state;
  const organiser =
    opened?.about.organiser ?? (opened?.occurrence?.isOrganiser === true ? meIn(state) : undefined);
  return firstChair({
    people: known.people,
    chairing: (known.series?.followUp ?? FOLLOW_UP).chairing,
    organiser: organiser ?? null,
    history: chairsOf(known.records ?? [], known.people),
    absent: declinedIn(state),
  });
}

/** A title of a body or a chat is untrusted: one line, as long as titles are. */
function titled(text: string): string {
  const line = plainText(unturned(text.slice(0, 10 * LONGEST_TITLE)));
  if (line.length <= LONGEST_TITLE) return line;
  return `${line.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
