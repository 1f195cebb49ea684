import * as Y from 'yjs';
import { createKeeper } from '../../src/room/createKeeper';
import type { Member, RoomKeeper } from '../../src/room/keeper';
import { notesOf } from '../../src/room/document';
import type { Problem } from '../../src/domain/meeting/captured';
import type { NoteEntry, NoteKind } from '../../src/app/ports/room';
import type { RoomPart } from '../../src/room/wire';
import type { RoomCommandBody, Seed } from '../../src/domain/meeting/room';
import { MINUTES, PEOPLE, START } from '../domain/meeting/aMeeting';

export const HUGO: Member = { id: 'hugo', name: 'Hugo Prieto', outsider: false };
export const IRENE: Member = { id: 'irene', name: 'Irene Vidal', outsider: false };
export const RODRIGO: Member = { id: 'rodrigo', name: 'Rodrigo Sanz', outsider: false };
export const AGENCIA: Member = { id: 'agencia', name: 'Marta (agencia)', outsider: true };

/** Irene chairs, Rodrigo organises; six items 'i0' to 'i5', one of them internal. */
export const aSeed = (change: Partial<Seed> = {}): Seed => ({
  about: {
    title: 'Semanal Marketing y Ventas',
    kind: 'weekly',
    language: 'es',
    zone: 'Europe/Madrid',
    series: null,
    areas: [
      { id: 'marketing', name: '', quorum: 2 },
      { id: 'sales', name: '', quorum: 1 },
    ],
  },
  start: START,
  chair: 'irene',
  people: PEOPLE.map((person) => ({ ...person, name: `Nombre de ${person.id}` })),
  items: MINUTES.map((minutes, at) => ({
    id: `i${at}`,
    kind: 'topic' as const,
    title: `Punto ${at}`,
    minutes,
    ...(at === 3 && { internal: true }),
  })),
  problems: [],
  tasks: [],
  ...change,
});

type AProblem = Problem & Pick<NoteEntry['problem'], 'from'>;
export const aProblem = (change: Partial<AProblem> = {}): AProblem => ({
  id: 'p1',
  title: 'Las ferias no traen contactos',
  by: 'hugo',
  area: 'marketing',
  readings: [],
  ...change,
});
export const anIdea = (change: Partial<NoteEntry['idea']> = {}): NoteEntry['idea'] => ({
  id: 'n1',
  problem: 'p1',
  text: 'Llamar en 48 horas',
  by: 'hugo',
  ...change,
});
export const aTask = (change: Partial<NoteEntry['task']> = {}): NoteEntry['task'] => ({
  id: 't1',
  problem: 'p1',
  text: 'Enviar la lista',
  owner: 'hugo',
  due: '2026-12-04',
  carried: 0,
  state: 'open',
  ...change,
});

export type Kept = {
  readonly docs: Readonly<Record<RoomPart, Y.Doc>>;
  readonly keeper: RoomKeeper;
  /** A command with an id of its own; the refusal's code, or null. */
  readonly say: (body: RoomCommandBody, by?: Member, now?: number) => string | null;
};

let said = 0;

export function aKeeper(
  organiser: string | null = 'rodrigo',
  docs = { main: new Y.Doc(), internal: new Y.Doc() },
): Kept {
  const keeper = createKeeper({ docs, organiser, cap: 'persons' });
  const say: Kept['say'] = (body, by = IRENE, now = START) => {
    const refused = keeper.command({ ...body, id: `said${said++}` }, by, now);
    return refused === null ? null : refused.code;
  };
  return { docs, keeper, say };
}

/** A client's document in step with the room's, and what it wrote since. */
export function aClient(doc: Y.Doc): {
  readonly doc: Y.Doc;
  readonly written: (write: () => void) => Uint8Array;
} {
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
  return {
    doc: mine,
    written(write) {
      const before = Y.encodeStateVector(mine);
      mine.transact(write);
      return Y.encodeStateAsUpdate(mine, before);
    },
  };
}

/** Puts an entry into a document as a client of whatever mind does. */
export const put = (doc: Y.Doc, kind: NoteKind, entry: Record<string, unknown>, id = String(entry['id'])) => {
  notesOf(doc, kind).set(id, new Y.Map(Object.entries(entry)));
};
