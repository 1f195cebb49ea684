import type { MyBalance } from '../domain/balance/types';
import type { RoomCommand, RoomState } from '../domain/meeting/room';
import type { PersonId } from '../domain/meeting/types';
import type { RoomKeeper } from './keeper';

/** What goes on by itself is told so often; milliseconds. */
export const TOLD_EVERY = 5000;

/** Tells each person their own balance, at all their places, and nobody another's. */
export type Telling = {
  /** A place where somebody listens; hears at once what there is. Returns its end. */
  sit(person: PersonId, tell: (balance: MyBalance | null) => void): () => void;
  /** After somebody's command: at once to whom it changed something. `before` is the state before it. */
  after(before: RoomState, command: RoomCommand, by: PersonId): void;
  /** Time passes; every few seconds everybody hears what is another now. */
  tick(): void;
};

type Place = {
  readonly person: PersonId;
  readonly tell: (balance: MyBalance | null) => void;
  last: string;
};

/** `look` has the room look whether an area should be heard. */
export function createTelling(
  keeper: Pick<RoomKeeper, 'state' | 'balanceOf'>,
  now: () => number,
  look: () => void,
): Telling {
  const places = new Set<Place>();
  let toldAt = -Infinity;

  const measures = () => keeper.state().balance !== undefined;
  const tell = (to: readonly Place[]): void => {
    const said = new Map<PersonId, MyBalance | null>();
    for (const place of to) {
      if (!said.has(place.person)) said.set(place.person, keeper.balanceOf(place.person, now()));
      const balance = said.get(place.person) ?? null;
      const text = JSON.stringify(balance);
      if (text === place.last) continue;
      place.last = text;
      place.tell(balance);
    }
  };
  const of = (people: readonly (PersonId | undefined)[]) =>
    [...places].filter(({ person }) => people.includes(person));

  return {
    sit(person, tellPlace) {
      // Nothing is what a place knows that was told nothing.
      const place: Place = { person, tell: tellPlace, last: 'null' };
      places.add(place);
      if (measures()) tell([place]);
      return () => void places.delete(place);
    },
    after(before, command, by) {
      if (!measures() && before.balance === undefined) return;
      const [was, is] = [before.meeting, keeper.state().meeting];
      if (was?.phase !== is?.phase || command.kind === 'measureLess') return tell([...places]);
      const [spoke, speaks] = [was?.floor.speaker, is?.floor.speaker];
      if (spoke !== speaks) return tell(of([spoke?.person, speaks?.person, by]));
      if (command.kind === 'takePart' || command.kind === 'correctTurn') tell(of([by]));
    },
    tick() {
      if (!measures() || places.size === 0) return;
      const at = now();
      // A clock that was set back must not silence the room.
      if (at - toldAt < TOLD_EVERY && at >= toldAt) return;
      toldAt = at;
      look();
      tell([...places]);
    },
  };
}
