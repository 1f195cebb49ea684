import { PortFailure } from '../app/ports/failure';
import type { Refused } from '../app/ports/room';
import type { RoomCommand } from '../domain/meeting/room';
import { Refusal } from '../domain/refusal';
import type { Instant } from '../domain/time/types';

/** A command waits so long for its answer; a vote as long as it takes. */
export const PATIENCE = 120_000;

export type Waiting = {
  readonly command: RoomCommand;
  /** When it was given, by the server's clock. */ readonly at: Instant;
};

/** Commands without an answer yet, in the order in which they were given. */
export type WaitingCommands = {
  readonly all: () => readonly Waiting[];
  add(one: Waiting): Promise<void>;
  answer(id: string, refused: Refused | undefined): void;
  /** From the device: nobody listens for their answers. */
  load(some: readonly Waiting[]): void;
  /** Fails what waited too long; the rest goes on waiting. */
  expire(now: Instant): void;
  /** Takes all of them out without an answer. */
  take(): readonly (Waiting & { readonly done: (fault?: Error) => void })[];
};

/** `changed` is called whenever the list is another. */
export function createWaiting(changed: () => void): WaitingCommands {
  let list: readonly (Waiting & { readonly done: (fault?: Error) => void })[] = [];
  const without = (id: string, fault?: Error) => {
    const one = list.find(({ command }) => command.id === id);
    if (one === undefined) return;
    list = list.filter((other) => other !== one);
    one.done(fault);
    changed();
  };
  return {
    all: () => list,
    add({ command, at }) {
      return new Promise<void>((resolve, reject) => {
        const done = (fault?: Error) => (fault === undefined ? resolve() : reject(fault));
        list = [...list, { command, at, done }];
        changed();
      });
    },
    answer(id, refused) {
      without(id, refused === undefined ? undefined : new Refusal(refused.code, refused.data));
    },
    load(some) {
      const had = new Set(list.map(({ command }) => command.id));
      const fresh = some.filter(({ command }) => !had.has(command.id));
      list = [...fresh.map((one) => ({ ...one, done: () => undefined })), ...list];
      changed();
    },
    expire(now) {
      for (const { command, at } of list)
        if (command.kind !== 'vote' && now - at >= PATIENCE)
          without(command.id, new PortFailure({ kind: 'offline' }));
    },
    take() {
      const taken = list;
      list = [];
      changed();
      return taken;
    },
  };
}
