/** Milliseconds, and how many there were. */
export type Times = {
  readonly many: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
};

export type Figures = {
  /** From writing to each other one's receipt. */
  readonly receipt: Times;
  /** From writing to the server's word that it is kept. */
  readonly kept: Times;
  /** Receipts and words that never came. */
  readonly missing: number;
  /** Sockets that the server closed, by code. */
  readonly closed: Readonly<Record<string, number>>;
};

/** Who wrote what when, and when the others had it: all clients of a process share its clock. */
export function createReceipts(now: () => number) {
  const sentAt = new Map<string, number>();
  const waiting = new Map<number, number[]>();
  const closed: Record<string, number> = {};
  let newcomers = 0;
  let serial = 0;
  let got: number[] = [];
  let kept: number[] = [];
  let written = 0;
  let expected = 0;
  return {
    newcomer: () => (newcomers += 1),
    /** The id of what a client is about to write. */
    sent(client: number): string {
      const id = `p-${client}-${(serial += 1)}-`;
      const at = now();
      sentAt.set(id, at);
      waiting.set(client, [...(waiting.get(client) ?? []), at]);
      written += 1;
      return id;
    },
    /** Of all that was written, so many others are to receive it. */
    expect: (others: number) => void (expected += others),
    received(frame: Buffer, client: number): void {
      for (const [id, by] of frame.toString('latin1').matchAll(/p-(\d+)-\d+-/g)) {
        const at = sentAt.get(id);
        if (at !== undefined && Number(by) !== client) got.push(now() - at);
      }
    },
    /** Words of what is kept come in the order of what was written. */
    acknowledged(client: number): void {
      const at = waiting.get(client)?.shift();
      if (at !== undefined) kept.push(now() - at);
    },
    lost: (code: number) => void (closed[code] = (closed[code] ?? 0) + 1),
    /** What happened since the last time this was asked. */
    take(): Figures {
      const missing = Math.max(0, expected - got.length) + Math.max(0, written - kept.length);
      const figures = { receipt: timesOf(got), kept: timesOf(kept), missing, closed: { ...closed } };
      got = [];
      kept = [];
      written = expected = 0;
      sentAt.clear();
      waiting.clear();
      Object.keys(closed).forEach((code) => delete closed[code]);
      return figures;
    },
    /** Whether all has come. */
    isWhole: () => got.length >= expected && kept.length >= written,
  };
}
export type Receipts = ReturnType<typeof createReceipts>;

function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { many: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
