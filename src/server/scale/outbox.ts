import { kindOf, type Log } from '../rooms/log';
import { NotNow } from '../rooms/store';
import { sizeOf, type Change } from './changes';

/** What is to be written, one transaction at a time; whoever waits for it is told when it has come there. */
export type Outbox = {
  /** Fails with NotNow when too much waits already. */
  add(change: Change): void;
  /** All of it or nothing, in one transaction. */
  together(run: () => void): void;
  /** At once when nothing waits. */
  whenKept(run: () => void): void;
  drop(room: string): void;
};

export type OutboxOptions = {
  /** One transaction; answers the rooms of which nothing was written, as they are another's by now. */
  readonly write: (changes: readonly Change[]) => Promise<ReadonlySet<string>>;
  /** Whether the same may succeed a little later. */
  readonly isPassing: (fault: unknown) => boolean;
  /** Nothing that was added for the room and is not kept yet will be. Called before those who wait. */
  readonly lost: (room: string) => void;
  readonly pauseMs: number;
  /** After so long without a store the rooms let go of what they did. */
  readonly patienceMs: number;
  readonly mostBytes: number;
  readonly log: Log;
};

type Batch = { changes: Change[]; readonly waiting: (() => void)[] };

export function createOutbox(options: OutboxOptions): Outbox {
  const { write, isPassing, lost, pauseMs, patienceMs, mostBytes, log } = options;
  let next: Batch = { changes: [], waiting: [] };
  let flying: Batch | undefined;
  let bytes = 0;
  let running = false;
  let within = false;

  const sum = (changes: readonly Change[]) => changes.reduce((all, one) => all + sizeOf(one), 0);

  async function run(): Promise<void> {
    // Everything of this turn goes together.
    await new Promise((done) => setImmediate(done));
    while (!isIdle(next)) {
      flying = next;
      next = { changes: [], waiting: [] };
      await deliver(flying);
      bytes = sum(next.changes);
      const { waiting } = flying;
      flying = undefined;
      waiting.forEach(tell);
    }
    running = false;
  }

  function tell(one: () => void): void {
    try {
      one();
    } catch (fault) {
      log({ event: 'fault', code: kindOf(fault) });
    }
  }

  async function deliver(batch: Batch): Promise<void> {
    const since = performance.now();
    let told = false;
    while (batch.changes.length > 0) {
      try {
        (await write(batch.changes)).forEach(lose);
        return;
      } catch (fault) {
        if (!told) log({ event: 'store', code: kindOf(fault) || 'unknown' });
        told = true;
        if (!isPassing(fault)) return alone(batch);
        if (performance.now() - since > patienceMs) return loseAll(batch);
        await new Promise((done) => setTimeout(done, pauseMs));
      }
    }
  }

  /** Something in it cannot be written: that must not be every room's fault. */
  async function alone(batch: Batch): Promise<void> {
    for (const room of roomsOf(batch.changes)) {
      const own = batch.changes.filter((one) => one.room === room);
      try {
        if (own.length > 0) (await write(own)).forEach(lose);
      } catch {
        lose(room);
      }
    }
  }

  function loseAll(batch: Batch): void {
    const rooms = roomsOf([...batch.changes, ...next.changes]);
    batch.changes = [];
    rooms.forEach(lose);
  }

  function lose(room: string): void {
    drop(room);
    lost(room);
  }

  function drop(room: string): void {
    for (const batch of [next, flying])
      if (batch !== undefined) batch.changes = batch.changes.filter((one) => one.room !== room);
  }

  return {
    add(change) {
      const size = sizeOf(change);
      if (bytes + size > mostBytes) throw new NotNow();
      bytes += size;
      next.changes.push(change);
      if (running) return;
      running = true;
      void run();
    },
    together(run) {
      if (within) return run();
      const before = next.changes.length;
      within = true;
      try {
        run();
      } catch (fault) {
        next.changes.length = Math.min(next.changes.length, before);
        throw fault;
      } finally {
        within = false;
      }
    },
    whenKept(run) {
      if (!isIdle(next)) next.waiting.push(run);
      else if (flying !== undefined) flying.waiting.push(run);
      else run();
    },
    drop,
  };
}

const roomsOf = (changes: readonly Change[]): readonly string[] => [
  ...new Set(changes.map(({ room }) => room)),
];
const isIdle = ({ changes, waiting }: Batch): boolean => changes.length === 0 && waiting.length === 0;
