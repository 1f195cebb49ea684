import { unauthorised } from './http/authorisation';
import { GraphError } from './http/errors';
import type { Caller } from './types';

type Where = {
  /** How many requests it strikes; all until it is cleared when left out. */
  readonly times?: number;
  /** 'GET', 'POST' …; any when left out. */
  readonly method?: string;
  /** A regular expression on the path below the base, without case; any when left out. */
  readonly path?: string;
  /** Only requests of this person. */
  readonly person?: string;
};

/**
 * What goes wrong, and where:
 * `status` answers so without doing anything; `retryAfter` is the header as it stands, `{ "inSeconds": n }` a date;
 * `latency` waits; `lost` cuts the connection before or after the request was done; `scope` takes scopes out of tokens,
 * one by one or by `tier`; `expired` answers 401; `mailbox` lets getSchedule fail for addresses; `lateMeeting` lets new
 * Teams meetings tell their address only after a while; `interaction` lets the sign-in service want the person before it gives
 * our server a token for them.
 */
export type Fault = Where &
  (
    | {
        readonly kind: 'status';
        readonly status: number;
        readonly code?: string;
        readonly retryAfter?: string | { readonly inSeconds: number };
      }
    | { readonly kind: 'latency'; readonly ms: number }
    | { readonly kind: 'lost'; readonly when?: 'before' | 'after' }
    | { readonly kind: 'scope'; readonly scopes?: readonly string[]; readonly tier?: string }
    | { readonly kind: 'expired' }
    | { readonly kind: 'mailbox'; readonly addresses: readonly string[] }
    | { readonly kind: 'lateMeeting'; readonly ms: number }
    | { readonly kind: 'interaction' }
  );

type Kind = Fault['kind'];
export const FAULT_KINDS: readonly Kind[] = [
  'status',
  'latency',
  'lost',
  'scope',
  'expired',
  'mailbox',
  'lateMeeting',
  'interaction',
];

/** The scopes of each tier of consent, which an administrator may hold back. */
export const TIERS: Readonly<Record<string, readonly string[]>> = {
  plan: ['User.Read', 'User.ReadBasic.All', 'Calendars.ReadWrite'],
  live: [
    ...['Chat.ReadBasic', 'Channel.ReadBasic.All', 'ChatMessage.Send', 'ChannelMessage.Send'],
    ...['TeamsAppInstallation.ReadWriteAndConsentSelfForChat', 'TeamsTab.ReadWriteSelfForChat'],
    'TeamsActivity.Send',
  ],
  followUp: ['Tasks.ReadWrite', 'Files.ReadWrite.AppFolder', 'Files.ReadWrite.All', 'Sites.Selected'],
  mail: ['Mail.Send'],
  directory: ['User.Read.All', 'GroupMember.Read.All'],
  transcripts: ['OnlineMeetings.Read', 'OnlineMeetingArtifact.Read.All', 'OnlineMeetingTranscript.Read.All'],
};

const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  409: 'resourceModified',
  412: 'ErrorIrresolvableConflict',
  429: 'TooManyRequests',
  500: 'ErrorInternalServerError',
  502: 'BadGateway',
  503: 'serviceNotAvailable',
  504: 'UnknownError',
  509: 'activityLimitReached',
};

export type Target = { readonly method: string; readonly path: string; readonly personId?: string };

/** What the emulator was told to do wrong; tests and `POST /demo/faults` tell it. */
export class Faults {
  private active: { readonly fault: Fault; left: number }[] = [];

  constructor(private readonly now: () => number) {}

  add(fault: Fault): void {
    if (fault.path !== undefined) new RegExp(fault.path);
    this.active.push({ fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.active = [];
  }

  list(): readonly Fault[] {
    return this.active.map(({ fault }) => fault);
  }

  /** The first active fault of a kind that strikes here, counted as one of its times. */
  strike<K extends Kind>(kind: K, at: Target): Extract<Fault, { kind: K }> | undefined {
    const found = this.active.find(({ fault }) => fault.kind === kind && strikes(fault, at));
    if (found === undefined) return undefined;
    this.spend(found);
    return found.fault as Extract<Fault, { kind: K }>;
  }

  /** The addresses whose mailboxes fail. */
  failingMailboxes(): readonly string[] {
    return this.active.flatMap(({ fault }) => (fault.kind === 'mailbox' ? fault.addresses : []));
  }

  /** Throws what a request meets before it does anything. */
  stop(at: Target): void {
    if (this.strike('expired', at) !== undefined)
      throw unauthorised('Lifetime validation failed, the token is expired.');
    const fault = this.strike('status', at);
    if (fault === undefined) return;
    const { status, retryAfter } = fault;
    const code = fault.code ?? CODES[status] ?? 'UnknownError';
    throw new GraphError(status, code, 'The demo tenant was told to answer so.', {
      ...(retryAfter !== undefined && { 'Retry-After': this.header(retryAfter) }),
    });
  }

  /** The caller without the scopes that are held back. */
  limited(caller: Caller, at: Target): Caller {
    const withheld = new Set<string>();
    for (const one of [...this.active]) {
      if (one.fault.kind !== 'scope' || !strikes(one.fault, at)) continue;
      const { scopes = [], tier = '' } = one.fault;
      for (const scope of [...scopes, ...(TIERS[tier] ?? [])]) withheld.add(scope);
      this.spend(one);
    }
    if (withheld.size === 0) return caller;
    return { ...caller, scopes: caller.scopes.filter((scope) => !withheld.has(scope)) };
  }

  private spend(one: { readonly fault: Fault; left: number }): void {
    one.left--;
    if (one.left <= 0) this.active = this.active.filter((other) => other !== one);
  }

  private header(retryAfter: string | { readonly inSeconds: number }): string {
    return typeof retryAfter === 'string'
      ? retryAfter
      : new Date(this.now() + retryAfter.inSeconds * 1000).toUTCString();
  }
}

function strikes(fault: Fault, { method, path, personId }: Target): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.person !== undefined && fault.person !== personId) return false;
  return fault.path === undefined || new RegExp(fault.path, 'i').test(path);
}
