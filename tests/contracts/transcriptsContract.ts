import { cancellable } from '../../src/app/cancel';
import type { Transcripts } from '../../src/app/ports/transcripts';
import type { Interval } from '../../src/domain/time/types';
import { failureOf, NEVER } from './outcome';

type Spoken = { readonly name: string } & Interval;

export type OpenedTranscripts = {
  /** As the organiser reads them. */
  readonly transcripts: Transcripts;
  /** As somebody reads them who is only invited. */
  readonly invited: Transcripts;
  readonly joinUrl: string;
  /** Who can be in the meeting: of the directory, with an address. */
  readonly person: { readonly id: string; readonly name: string; readonly mail: string };
  /** Leaves a transcript of that time. A late one comes with `arrive`. */
  speak(cues: readonly Spoken[], time: Interval, late?: 'late'): void;
  arrive(): void;
  /** The person of above and a room without an account were in a call of that time. */
  attend(time: Interval): void;
  /** What the tenant's administrator decides; all of it is given in the beginning. */
  decide(change: {
    readonly transcripts?: boolean;
    readonly attribution?: boolean;
    readonly metered?: boolean;
    readonly consent?: boolean;
  }): void;
  close(): Promise<void>;
};

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 24, 15, 15);
/** A session and what lies around it. */
const TIME = { from: START - 15 * MINUTE, until: START + 50 * MINUTE };
const call = (from: number, minutes: number): Interval => ({ from, until: from + minutes * MINUTE });
const turn = (name: string, from: number, seconds: number): Spoken => ({
  name,
  from,
  until: from + seconds * 1000,
});

/** What everything that reads transcripts does (XC1 to XC6); each test gets a meeting without any. */
export function transcriptsContract(name: string, open: () => Promise<OpenedTranscripts>): void {
  describe(`transcripts contract: ${name}`, () => {
    let opened: OpenedTranscripts;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('XC1 a meeting without a transcript has none, nor while it is not there yet', async () => {
      const { transcripts, joinUrl, speak, arrive } = opened;
      expect(await transcripts.list(joinUrl, TIME, NEVER)).toEqual([]);
      speak([turn('Irene', START, 9)], call(START, 35), 'late');
      expect(await transcripts.list(joinUrl, TIME, NEVER)).toEqual([]);
      arrive();
      expect(await transcripts.list(joinUrl, TIME, NEVER)).toMatchObject([call(START, 35)]);
    });

    test('XC2 of all sessions those that share time with the one that is asked for, oldest first', async () => {
      const { transcripts, joinUrl, speak } = opened;
      for (let week = -12; week < 12; week++)
        if (week !== 0) speak([turn('Irene', START, 9)], call(START + week * 7 * 24 * 60 * MINUTE, 35));
      speak([turn('Hugo', START + 20 * MINUTE, 9)], call(START + 20 * MINUTE, 15));
      speak([turn('Irene', START, 9)], call(START - 5 * MINUTE, 20));
      speak([turn('Irene', START, 9)], call(START + 5 * MINUTE, 9));
      // Touching is not sharing.
      speak([turn('Irene', START, 9)], call(TIME.until, 5));
      const found = await transcripts.list(joinUrl, TIME, NEVER);
      expect(found.map(({ from, until }) => ({ from, until }))).toEqual([
        call(START - 5 * MINUTE, 20),
        call(START + 5 * MINUTE, 9),
        call(START + 20 * MINUTE, 15),
      ]);
      expect(new Set(found.map(({ id }) => id)).size).toBe(3);
    });

    test('XC3 a transcript is read with names and times, and tells its zero', async () => {
      const { transcripts, joinUrl, speak } = opened;
      speak([turn('Vidal, Irene', START + 5320, 4)], call(START, 35));
      const [file] = await transcripts.list(joinUrl, TIME, NEVER);
      const read = await transcripts.read(file!, NEVER);
      expect(read.from).toBe(START);
      expect(read.text).toContain('Vidal, Irene');
      expect(read.text).toContain(read.kind === 'metadata' ? '"2026-11-24T15:15:05.32' : '0:0:5.320 -->');
    });

    test('XC4 each refusal has its name', async () => {
      const { transcripts, invited, joinUrl, speak, decide } = opened;
      speak([turn('Irene', START, 9)], call(START, 35));
      const [file] = await transcripts.list(joinUrl, TIME, NEVER);
      const listing = () => failureOf(transcripts.list(joinUrl, TIME, NEVER));
      const reading = () => failureOf(transcripts.read(file!, NEVER));
      expect(await failureOf(invited.list(joinUrl, TIME, NEVER))).toEqual({
        kind: 'refused',
        code: 'notOrganiser',
      });
      const nowhere = joinUrl.replace(/19%3a[^/]+/i, '19%3ameeting_none%40thread.v2');
      expect(await failureOf(transcripts.list(nowhere, TIME, NEVER))).toEqual({ kind: 'notFound' });
      decide({ metered: true });
      expect(await reading()).toEqual({ kind: 'refused', code: 'metered' });
      decide({ metered: false, attribution: false });
      expect(await reading()).toEqual({ kind: 'refused', code: 'attributionOff' });
      decide({ attribution: true, transcripts: false });
      expect([await listing(), await reading()]).toEqual(
        Array(2).fill({ kind: 'refused', code: 'transcriptsOff' }),
      );
      decide({ consent: false });
      expect([await listing(), await reading()]).toEqual(
        Array(2).fill({ kind: 'consent', tier: 'transcripts' }),
      );
      decide({ consent: true, transcripts: true });
      expect(await transcripts.list(joinUrl, TIME, NEVER)).toHaveLength(1);
    });

    test('XC5 who was there, by name, with their spans; of rejoining once; nobody where nobody may tell', async () => {
      const { transcripts, invited, joinUrl, person, attend, decide } = opened;
      expect(await transcripts.attendance(joinUrl, TIME, NEVER)).toEqual([]);
      attend(call(START, 10));
      attend(call(START + 12 * MINUTE, 20));
      attend(call(START - 7 * 24 * 60 * MINUTE, 35));
      const spans = [call(START, 10), call(START + 12 * MINUTE, 20)];
      const { id, name: shown, mail } = person;
      const found = await transcripts.attendance(joinUrl, TIME, NEVER);
      expect([...found].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
        [
          { name: shown, person: id, mail, spans },
          { name: 'Sala Tajo', spans },
        ].sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
      expect(await invited.attendance(joinUrl, TIME, NEVER)).toEqual([]);
      decide({ consent: false });
      expect(await transcripts.attendance(joinUrl, TIME, NEVER)).toEqual([]);
    });

    test('XC6 what is cancelled ends', async () => {
      const { transcripts, joinUrl, speak } = opened;
      speak([turn('Irene', START, 9)], call(START, 35));
      const [file] = await transcripts.list(joinUrl, TIME, NEVER);
      const cancel = cancellable();
      cancel.cancel();
      for (const work of [
        transcripts.list(joinUrl, TIME, cancel),
        transcripts.read(file!, cancel),
        transcripts.attendance(joinUrl, TIME, cancel),
      ])
        expect(await failureOf(work)).toEqual({ kind: 'cancelled' });
    });
  });
}
