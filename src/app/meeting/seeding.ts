import { LONGEST_MINUTES, resizeAgenda } from '../../domain/agenda/edit';
import { plainText } from '../../domain/agenda/plainText';
import type { Agenda } from '../../domain/agenda/types';
import { LONGEST_TITLE } from '../../domain/meeting/captured';
import type { About, Seed } from '../../domain/meeting/room';
import { nextChair } from '../../domain/meeting/rotation';
import { MINUTE } from '../../domain/meeting/timer';
import type { PersonId } from '../../domain/meeting/types';
import { plainName, unturned } from '../../domain/plainName';
import { attempt } from './attempt';
import { chairsOf } from './chairView';
import { type Desk, type DeskState, meIn, type Opened } from './deskState';
import { leftFrom } from './leftBefore';
import { declinedIn } from './invited';

/** No agenda has more items than an hour has minutes, nor an area more than one table of them. */
const MOST_ITEMS = LONGEST_MINUTES;
const MOST_AREAS = 20;

/** Sends the agenda of my own invitation as soon as the room is known to have none: once, and never over a proposal. */
export function seedOnce(desk: Desk): void {
  const { room, known, opened } = desk.state.get();
  const kind = room?.connection.kind;
  if ((kind !== 'live' && kind !== 'alone') || !known.read || opened === null || room === null) return;
  if (desk.seeded === 'live' || desk.seeded === kind) return;
  const { occurrence } = opened;
  if (room.state === null || room.state.meeting !== null || occurrence === null) return;
  const mine = room.state.organiser === opened.me.id;
  if (room.state.proposed !== null && !mine) return;
  desk.seeded = kind;
  const seed = (): void =>
    void attempt(
      desk,
      'open',
      async () => {
        const { agendaFromHtml } = await import('../../domain/agenda/html');
        const agenda = agendaFromHtml(occurrence.bodyHtml);
        // Somebody else may have been quicker while it was read.
        if (agenda === undefined || desk.ended || desk.state.get().room?.state?.meeting !== null) return;
        await desk.room?.command({ kind: 'seed', seed: seedOf(desk, agenda) });
        // What the last meeting left could not be read: said, since it is not in the room now.
        if (mine && known.series !== null && known.records === null)
          desk.change({ notice: { kind: 'failed', step: 'record', failure: { kind: 'unavailable' } } });
      },
      seed,
    );
  seed();
}

/** The usual agenda, as long as the invitation is; for whoever is not the organiser a proposal. */
export function useTemplate(desk: Desk): void {
  const { known, opened } = desk.state.get();
  const template = desk.ports.wording.template(known.series?.kind ?? 'weekly');
  const time = opened?.occurrence?.time;
  const minutes = time === undefined ? undefined : Math.round((time.until - time.from) / MINUTE);
  const fits = minutes !== undefined && minutes >= template.items.length && minutes <= LONGEST_MINUTES;
  const agenda = fits ? resizeAgenda(template, minutes) : template;
  const send = (): void =>
    void attempt(
      desk,
      'command',
      async () => desk.room?.command({ kind: 'seed', seed: seedOf(desk, agenda) }),
      send,
    );
  send();
}

/** What an agenda of ours brings into the room, with what the last meeting left. */
export function seedOf(desk: Desk, agenda: Agenda): Seed {
  const state = desk.state.get();
  const { opened, known } = state;
  if (opened === null) throw new Error('an agenda before a meeting');
  return {
    about: aboutOf(desk, opened, agenda),
    start: opened.occurrence?.time.from ?? Math.floor(desk.now() / MINUTE) * MINUTE,
    chair: chairOf(state),
    people: known.people,
    items: agenda.items.slice(0, MOST_ITEMS).map((item) => ({
      ...item,
      id: desk.ports.ids.next(),
      title: titled(item.title),
      ...(item.owner !== undefined && { owner: plainName(item.owner) }),
    })),
    ...leftFrom(known.records?.[0]),
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

/** By rotation once there is something to go by; the first meeting is its organiser's. */
function chairOf(state: DeskState): PersonId | null {
  const { opened, known } = state;
  const history = chairsOf(known.records ?? [], known.people);
  const organiser =
    opened?.about.organiser ?? (opened?.occurrence?.isOrganiser === true ? meIn(state) : undefined);
  const there = known.people.some(({ id, outsider }) => id === organiser && outsider !== true);
  if (history.length === 0 && there && organiser !== undefined) return organiser;
  return nextChair(known.people, history, declinedIn(state));
}

/** A title of a body or a chat is untrusted: one line, as long as titles are. */
function titled(text: string): string {
  const line = plainText(unturned(text.slice(0, 10 * LONGEST_TITLE)));
  if (line.length <= LONGEST_TITLE) return line;
  return `${line.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
