import type { Denial, Room, Rooms } from '../../src/app/ports/room';
import { PortFailure } from '../../src/app/ports/failure';
import { Refusal } from '../../src/domain/refusal';
import { aProblem, aSeed, anIdea, aTask } from '../room/aRoom';
import { aMeasuredSeed } from '../domain/meeting/aMeasured';
import { START } from '../domain/meeting/aMeeting';

/** One place where rooms are kept. Rodrigo organises; 'agencia' is from outside. */
export type RoomWorld = {
  /** The rooms as that person's device opens them. */
  readonly rooms: (person: string) => Rooms;
  readonly cut: (person: string) => void;
  readonly mend: (person: string) => void;
  readonly deny: (person: string, why: Denial) => void;
  /** Lets time pass, where it stands still otherwise. */
  readonly pass?: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
};

export const ROOM = { place: { kind: 'chat', chat: '19:meeting_abc@thread.v2' }, start: START } as const;

/** Waits until it holds; what it threw last when it never does. */
export async function until(holds: () => boolean, what = 'it', milliseconds = 40_000): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > milliseconds) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const outcome = (done: Promise<void>): Promise<string> =>
  done.then(
    () => 'done',
    (fault: unknown) =>
      fault instanceof Refusal
        ? fault.code
        : fault instanceof PortFailure
          ? fault.failure.kind
          : String(fault),
  );

export function roomContract(name: string, open: () => Promise<RoomWorld>): void {
  describe(`a room: ${name}`, () => {
    let world: RoomWorld;
    let rooms: Room[];
    beforeEach(async () => {
      world = await open();
      rooms = [];
    });
    afterEach(async () => {
      rooms.forEach((room) => room.close());
      await world.close();
    });
    const enter = async (person: string): Promise<Room> => {
      const room = world.rooms(person).open(ROOM, person);
      rooms.push(room);
      await until(() => room.view.get().connection.kind === 'live', `${person} live`);
      return room;
    };
    const seeded = async (seed = aSeed()): Promise<{ rodrigo: Room; irene: Room }> => {
      const rodrigo = await enter('rodrigo');
      const irene = await enter('irene');
      await rodrigo.command({ kind: 'seed', seed });
      await until(() => irene.view.get().state?.meeting?.phase === 'before', 'the agenda');
      return { rodrigo, irene };
    };

    test(`RC1 whoever enters sees the same room, and who else is there (${name})`, async () => {
      const { rodrigo, irene } = await seeded();
      await until(() => rodrigo.view.get().state?.meeting?.panels.length === 2, 'two panels');
      expect(irene.view.get().state).toEqual(rodrigo.view.get().state);
      expect(irene.view.get().state?.organiser).toBe('rodrigo');
      expect(irene.view.get().state?.meeting?.applied).toEqual([]);
      const late = await enter('hugo');
      await until(() => late.view.get().state?.meeting?.panels.length === 3, 'three panels');
    });

    test(`RC2 a command is shown at once, and answered (${name})`, async () => {
      const { irene, rodrigo } = await seeded();
      const done = irene.command({ kind: 'start' });
      expect(irene.view.get().state?.meeting?.phase).toBe('running');
      expect(irene.view.get().saved).toBe(false);
      expect(await outcome(done)).toBe('done');
      await until(() => rodrigo.view.get().state?.meeting?.phase === 'running', 'the start');
      expect(irene.view.get().saved).toBe(true);
    });

    test(`RC3 what the room refuses is taken back, with the reason (${name})`, async () => {
      const { rodrigo } = await seeded();
      expect(await outcome(rodrigo.command({ kind: 'next', leaves: null }))).toBe('meeting/not-allowed');
      expect(rodrigo.view.get().state?.meeting?.phase).toBe('before');
      expect(rodrigo.view.get().saved).toBe(true);
    });

    test(`RC4 two who press "next" for the same item advance one (${name})`, async () => {
      const { irene } = await seeded();
      const twin = await enter('irene');
      await irene.command({ kind: 'start' });
      await until(() => twin.view.get().state?.meeting?.current?.item === 'i0', 'the first item');
      await Promise.all([
        irene.command({ kind: 'next', leaves: 'i0' }),
        twin.command({ kind: 'next', leaves: 'i0' }),
      ]);
      await until(() => twin.view.get().state?.meeting?.current?.item === 'i1', 'the second item');
      expect(irene.view.get().state?.meeting?.current?.item).toBe('i1');
    });

    test(`RC5 notes are there at once, saved soon, and the same for all (${name})`, async () => {
      const { irene, rodrigo } = await seeded();
      irene.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
      expect(irene.view.get().notes.problems).toEqual([aProblem({ by: 'irene' })]);
      irene.write({ kind: 'add', what: 'idea', entry: anIdea({ by: 'irene' }) });
      irene.write({ kind: 'add', what: 'task', entry: aTask() });
      irene.write({ kind: 'change', what: 'task', id: 't1', fields: { state: 'done' } });
      await until(() => irene.view.get().saved, 'saved');
      await until(() => rodrigo.view.get().notes.tasks[0]?.state === 'done', 'the task');
      await rodrigo.command({ kind: 'vote', idea: 'n1', on: true });
      await until(() => irene.view.get().notes.ideas[0]?.votes.length === 1, 'the vote');
      rodrigo.write({ kind: 'remove', what: 'idea', id: 'n1' });
      await until(() => irene.view.get().notes.ideas.length === 0, 'no idea');
      irene.write({ kind: 'restore', what: 'idea', id: 'n1' });
      await until(() => rodrigo.view.get().notes.ideas.length === 1, 'the idea again');
      expect(rodrigo.view.get().notes).toEqual(irene.view.get().notes);
      expect(() =>
        irene.write({ kind: 'add', what: 'idea', entry: anIdea({ id: 'n2', text: 'x'.repeat(501) }) }),
      ).toThrow(Refusal);
    });

    test(`RC6 what is done without a network is done when it is back (${name})`, async () => {
      const { irene, rodrigo } = await seeded();
      world.cut('irene');
      await until(() => irene.view.get().connection.kind === 'offline', 'offline');
      const started = irene.command({ kind: 'start' });
      irene.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene' }) });
      rodrigo.write({ kind: 'add', what: 'problem', entry: aProblem({ id: 'p2', by: 'rodrigo' }) });
      expect(irene.view.get().state?.meeting?.phase).toBe('running');
      expect(irene.view.get().saved).toBe(false);
      expect(rodrigo.view.get().state?.meeting?.phase).toBe('before');
      world.mend('irene');
      expect(await outcome(started)).toBe('done');
      await until(() => irene.view.get().saved && irene.view.get().notes.problems.length === 2, 'both');
      await until(() => rodrigo.view.get().notes.problems.length === 2, 'both there');
      expect(rodrigo.view.get().notes).toEqual(irene.view.get().notes);
    });

    test(`RC7 people from outside see nothing that is internal (${name})`, async () => {
      const { irene } = await seeded();
      const agencia = await enter('agencia');
      irene.write({ kind: 'add', what: 'problem', entry: aProblem({ by: 'irene', internal: true }) });
      irene.write({ kind: 'add', what: 'idea', entry: anIdea({ by: 'irene' }) });
      irene.write({ kind: 'add', what: 'problem', entry: aProblem({ id: 'p2', by: 'irene' }) });
      await until(() => agencia.view.get().notes.problems.length === 1, 'the open problem');
      await until(() => irene.view.get().saved, 'saved');
      expect(agencia.view.get().notes.problems[0]?.id).toBe('p2');
      expect(agencia.view.get().notes.ideas).toEqual([]);
      expect(agencia.view.get().state?.meeting?.items[3]).toMatchObject({ title: '', internal: true });
      expect(irene.view.get().state?.meeting?.items[3]?.title).toBe('Punto 3');
      expect(irene.view.get().notes.ideas[0]?.internal).toBe(true);
      agencia.write({ kind: 'add', what: 'idea', entry: anIdea({ id: 'n5', problem: 'p2', by: 'agencia' }) });
      await until(() => irene.view.get().notes.ideas.length === 2, 'the idea from outside');
    });

    test(`RC8 whoever is not let in is told why, and comes in when that is over (${name})`, async () => {
      await seeded();
      world.deny('hugo', 'notMember');
      const hugo = world.rooms('hugo').open(ROOM, 'hugo');
      rooms.push(hugo);
      await until(() => hugo.view.get().connection.kind === 'denied', 'denied');
      expect(hugo.view.get().connection).toMatchObject({ kind: 'denied', why: 'notMember' });
      expect(hugo.view.get().state).toBeNull();
      world.mend('hugo');
      hugo.retry();
      await until(() => hugo.view.get().state?.meeting?.panels.includes('hugo') === true, 'in');
    });

    test(`RC9 where nothing is measured nobody is told anything, and nothing can be said of it (${name})`, async () => {
      const { irene } = await seeded();
      await irene.command({ kind: 'start' });
      expect(await outcome(irene.command({ kind: 'takePart', as: 'declined' }))).toBe('talk/not-measured');
      const correct = { kind: 'correctTurn', from: START, until: null } as const;
      expect(await outcome(irene.command(correct))).toBe('talk/not-measured');
      expect(irene.view.get().balance).toBeNull();
      expect(irene.view.get().state?.balance).toBeUndefined();
    });

    test(`RC10 where it is measured each person is told their own, at all their places, and people from outside nothing (${name})`, async () => {
      const { rodrigo, irene } = await seeded(aMeasuredSeed({ declined: ['hugo'] }));
      const [hugo, twin, agencia] = [await enter('hugo'), await enter('irene'), await enter('agencia')];
      const as = (room: Room) => room.view.get().balance?.as;
      await until(() => as(irene) === 'counted' && as(rodrigo) === 'counted', 'what is theirs');
      await until(() => as(hugo) === 'declined' && as(twin) === 'counted', 'what is theirs');
      expect(hugo.view.get().balance?.own).toBeNull();
      await irene.command({ kind: 'takePart', as: 'shown' });
      await until(() => as(irene) === 'shown' && as(twin) === 'shown', 'said once, told twice');
      expect([as(rodrigo), as(hugo), agencia.view.get().balance]).toEqual(['counted', 'declined', null]);
    });

    test(`RC11 what the hosts hear counts as speech, and the end tells everybody the talk of the areas (${name})`, async () => {
      const { rodrigo, irene } = await seeded(aMeasuredSeed());
      await irene.command({ kind: 'start' });
      rodrigo.speaking?.(true);
      for (let speech = 0; speech === 0; speech = irene.view.get().balance?.speech ?? 0) {
        world.pass?.(1000);
        await irene.command({ kind: 'takePart', as: 'counted' });
      }
      world.cut('rodrigo');
      await until(() => rodrigo.view.get().connection.kind === 'offline', 'offline');
      world.mend('rodrigo');
      await until(() => rodrigo.view.get().connection.kind === 'live', 'live again');
      await irene.command({ kind: 'give', person: 'rodrigo' });
      for (let turns = 0; turns === 0; turns = rodrigo.view.get().balance?.own?.turns.length ?? 0) {
        world.pass?.(1000);
        await rodrigo.command({ kind: 'takePart', as: 'counted' });
      }
      expect(irene.view.get().balance?.own?.turns).toEqual([]);
      await irene.command({ kind: 'end' });
      await until(() => rodrigo.view.get().balance?.talk?.source === 'estimate', 'the talk');
      await until(() => irene.view.get().balance?.talk?.source === 'estimate', 'the talk');
      const talk = irene.view.get().balance?.talk;
      expect(talk?.areas['sales']).toBeGreaterThan(0);
      expect(talk?.areas['marketing'] ?? 0).toBe(0);
      expect(talk?.unattributed).toBeGreaterThan(0);
      expect(rodrigo.view.get().balance?.talk).toEqual(talk);
    });
  });
}
