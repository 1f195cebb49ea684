import { cancellable } from '../../src/app/cancel';
import type { Directory, Found } from '../../src/app/ports/directory';
import { failureOf, NEVER } from './outcome';

export type OpenedDirectory = {
  readonly directory: Directory;
  /** The same person, with and without consent to the directory tier. */
  readonly withDepartments: Directory | undefined;
  readonly withoutDepartments: Directory | undefined;
  readonly me: { readonly mail: string; readonly name: string };
  /** Somebody else, whose name begins with `first` and has the later word `last`. */
  readonly somebody: {
    readonly name: string;
    readonly mail: string;
    readonly first: string;
    readonly last: string;
  };
  /** A department with more than one person, me among them, and how many. */
  readonly department?: { readonly name: string; readonly size: number };
  /** Whether my calendar has meetings with others around now. */
  readonly metSomebody: boolean;
  settle?<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** What every directory does (DC1 to DC7). It only reads. */
export function directoryContract(name: string, open: () => Promise<OpenedDirectory>): void {
  describe(`directory contract: ${name}`, () => {
    let opened: OpenedDirectory;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const settle = <T>(work: Promise<T>): Promise<T> => (opened.settle ?? ((one) => one))(work);
    const find = (text: string) => settle(opened.directory.find(text, NEVER));
    const mails = (people: readonly Found[]) => people.map(({ mail }) => mail);

    test('DC1 I am somebody with an id, a name and an address in lower case', async () => {
      const me = await settle(opened.directory.me(NEVER));
      expect(me).toMatchObject({ name: opened.me.name, mail: opened.me.mail.toLowerCase() });
      expect(me.id).not.toBe('');
      if (me.country !== undefined) expect(me.country).toMatch(/^[A-Z]{2}$/);
    });

    test('DC2 two letters of a first name, a last name, the whole name and the address find somebody', async () => {
      const { name: whole, mail, first, last } = opened.somebody;
      for (const text of [first.slice(0, 2), first, last, whole, mail, `  ${first} `, first.toUpperCase()]) {
        expect(mails(await find(text))).toContain(mail);
      }
    });

    test('DC3 at most ten, each once, all with address and id; whose name begins so stands first', async () => {
      for (const letter of ['a', 'e', 'm', opened.somebody.first.slice(0, 1)]) {
        const found = await find(letter);
        expect(found.length).toBeLessThanOrEqual(10);
        expect(new Set(mails(found)).size).toBe(found.length);
        for (const one of found) {
          expect(one.id).not.toBe('');
          expect(one.mail).toBe(one.mail.toLowerCase());
          expect(one.mail).toContain('@');
        }
      }
      expect(mails(await find(opened.somebody.name))[0]).toBe(opened.somebody.mail);
    });

    test('DC4 nobody of that name is nobody, whatever is typed', async () => {
      for (const text of [
        "O'Nadie Zzyzx",
        '"',
        "''",
        '%',
        'zzyzx) or (1 eq 1',
        '\\',
        'a:b"c',
        'ñ'.repeat(300),
      ]) {
        const found = await find(text);
        expect(mails(found)).not.toContain(opened.me.mail);
      }
      expect(await find('Zzyzx')).toEqual([]);
    });

    test('DC5 without a text: those whom I met, not myself', async () => {
      const found = await find('');
      expect(found.length).toBeLessThanOrEqual(10);
      expect(mails(found)).not.toContain(opened.me.mail);
      if (opened.metSomebody) expect(found.length).toBeGreaterThan(0);
      expect(mails(await find('   '))).toEqual(mails(found));
    });

    test('DC6 a department’s people with the tier, consent without it', async () => {
      const { department, withDepartments, withoutDepartments } = opened;
      if (department === undefined) return;
      if (withDepartments !== undefined) {
        const people = await settle(withDepartments.department(department.name, NEVER));
        expect(people).toHaveLength(department.size);
        expect(mails(people)).toContain(opened.me.mail);
        expect(await settle(withDepartments.department("Ningún 'departamento'", NEVER))).toEqual([]);
      }
      if (withoutDepartments !== undefined) {
        const refused = settle(withoutDepartments.department(department.name, NEVER));
        expect(await failureOf(refused)).toEqual({ kind: 'consent', tier: 'directory' });
      }
    });

    test('DC7 what is cancelled ends', async () => {
      const cancel = cancellable();
      cancel.cancel();
      const { directory } = opened;
      const works: readonly Promise<unknown>[] = [
        directory.me(cancel),
        directory.find('a', cancel),
        directory.find('', cancel),
        directory.department('x', cancel),
      ];
      for (const work of works) {
        expect(await failureOf(settle(work))).toEqual({ kind: 'cancelled' });
      }
    });
  });
}
