import type { Cancellation } from '../../../src/app/ports/cancellation';
import type { Directory, Found, Me } from '../../../src/app/ports/directory';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';

export type FakeDirectory = Directory & {
  /** The next call fails like this. */
  failNext(failure: Failure): void;
  /** Whether the administrator has consented to the directory tier; not at first. */
  allowDepartments(allowed: boolean): void;
};

export type FakePeople = {
  readonly me: Me;
  readonly people: readonly Found[];
  /** Addresses of those whom I met, the most frequent first. */
  readonly met?: readonly string[];
};

/** A directory in memory; it finds by the beginnings of names and addresses, without regard to case and accents. */
export function fakeDirectory({ me, people, met = [] }: FakePeople): FakeDirectory {
  let next: Failure | undefined;
  let departments = false;
  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) throw new PortFailure({ kind: 'cancelled' });
    const failure = next;
    next = undefined;
    if (failure !== undefined) throw new PortFailure(failure);
  };
  return {
    failNext(failure) {
      next = failure;
    },
    allowDepartments(allowed) {
      departments = allowed;
    },
    async me(cancel) {
      await begin(cancel);
      return me;
    },
    async find(text, cancel) {
      await begin(cancel);
      const wanted = plain(text.trim());
      if (wanted === '') {
        return met.flatMap((mail) => people.find((one) => one.mail === mail) ?? []).slice(0, 10);
      }
      const begins = (value: string) => plain(value).startsWith(wanted);
      return people
        .filter(({ name, mail }) => begins(name) || begins(mail) || name.split(/\s+/).some(begins))
        .slice(0, 10);
    },
    async department(name, cancel) {
      await begin(cancel);
      if (!departments) throw new PortFailure({ kind: 'consent', tier: 'directory' });
      return people.filter(({ department }) => department?.toLowerCase() === name.toLowerCase());
    },
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
