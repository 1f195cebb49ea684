import type { RoomId } from '../../../src/app/ports/room';
import { until } from '../../contracts/roomContract';
import { withServices } from '../../support/services/withServices';
import { startTenant, type Tenant } from '../rooms/tenant';
import { startCluster, type Cluster } from './cluster';
import { asked, idsAt, inStep, openDevice, SECRET_WORDS, type Device } from './meeting';

const WRITE_EVERY_MS = 250;
/**
 * So often everybody writes on by themselves while something starts or stops. Without an end a slow machine would be
 * given the more to do the slower it is.
 */
const TURNS_AHEAD = 16;
/** Of one test: servers start anew in it, on a machine that does other things, too. What is waited for inside it takes less. */
const LONG = 300_000;
/** Of one thing inside a test that is waited for. */
const PATIENCE = 60_000;

withServices('a meeting on several servers', ({ redis, postgres }) => {
  let tenant: Tenant;
  let cluster: Cluster;
  let room: RoomId;
  let devices: Device[] = [];
  const lonely: { readonly id: RoomId; readonly kept: readonly string[] }[] = [];
  let serial = 0;

  const newRoom = (): RoomId => ({
    place: { kind: 'chat', chat: tenant.chat.id },
    start: Math.floor(tenant.now() / 60_000) * 60_000 + (serial += 1) * 60_000,
  });
  const enter = (id: RoomId, person: string, outsider = false): Device =>
    openDevice(tenant, cluster.address, id, { person, outsider });
  const seedOf = (start: number) => ({
    about: {
      title: 'Semanal',
      kind: 'weekly',
      language: 'es',
      zone: 'UTC',
      series: null,
      areas: [],
    } as const,
    start,
    chair: tenant.organiser,
    people: tenant.people.map(({ id }, at) => ({
      id,
      name: `P ${at}`,
      area: `a${at % 2}`,
      role: 'key' as const,
    })),
    items: [{ id: 'i0', kind: 'topic', title: 'Punto', minutes: 20 }] as const,
    problems: [],
    tasks: [],
    balance: { mode: 'areas', since: start - 1000, nudge: true, declined: [] } as const,
  });

  beforeAll(async () => {
    tenant = await startTenant();
    cluster = await startCluster(tenant, { redis: redis(), postgres: postgres() }, 3);
    room = newRoom();
    // Somebody is a guest or is not: none of the devices of the company is theirs.
    const guest = tenant.people.find(({ id }) => id !== tenant.organiser)?.id as string;
    const staff = tenant.people.map(({ id }) => id).filter((id) => id !== guest);
    devices = [
      ...Array.from({ length: 7 }, (_, at) => enter(room, staff[at % staff.length] as string)),
      enter(room, guest, true),
    ];
    await inStep(devices);
    const chair = devices.find(({ person, outsider }) => person === tenant.organiser && !outsider) as Device;
    await chair.room.command({ kind: 'seed', seed: seedOf(room.start) });
    await chair.room.command({ kind: 'start' });
    await chair.room.command({ kind: 'give', person: guest });
    for (let each = 0; each < 4; each += 1) devices.forEach((one) => one.write());
    await inStep(devices);
  }, LONG);
  afterAll(async () => {
    devices.forEach((one) => one.leave());
    await cluster?.close();
    await tenant?.close();
  });

  /** Everybody goes on writing and voting until it is over; then all are in step. */
  async function meanwhile(
    disturb: (wrote: (more: number) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    let turn = 0;
    let last = TURNS_AHEAD;
    const writing = setInterval(() => {
      if (turn >= last) return;
      devices.forEach((one) => one.write());
      const voter = devices[(turn += 1) % devices.length];
      voter?.vote(devices[0]?.written[turn] ?? 'nothing');
    }, WRITE_EVERY_MS);
    const wrote = async (more: number) => {
      const enough = turn + more;
      last = enough + TURNS_AHEAD;
      await until(() => turn >= enough, 'more to be written', PATIENCE);
    };
    try {
      await wrote(3);
      await disturb(wrote);
      await wrote(3);
    } finally {
      clearInterval(writing);
    }
    await allIn();
  }

  /** What each has written is at everybody of the company, once. */
  async function allIn(): Promise<void> {
    const all = devices.flatMap(({ written }) => written).sort();
    await inStep(devices, () => devices.every((one) => one.outsider || idsAt(one).length === all.length));
    for (const one of devices.filter(({ outsider }) => !outsider)) expect(idsAt(one)).toEqual(all);
  }

  /** Somebody writes in a room of their own and is gone with all they have, once they were told that it is kept. */
  async function leaveAlone(): Promise<number | undefined> {
    const id = newRoom();
    const one = enter(id, tenant.organiser);
    await inStep([one]);
    for (let each = 0; each < 5; each += 1) one.write();
    await until(() => one.acknowledged().length === 5, 'all to be kept', PATIENCE);
    const at = await cluster.owner(id);
    lonely.push({ id, kept: one.acknowledged() });
    one.leave();
    return at;
  }

  async function nothingLost(): Promise<void> {
    for (const { id, kept } of lonely) {
      const late = enter(id, tenant.organiser);
      await inStep([late], () => idsAt(late).length >= kept.length);
      expect(idsAt(late)).toEqual([...kept].sort());
      late.leave();
    }
  }

  const owner = async (): Promise<number> => {
    let at: number | undefined;
    await asked(async () => (at = await cluster.owner(room)) !== undefined, 'somebody to have the room');
    return at as unknown as number;
  };
  const allReady = () => asked(async () => (await cluster.ready()).every(Boolean), 'all to be ready');

  test(
    'SC4 the process that has the room is killed: another takes it',
    async () => {
      const before = await owner();
      await meanwhile(async (wrote) => {
        await cluster.kill(before);
        await wrote(3);
        await until(
          () => devices.every((one) => one.room.view.get().connection.kind === 'live'),
          'all back',
          PATIENCE,
        );
        expect(await owner()).not.toBe(before);
        await cluster.start(before);
      });
      await nothingLost();
    },
    LONG,
  );

  test(
    'SC1 a process that only hands on is killed: its people come in by the others',
    async () => {
      const at = ((await owner()) + 1) % 3;
      await meanwhile(async (wrote) => {
        await cluster.kill(at);
        await wrote(5);
        await cluster.start(at);
      });
    },
    LONG,
  );

  test(
    'SC4 what is kept in a room whose people and process are gone is there when somebody comes',
    async () => {
      const at = (await leaveAlone()) as number;
      await cluster.kill(at);
      await nothingLost();
      await cluster.start(at);
      await allIn();
    },
    LONG,
  );

  test(
    'SC5 Redis is killed: rooms go on where they are, and nobody is told apart when it is back',
    async () => {
      await leaveAlone();
      await meanwhile(async (wrote) => {
        await redis().kill();
        await wrote(6);
        await redis().start();
      });
      await allReady();
      await nothingLost();
    },
    LONG,
  );

  test(
    'SC5 a full Redis takes no lease: rooms go on where they are',
    async () => {
      await leaveAlone();
      await meanwhile(async (wrote) => {
        await redis().fill();
        await wrote(6);
        await redis().empty();
      });
      await allReady();
      await nothingLost();
    },
    LONG,
  );

  test(
    'SC6 PostgreSQL is killed: nothing is acknowledged without it, and all is kept when it is back',
    async () => {
      await leaveAlone();
      await meanwhile(async (wrote) => {
        await postgres().kill();
        // What was committed before may still be told.
        await wrote(2);
        const before = devices.map((one) => one.acknowledged().length);
        await wrote(6);
        expect(devices.map((one) => one.acknowledged().length)).toEqual(before);
        await postgres().start();
      });
      await allReady();
      await nothingLost();
    },
    LONG,
  );

  test(
    'SC6 PostgreSQL takes no writes: nothing is acknowledged until it does again',
    async () => {
      await leaveAlone();
      await meanwhile(async (wrote) => {
        await postgres().readOnly(true);
        await wrote(2);
        const before = devices.map((one) => one.acknowledged().length);
        await wrote(6);
        expect(devices.map((one) => one.acknowledged().length)).toEqual(before);
        await postgres().readOnly(false);
      });
      await allReady();
      await nothingLost();
    },
    LONG,
  );

  test(
    'SC2 a process that slept while another took its room adds nothing to it when it wakes',
    async () => {
      const at = await owner();
      await meanwhile(async (wrote) => {
        cluster.signal(at, 'SIGSTOP');
        await asked(async () => (await cluster.owner(room)) !== at, 'another to take the room');
        await wrote(5);
        cluster.signal(at, 'SIGCONT');
        await wrote(5);
      });
      await nothingLost();
    },
    LONG,
  );

  test(
    'SC3 after all that votes stand once, the room is as it is kept, and nobody from outside has seen what is internal',
    async () => {
      await allIn();
      const votes = devices[0]?.room.view.get().state?.votes ?? {};
      for (const { person, voted } of devices)
        for (const idea of voted) expect((votes[idea] ?? []).filter((by) => by === person)).toHaveLength(1);
      const late = enter(room, tenant.organiser);
      devices.push(late);
      await allIn();
      const outsider = devices.find((one) => one.outsider) as Device;
      expect(outsider.heard()).toContain('Las ferias no traen contactos');
      expect(outsider.heard()).not.toContain(SECRET_WORDS);
      expect(devices.some(({ voted }) => voted.size > 0)).toBe(true);
    },
    LONG,
  );
});
