import { personOf, chatOf } from './tenant';
import { createReceipts, type Figures } from './receipts';
import { enterRoom, type RoomClient } from './roomClient';

/** One meeting and who is in it: a token for each person, who come in turn by each of the ports. */
export type Meeting = {
  readonly chat: number;
  /** Original start; epoch milliseconds. */
  readonly start: number;
  readonly tokens: readonly string[];
  readonly ports: readonly number[];
};

export type Crowd = {
  /** Everybody into their rooms, which get an agenda and begin. Answers how long it took in milliseconds. */
  enter(meetings: readonly Meeting[]): Promise<number>;
  /** Each client writes about every so many milliseconds. Answers when all has come, or ten seconds later. */
  write(seconds: number, everyMs: number): Promise<Figures>;
  /** Everybody out of the rooms of those chats. */
  leave(chats: readonly number[]): Promise<void>;
};

/** At most so many knock at the same time: a server lets only so many wait whom it does not know yet. */
const AT_ONCE = 60;
const PATIENCE_MS = 10_000;

/** Many panels in one process. */
export function createCrowd(now: () => number, random: () => number): Crowd {
  const receipts = createReceipts(now);
  const rooms = new Map<number, readonly RoomClient[]>();
  return {
    async enter(meetings) {
      const began = now();
      const knocking = meetings.flatMap((meeting) =>
        meeting.tokens.map((token, at) => ({ meeting, token, at })),
      );
      const entered = new Map(meetings.map(({ chat }) => [chat, [] as RoomClient[]]));
      const knock = async (): Promise<void> => {
        for (let next = knocking.shift(); next !== undefined; next = knocking.shift()) {
          const { meeting, token, at } = next;
          const { chat, start, tokens, ports } = meeting;
          const id = { place: { kind: 'chat', chat: chatOf(chat) }, start } as const;
          const port = ports[(chat + at) % ports.length] as number;
          const person = personOf(chat * tokens.length + at);
          entered.get(chat)?.splice(at, 0, await enterRoom({ port, id, token, person }, receipts));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, knock));
      const took = now() - began;
      await Promise.all(meetings.map((meeting) => begin(meeting, entered.get(meeting.chat) ?? [])));
      entered.forEach((clients, chat) => rooms.set(chat, clients));
      return took;
    },
    async write(seconds, everyMs) {
      receipts.take();
      const until = now() + seconds * 1000;
      const writing = [...rooms].flatMap(([, clients]) =>
        clients.map(async (client) => {
          for (;;) {
            // Nobody writes by the beat; on average it is the one that was asked for.
            await pause(everyMs * (0.5 + random()));
            if (now() > until) return;
            receipts.expect(clients.length - 1);
            client.write();
          }
        }),
      );
      await Promise.all(writing);
      const end = now() + PATIENCE_MS;
      while (!receipts.isWhole() && now() < end) await pause(20);
      return receipts.take();
    },
    async leave(chats) {
      for (const chat of chats) {
        rooms.get(chat)?.forEach((client) => client.leave());
        rooms.delete(chat);
      }
    },
  };
}

async function begin({ chat, start, tokens }: Meeting, clients: readonly RoomClient[]): Promise<void> {
  const people = tokens.map((_, at) => ({
    id: personOf(chat * tokens.length + at),
    name: `Person ${at}`,
    area: at % 2 === 0 ? 'marketing' : 'sales',
    role: 'key',
  }));
  const areas = ['marketing', 'sales'].map((id) => ({ id, name: '', quorum: 1 }));
  const about = {
    title: 'Weekly',
    kind: 'weekly',
    language: 'en',
    zone: 'Europe/Madrid',
    series: null,
    areas,
  };
  const items = Array.from({ length: 5 }, (_, at) => ({
    id: `i${at}`,
    kind: 'topic',
    title: `Item ${at}`,
    minutes: 7,
  }));
  const balance = { mode: 'areas', since: start - 1000, nudge: true, declined: [] };
  const seed = { about, start, chair: people[0]?.id, people, items, problems: [], tasks: [], balance };
  // The first one of a chat has organised it.
  await clients[0]?.command({ kind: 'seed', seed });
  await clients[0]?.command({ kind: 'start' });
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
