import * as Y from 'yjs';
import type { Clock, Ids } from '../../../src/app/ports/clock';
import type { Denial, Room, RoomId, Rooms } from '../../../src/app/ports/room';
import type { BalanceMode } from '../../../src/domain/balance/types';
import type { PersonId } from '../../../src/domain/meeting/types';
import type { RoomCommand } from '../../../src/domain/meeting/room';
import { createKeeper } from '../../../src/room/createKeeper';
import type { RoomDocs } from '../../../src/room/document';
import type { Member, RoomKeeper } from '../../../src/room/keeper';
import { createReplica, type Replica } from '../../../src/room/replica';
import { createSignal, type Signal } from '../../../src/room/signal';
import { createTelling, type Telling } from '../../../src/room/telling';
import { nameOf, type RoomPart } from '../../../src/room/wire';

/** Rooms in the memory of one process, kept by the same keeper as the server's, for all who open them there. */
export type MemoryRooms = Rooms & {
  readonly keeper: (id: RoomId) => RoomKeeper;
  /** The network of one person is gone, and is back. */
  cut(person: PersonId): void;
  mend(person: PersonId): void;
  /** Lets nobody of that id in any more, until `mend`. */
  deny(person: PersonId, why: Denial): void;
  /** Tells the rooms, and those in them, that the clock moved. */
  tick(): void;
};

type Hub = {
  readonly docs: RoomDocs;
  readonly keeper: RoomKeeper;
  readonly telling: Telling;
  readonly links: Set<Link>;
};
type Link = {
  readonly me: PersonId;
  readonly replica: Replica;
  on: boolean;
  readonly signal: Signal;
  connect(): void;
  disconnect(): void;
};

/**
 * `member` tells who somebody is; without it everybody is of the company, and called by their id. `cap` is what the tenant
 * allows to measure; without it all that was agreed.
 */
export function createMemoryRooms(from: {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly organiser: PersonId | null;
  readonly member?: (id: PersonId) => Member;
  readonly cap?: BalanceMode;
}): MemoryRooms {
  const { clock, ids, organiser, cap = 'persons' } = from;
  const memberOf = from.member ?? ((id) => ({ id, name: id, outsider: false }));
  const hubs = new Map<string, Hub>();
  const gone = new Map<PersonId, Denial | 'cut'>();

  const hubOf = (id: RoomId): Hub => {
    const name = nameOf(id, 'main');
    const known = hubs.get(name);
    if (known !== undefined) return known;
    const docs = { main: new Y.Doc(), internal: new Y.Doc() };
    const keeper = createKeeper({ docs, organiser, cap });
    const now = () => clock.now();
    const telling = createTelling(keeper, now, () => keeper.look(now()));
    const hub = { docs, keeper, telling, links: new Set<Link>() };
    hubs.set(name, hub);
    return hub;
  };
  const linksOf = (person: PersonId) =>
    [...hubs.values()].flatMap(({ links }) => [...links]).filter(({ me }) => me === person);

  return {
    open(id, me): Room {
      const hub = hubOf(id);
      const link = linkTo(hub, memberOf(me), { clock, ids, gone });
      hub.links.add(link);
      link.connect();
      const { replica } = link;
      return {
        view: replica.view,
        command: (body) => replica.command(body),
        write: (change) => replica.write(change),
        speaking: (on) => link.signal.say(on),
        retry: () => link.connect(),
        close() {
          link.disconnect();
          hub.links.delete(link);
          replica.close();
        },
      };
    },
    keeper: (id) => hubOf(id).keeper,
    tick: () =>
      hubs.forEach(({ keeper, telling }) => {
        keeper.happened({ kind: 'time' }, clock.now());
        telling.tick();
      }),
    cut(person) {
      gone.set(person, 'cut');
      linksOf(person).forEach((link) => link.disconnect());
    },
    mend(person) {
      gone.delete(person);
      linksOf(person).forEach((link) => link.connect());
    },
    deny(person, why) {
      gone.set(person, why);
      linksOf(person).forEach((link) => {
        link.disconnect();
        link.connect();
      });
    },
  };
}

function linkTo(
  hub: Hub,
  member: Member,
  { clock, ids, gone }: { clock: Clock; ids: Ids; gone: ReadonlyMap<PersonId, Denial | 'cut'> },
): Link {
  const parts: readonly RoomPart[] = member.outsider ? ['main'] : ['main', 'internal'];
  const say = (command: RoomCommand) => {
    if (!link.on) return;
    const before = hub.keeper.state();
    const refused = hub.keeper.command(command, member, clock.now());
    hub.telling.after(before, command, member.id);
    link.replica.answer(command.id, refused ?? undefined);
  };
  const replica = createReplica({
    me: member.id,
    clock,
    ids,
    // Shown as waiting first, as over a network.
    sent: (command) => queueMicrotask(() => say(command)),
    touched: () => undefined,
  });
  if (member.outsider) replica.outside();

  const stops: (() => void)[] = [];
  const follow = (source: Y.Doc, run: (update: Uint8Array) => void, except: unknown) => {
    const told = (update: Uint8Array, origin: unknown) => (origin === except ? undefined : run(update));
    source.on('update', told);
    stops.push(() => source.off('update', told));
  };
  let refused = 0;
  const push = (part: RoomPart, update: Uint8Array): boolean => {
    const fits = hub.keeper.check(part, update, member) === null;
    if (fits) Y.applyUpdate(hub.docs[part], update, link);
    else renew();
    return fits;
  };
  /** As over a network: read anew and written again, once. */
  function renew(): void {
    refused += 1;
    link.disconnect();
    replica.renew(refused > 1);
    link.connect();
  }

  const link: Link = {
    me: member.id,
    replica,
    on: false,
    // Where no time passes there is nothing to rest from.
    signal: createSignal(
      (on) => {
        if (link.on) hub.keeper.heard(link, on, clock.now());
        return link.on;
      },
      (_, run) => run(),
    ),
    connect() {
      if (link.on) return;
      const why = gone.get(member.id);
      if (why === 'cut') return replica.connection({ kind: 'offline' });
      if (why !== undefined) return replica.connection({ kind: 'denied', why });
      link.on = true;
      hub.keeper.joined(member, clock.now());
      hub.keeper.happened({ kind: 'panelOpened', person: member.id }, clock.now());
      const docs = replica.docs();
      for (const part of parts) {
        const missing = Y.encodeStateAsUpdate(docs[part], Y.encodeStateVector(hub.docs[part]));
        Y.applyUpdate(
          docs[part],
          Y.encodeStateAsUpdate(hub.docs[part], Y.encodeStateVector(docs[part])),
          hub,
        );
        follow(hub.docs[part], (update) => Y.applyUpdate(docs[part], update, hub), link);
        follow(
          docs[part],
          (update) => {
            if (push(part, update)) queueMicrotask(() => link.on && replica.acknowledged());
          },
          hub,
        );
        // The documents are others then, and this has been begun anew.
        if (!push(part, missing)) return;
      }
      replica.connection({ kind: 'live' });
      stops.push(hub.telling.sit(member.id, (balance) => replica.balance(balance)));
      link.signal.again();
      replica.rewrite();
      if (!link.on || replica.docs() !== docs) return;
      refused = 0;
      replica.acknowledged();
      replica.waiting().forEach(({ command }) => say(command));
    },
    disconnect() {
      if (!link.on) return;
      link.on = false;
      stops.splice(0).forEach((stop) => stop());
      hub.keeper.heard(link, null, clock.now());
      const others = [...hub.links].some((other) => other !== link && other.on && other.me === member.id);
      if (!others) hub.keeper.happened({ kind: 'panelClosed', person: member.id }, clock.now());
      replica.connection({ kind: 'offline' });
    },
  };
  return link;
}
