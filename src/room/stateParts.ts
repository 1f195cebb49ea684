import type { Problem } from '../domain/meeting/captured';
import type { LeftTask, RoomState, TaskPush } from '../domain/meeting/room';
import type { PersonId } from '../domain/meeting/types';

/** What of a room's state outsiders must not see, and not guess. */
export type Hidden = {
  /** Of internal items. */
  readonly titles: Readonly<Record<string, string>>;
  readonly proposed: {
    readonly by: PersonId;
    readonly titles: Readonly<Record<string, string>>;
    readonly problems: readonly Problem[];
    readonly tasks: readonly LeftTask[];
  } | null;
  readonly votes: RoomState['votes'];
  readonly tasks: Readonly<Record<string, TaskPush>>;
};

export const NOTHING_HIDDEN: Hidden = { titles: {}, proposed: null, votes: {}, tasks: {} };

type Item = { readonly id: string; readonly title: string; readonly internal?: boolean };
type Note = { readonly id: string; readonly problem?: string; readonly internal?: true };

/** The state in its two parts. `isInternal` knows the ids of internal ideas and tasks. */
export function parted(
  state: RoomState,
  isInternal: (id: string) => boolean,
): { readonly main: RoomState; readonly hidden: Hidden } {
  const { meeting, proposed, votes, push } = state;
  const seed = proposed?.seed;
  const hiddenProblems = new Set((seed?.problems ?? []).filter(internal).map(({ id }) => id));
  const hides = (note: Note) =>
    internal(note) || (note.problem !== undefined && hiddenProblems.has(note.problem));
  return {
    main: {
      ...state,
      meeting: meeting === null ? null : { ...meeting, items: meeting.items.map(untitled) },
      proposed:
        proposed === null || seed === undefined
          ? null
          : {
              by: proposed.by,
              seed: {
                ...seed,
                items: seed.items.map(untitled),
                problems: seed.problems.filter((one) => !hides(one)),
                tasks: seed.tasks.filter((one) => !hides(one)),
              },
            },
      votes: picked(votes, (id) => !isInternal(id)),
      push: { ...push, tasks: picked(push.tasks, (id) => !isInternal(id)) },
    },
    hidden: {
      titles: titlesOf(meeting?.items ?? []),
      proposed:
        proposed === null || seed === undefined
          ? null
          : {
              by: proposed.by,
              titles: titlesOf(seed.items),
              problems: seed.problems.filter(hides),
              tasks: seed.tasks.filter(hides),
            },
      votes: picked(votes, isInternal),
      tasks: picked(push.tasks, isInternal),
    },
  };
}

/** The state as people of the company see it; with nothing hidden, as outsiders do. */
export function whole(main: RoomState, hidden: Hidden): RoomState {
  const { meeting, proposed, votes, push } = main;
  const more = hidden.proposed;
  return {
    ...main,
    meeting: meeting === null ? null : { ...meeting, items: meeting.items.map(titled(hidden.titles)) },
    proposed:
      proposed === null || more === null || more.by !== proposed.by
        ? proposed
        : {
            by: proposed.by,
            seed: {
              ...proposed.seed,
              items: proposed.seed.items.map(titled(more.titles)),
              problems: [...proposed.seed.problems, ...more.problems],
              tasks: [...proposed.seed.tasks, ...more.tasks],
            },
          },
    votes: { ...votes, ...hidden.votes },
    push: { ...push, tasks: { ...push.tasks, ...hidden.tasks } },
  };
}

const internal = (one: { readonly internal?: boolean }): boolean => one.internal === true;
const untitled = <T extends Item>(item: T): T => (internal(item) ? { ...item, title: '' } : item);
const titlesOf = (items: readonly Item[]) =>
  Object.fromEntries(items.filter(internal).map(({ id, title }) => [id, title]));
const titled =
  (titles: Readonly<Record<string, string>>) =>
  <T extends Item>(item: T): T =>
    internal(item) && Object.hasOwn(titles, item.id) ? { ...item, title: titles[item.id] ?? '' } : item;
const picked = <T>(all: Readonly<Record<string, T>>, keep: (id: string) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([id]) => keep(id)));
