import { cancellable } from '../../src/app/cancel';
import type { OwnSession, OwnTalkStore } from '../../src/app/ports/ownTalk';
import { failureOf, NEVER } from './outcome';

export type OpenedOwnTalk = {
  readonly mine: OwnTalkStore;
  /** Another device of the same person. */
  readonly device: OwnTalkStore;
  /** Somebody else's. Undefined where nobody else can be. */
  readonly others?: OwnTalkStore;
  /** Puts that into the file as some other program would. Undefined where that cannot be done. */
  readonly plant?: (content: string) => Promise<void>;
  readonly contentOf?: () => Promise<string | undefined>;
  close(): Promise<void>;
};

const ONE: OwnSession = {
  series: '3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f',
  title: 'Semanal de Marketing & Ventas — «日本語»',
  start: Date.UTC(2026, 10, 24, 16, 15),
  source: 'measured',
  milliseconds: 312_450,
  share: 0.2083,
  fair: 0.25,
};
const TALK = { sessions: [ONE] };
const MORE = { sessions: [ONE, { ...ONE, start: ONE.start + 604_800_000, source: 'estimate' as const }] };

/** What every keeping of one's own shares does (OC1 to OC5); each test begins with none. */
export function ownTalkContract(name: string, open: () => Promise<OpenedOwnTalk>): void {
  describe(`own talk contract: ${name}`, () => {
    let opened: OpenedOwnTalk;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('OC1 nothing is kept until it is wanted; taking nothing away is no mistake', async () => {
      const { mine } = opened;
      expect(await mine.read(NEVER)).toBeNull();
      await mine.remove(NEVER);
      expect(await mine.read(NEVER)).toBeNull();
    });

    test('OC2 what is written is read the same, on another device too, and by nobody else', async () => {
      const { mine, device, others } = opened;
      const first = await mine.write(TALK, null, NEVER);
      expect(first.talk).toEqual(TALK);
      const read = await device.read(NEVER);
      expect(read).toEqual(first);
      const second = await device.write(MORE, read?.version ?? null, NEVER);
      expect(second.version).not.toBe(first.version);
      expect((await mine.read(NEVER))?.talk).toEqual(MORE);
      expect(await others?.read(NEVER)).toEqual(others === undefined ? undefined : null);
      await mine.remove(NEVER);
      expect(await device.read(NEVER)).toBeNull();
      expect((await device.write({ sessions: [] }, null, NEVER)).talk).toEqual({ sessions: [] });
    });

    test('OC3 what changed meanwhile is a conflict and stays: made, changed, taken away', async () => {
      const { mine, device } = opened;
      const first = await mine.write(TALK, null, NEVER);
      expect(await failureOf(device.write(MORE, null, NEVER))).toEqual({ kind: 'conflict' });
      await mine.write(MORE, first.version, NEVER);
      const empty = { sessions: [] };
      expect(await failureOf(device.write(empty, first.version, NEVER))).toEqual({ kind: 'conflict' });
      const now = await device.read(NEVER);
      expect(now?.talk).toEqual(MORE);
      await mine.remove(NEVER);
      expect(await failureOf(device.write(empty, now?.version ?? '', NEVER))).toEqual({ kind: 'conflict' });
      expect(await mine.read(NEVER)).toBeNull();
    });

    test('OC4 a file that cannot be read is named and stays; who wants it gone takes it away', async () => {
      const { mine, plant, contentOf } = opened;
      if (plant === undefined || contentOf === undefined) return;
      const newer = JSON.stringify({ format: 'cadencia-own-talk', version: 99, talk: {} });
      for (const content of ['roto', newer]) {
        await plant(content);
        expect(await failureOf(mine.read(NEVER))).toEqual({ kind: 'malformed', file: 'balance.json' });
        expect(await failureOf(mine.write(TALK, null, NEVER))).toEqual({ kind: 'conflict' });
        expect(await contentOf()).toBe(content);
      }
      await mine.remove(NEVER);
      expect(await mine.read(NEVER)).toBeNull();
    });

    test('OC5 what could not be read back is refused; what is cancelled ends', async () => {
      const { mine } = opened;
      const wrong = { sessions: [{ ...ONE, share: 1.2 }] };
      expect(await failureOf(mine.write(wrong, null, NEVER))).toEqual({
        kind: 'refused',
        code: 'unwritable',
      });
      const cancel = cancellable();
      cancel.cancel();
      for (const work of [mine.read(cancel), mine.write(TALK, null, cancel), mine.remove(cancel)])
        expect(await failureOf(work)).toEqual({ kind: 'cancelled' });
      expect(await mine.read(NEVER)).toBeNull();
    });
  });
}
