import type { Cancellation } from '../../../src/app/ports/cancellation';
import { type Failure, PortFailure } from '../../../src/app/ports/failure';
import type {
  Attended,
  TranscriptFile,
  Transcripts,
  TranscriptText,
} from '../../../src/app/ports/transcripts';
import type { Interval } from '../../../src/domain/time/types';

/** What a tenant keeps of the calls of one meeting, and what its administrator lets apps see of it. */
export type FakeCalls = {
  readonly files: (TranscriptFile & Pick<TranscriptText, 'kind' | 'text'> & { readonly late: boolean })[];
  readonly reports: (Interval & { readonly attended: readonly Attended[] })[];
  transcripts: boolean;
  attribution: boolean;
  metered: boolean;
  consent: boolean;
};

export const fakeCalls = (): FakeCalls => ({
  files: [],
  reports: [],
  transcripts: true,
  attribution: true,
  metered: false,
  consent: true,
});

export type FakeTranscripts = Transcripts & {
  readonly calls: FakeCalls;
  /** A transcript of that time, whose text the test writes; metadata with absolute times unless it says otherwise. */
  add(
    time: Interval,
    text: string,
    more?: { readonly kind?: 'metadata' | 'vtt'; readonly late?: true },
  ): void;
  /** Late ones are there now. */
  arrive(): void;
  attended(time: Interval, people: readonly Omit<Attended, 'spans'>[]): void;
  /** The next call fails like this. */
  failNext(failure: Failure): void;
  /** How often a list was asked for: whoever waits must not ask all the time. */
  readonly asked: () => number;
};

/** The transcripts of one meeting, as its organiser reads them, or as somebody who is only invited. */
export function fakeTranscripts(
  joinUrl: string,
  calls: FakeCalls = fakeCalls(),
  as: 'organiser' | 'invited' = 'organiser',
): FakeTranscripts {
  let next: Failure | undefined;
  let asked = 0;
  const fail = (failure: Failure): never => {
    throw new PortFailure(failure);
  };
  const begin = async (cancel: Cancellation): Promise<void> => {
    await Promise.resolve();
    if (cancel.cancelled) fail({ kind: 'cancelled' });
    const failure = next;
    next = undefined;
    if (failure !== undefined) fail(failure);
  };
  const allow = (): void => {
    if (!calls.consent) fail({ kind: 'consent', tier: 'transcripts' });
  };
  const enter = (url: string): void => {
    if (url !== joinUrl) fail({ kind: 'notFound' });
    if (as === 'invited') fail({ kind: 'refused', code: 'notOrganiser' });
  };
  const refuseWhereOff = (): void => {
    if (!calls.transcripts) fail({ kind: 'refused', code: 'transcriptsOff' });
  };
  const share = (a: Interval, b: Interval) => a.from < b.until && b.from < a.until;

  return {
    calls,
    asked: () => asked,
    add(time, text, { kind = 'metadata', late } = {}) {
      const id = `t${calls.files.length + 1}`;
      calls.files.push({ id, meeting: 'meeting', ...time, kind, text, late: late === true });
    },
    arrive() {
      calls.files.splice(0, Infinity, ...calls.files.map((file) => ({ ...file, late: false })));
    },
    attended(time, people) {
      calls.reports.push({ ...time, attended: people.map((one) => ({ ...one, spans: [time] })) });
    },
    failNext(failure) {
      next = failure;
    },
    async list(url, time, cancel) {
      asked++;
      await begin(cancel);
      allow();
      enter(url);
      refuseWhereOff();
      return calls.files
        .filter((file) => !file.late && share(file, time))
        .map(({ id, meeting, from, until }) => ({ id, meeting, from, until }))
        .sort((a, b) => a.from - b.from);
    },
    async read({ id }, cancel) {
      await begin(cancel);
      allow();
      refuseWhereOff();
      const file = calls.files.find((one) => one.id === id) ?? fail({ kind: 'notFound' });
      if (calls.metered) fail({ kind: 'refused', code: 'metered' });
      if (!calls.attribution) fail({ kind: 'refused', code: 'attributionOff' });
      return { kind: file.kind, text: file.text, from: file.from };
    },
    async attendance(url, time, cancel) {
      await begin(cancel);
      if (!calls.consent || url !== joinUrl || as === 'invited') return [];
      const people = new Map<string, Attended>();
      for (const report of calls.reports.filter((one) => share(one, time)))
        for (const one of report.attended)
          people.set(one.name, { ...one, spans: [...(people.get(one.name)?.spans ?? []), ...one.spans] });
      return [...people.values()];
    },
  };
}
