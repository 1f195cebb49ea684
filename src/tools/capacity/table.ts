import os from 'node:os';
import type { Measured } from './measure';
import type { Times } from './receipts';

const HEAD = [
  'servers',
  'behind them',
  'rooms × people',
  'all are in after',
  'a change at everybody else, p50 / p99',
  'kept, p50 / p99',
  'CPU of all servers',
  'CPU of PostgreSQL, Redis',
  'memory of all servers, empty → now',
  'memory of a client',
];

const MB = 1024 * 1024;
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const both = ({ p50, p99 }: Times) => `${ms(p50)} / ${ms(p99)} ms`;
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const mb = (bytes: number) => `${(bytes / MB).toFixed(0)} MB`;

/** A row for each setting, as Markdown. A CPU of 100 % is one core. */
export function table(rows: readonly Measured[]): string {
  const cells = rows.map((row) => {
    const { figures, size, rooms } = row;
    const missing = figures.missing > 0 ? `, ${figures.missing} missing` : '';
    return [
      String(row.servers),
      row.shared ? 'Redis, PostgreSQL' : 'a file',
      `${rooms} × ${size}`,
      `${(row.enteredMs / 1000).toFixed(1)} s`,
      both(figures.receipt) + missing,
      both(figures.kept),
      percent(row.cpu),
      row.shared ? `${percent(row.postgresCpu)}, ${percent(row.redisCpu)}` : '–',
      `${mb(row.idleBytes)} → ${mb(row.bytes)}`,
      `${((row.bytes - row.idleBytes) / 1024 / rooms / size).toFixed(0)} KB`,
    ];
  });
  const line = (of: readonly string[]) => `| ${of.join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---:')), ...cells.map(line)].join('\n');
}

/** Under which conditions that was measured. */
export function conditions(of: {
  readonly size: number;
  readonly everyMs: number;
  readonly before: readonly number[];
}): string {
  const cores = os.cpus();
  const load = (averages: readonly number[]) => averages[0]?.toFixed(1) ?? '?';
  return [
    `Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC on ${cores.length} cores`,
    `(${cores[0]?.model ?? 'unknown'}) and ${(os.totalmem() / MB / 1024).toFixed(0)} GB, Node ${process.versions.node}.`,
    `Servers, clients, Redis and PostgreSQL share these cores. Load of the machine before: ${load(of.before)}, at the end: ${load(os.loadavg())}.`,
    `Each of the ${of.size} people writes every ${of.everyMs / 1000} s on average.`,
  ].join(' ');
}
