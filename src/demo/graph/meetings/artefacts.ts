import { randomUUID } from 'node:crypto';

/** What somebody said, as transcription heard it; instants, half-open. */
export type SpokenCue = {
  /** As Teams shows the name; of a room or a telephone, its own. Null for nobody whom it recognised. */
  readonly name: string | null;
  readonly from: number;
  readonly until: number;
  readonly text: string;
};

/** One transcript of one meeting's chat: of a series all of them hang on it. */
export type Transcript = {
  readonly id: string;
  readonly thread: string;
  readonly callId: string;
  readonly correlationId: string;
  readonly from: number;
  readonly until: number;
  readonly language: string;
  readonly cues: readonly SpokenCue[];
  /** It is there from then on; infinite until somebody says so. */
  arrives: number;
};

/** Who was in one call. */
export type AttendanceReport = {
  readonly id: string;
  readonly thread: string;
  readonly from: number;
  readonly until: number;
  readonly attendees: readonly Attendee[];
};

export type Attendee = {
  readonly name: string;
  /** Of the directory; nobody's for a telephone or a room that has no account. */
  readonly personId?: string;
  readonly mail?: string;
  readonly role: 'Organizer' | 'Presenter' | 'Attendee';
  readonly spans: readonly { readonly from: number; readonly until: number }[];
};

/** What calls leave behind: transcripts, some time after them, and reports of who was there. */
export class Artefacts {
  private readonly transcripts: Transcript[] = [];
  private readonly reports: AttendanceReport[] = [];

  constructor(private readonly now: () => number) {}

  addTranscript(
    transcript: Pick<Transcript, 'thread' | 'from' | 'until' | 'language' | 'cues' | 'arrives'>,
  ): Transcript {
    const made = {
      ...transcript,
      id: `MSMjMCMj${Buffer.from(randomUUID()).toString('base64url')}`,
      callId: randomUUID(),
      correlationId: randomUUID(),
    };
    this.transcripts.push(made);
    return made;
  }

  addReport(report: Omit<AttendanceReport, 'id'>): void {
    this.reports.push({ ...report, id: randomUUID() });
  }

  /** Those that Graph shows by now. In no order that anybody promised: the newest first. */
  transcriptsOf(thread: string): readonly Transcript[] {
    return this.all(thread).filter(({ arrives }) => arrives <= this.now());
  }

  /** Those that are still to come, too. */
  all(thread: string): readonly Transcript[] {
    return this.transcripts.filter((one) => one.thread === thread).reverse();
  }

  reportsOf(thread: string): readonly AttendanceReport[] {
    return this.reports.filter((one) => one.thread === thread).reverse();
  }

  /** What is late is there now; answers how many came. */
  arrive(thread: string): number {
    const late = this.transcripts.filter((one) => one.thread === thread && one.arrives > this.now());
    for (const one of late) one.arrives = this.now();
    return late.length;
  }
}
